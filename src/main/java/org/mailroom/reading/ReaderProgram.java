package org.mailroom.reading;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How the reader is started: this program with another argument.
 *
 * @param classPath absolute; of a jar that this program was started from, the jar alone
 * @param jar whether it is started as {@code java -jar}
 * @param main the class to start where it is no jar
 */
public record ReaderProgram(List<Path> classPath, boolean jar, String main, List<String> arguments) {
    public ReaderProgram {
        classPath = List.copyOf(classPath);
        arguments = List.copyOf(arguments);
    }

    /** The program that runs now. */
    public static ReaderProgram same(String main, String... arguments) {
        List<Path> classPath = classPath(System.getProperty("java.class.path"));
        boolean jar = classPath.size() == 1 && holds(classPath.get(0), ReaderProgram.class);
        return new ReaderProgram(classPath, jar, main, List.of(arguments));
    }

    static List<Path> classPath(String written) {
        return Arrays.stream(written.split(System.getProperty("path.separator"), -1))
                .map(entry -> Path.of(entry).toAbsolutePath())
                .toList();
    }

    /** A class path of one jar can also be the list of a class path, as Surefire's; the class itself says where it is from. */
    private static boolean holds(Path jar, Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        URL from = source == null ? null : source.getLocation();
        if (from == null || !Files.isRegularFile(jar)) {
            return false;
        }
        // A jar within the jar, as Spring Boot packs them, has an address that only its loader can follow.
        return from.getProtocol().equals("jar") || sameFile(from, jar);
    }

    private static boolean sameFile(URL from, Path jar) {
        try {
            return Files.isSameFile(Path.of(from.toURI()), jar);
        } catch (URISyntaxException | IOException | IllegalArgumentException elsewhere) {
            return false;
        }
    }

    /**
     * The whole command line.
     *
     * @param folder where a file with what is too long for a command line may lie
     */
    List<String> command(Path folder, List<String> options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        if (jar) {
            command.add("-jar");
            command.add(classPath.get(0).toString());
        } else {
            command.add("@" + argumentFile(folder));
        }
        command.addAll(arguments);
        return command;
    }

    private Path argumentFile(Path folder) throws IOException {
        String all = classPath.stream()
                .map(Path::toString)
                .collect(Collectors.joining(System.getProperty("path.separator")));
        Path file = folder.resolve("arguments");
        // java reads it in the system's own encoding, and a backslash in quotation marks as an escape
        Files.writeString(
                file,
                "-cp \"" + all.replace("\\", "\\\\") + "\" " + main,
                charset(System.getProperty("native.encoding")));
        return file;
    }

    private static Charset charset(@Nullable String named) {
        return named == null ? StandardCharsets.UTF_8 : Charset.forName(named);
    }
}
