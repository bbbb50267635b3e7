package org.mailroom.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** LibreOffice as another office program that saves our files, where it is installed. */
public final class Soffice {
    private static final int SECONDS = 300;

    public static boolean installed() {
        return List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "soffice")));
    }

    /**
     * Saves all files of a folder that end in {@code from} again, in one run: LibreOffice takes longer to start than to
     * convert.
     *
     * @param to ending and name of the filter, for example {@code doc:MS Word 97}
     * @return the folder of the saved files, which keep their names but for the ending
     */
    public static Path converted(Path folder, String from, String to) throws Exception {
        Path saved = Files.createDirectory(folder.resolve("saved-" + to.replaceAll("[^A-Za-z0-9]", "")));
        List<String> command = new ArrayList<>(List.of(
                "soffice",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                to,
                "--outdir",
                saved.toString()));
        try (var files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(from)).forEach(file -> command.add(file.toString()));
        }
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
        return saved;
    }

    private Soffice() {}
}
