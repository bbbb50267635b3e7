package org.mailroom.desk.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.mailroom.platform.Disk;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.util.UriUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Copies out what an office may change: routes, mail templates, campaigns, example settings. */
@Command(name = "init", mixinStandardHelpOptions = true)
final class Init implements Callable<Integer> {
    /** Where the jar carries them. */
    private static final String DEFAULTS = "/defaults/";

    private final Console console;
    private final Wording words;
    private final Map<String, Resource> files;

    @Parameters(arity = "0..1", paramLabel = "FOLDER")
    private Path folder = Path.of("");

    @Option(names = "--force")
    private boolean force;

    /** @param files what to copy, by path below the folder */
    Init(Console console, Wording words, Map<String, Resource> files) {
        this.console = console;
        this.words = words;
        this.files = files;
    }

    /** What the program carries; empty if it was not built as a jar. */
    static Map<String, Resource> carried() {
        try {
            Map<String, Resource> found = new TreeMap<>();
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + DEFAULTS + "**")) {
                String path = UriUtils.decode(file.getURI().toString(), StandardCharsets.UTF_8);
                String below = path.substring(path.lastIndexOf(DEFAULTS) + DEFAULTS.length());
                if (!below.isEmpty() && !below.endsWith("/") && file.isReadable()) {
                    found.put(below, file);
                }
            }
            return found;
        } catch (IOException unreadable) {
            return Map.of();
        }
    }

    /** What is there stays as it is, unless {@code --force} says otherwise. */
    @Override
    public Integer call() throws IOException {
        if (files.isEmpty()) {
            throw CommandFault.broken("no-defaults");
        }
        int kept = 0;
        for (Map.Entry<String, Resource> file : files.entrySet()) {
            Path target = folder.resolve(file.getKey()).normalize();
            if (Files.exists(target) && !force) {
                kept++;
            } else {
                copy(file.getValue(), target);
            }
        }
        console.out().println(words.of("init.done", files.size() - kept, folder.toAbsolutePath()));
        if (kept > 0) {
            console.out().println(words.of("init.kept", kept));
        }
        return Exit.OK;
    }

    private static void copy(Resource file, Path target) throws IOException {
        Path parent = Files.createDirectories(target.toAbsolutePath().getParent());
        Path temp = Files.createTempFile(parent, "copy", ".part");
        try (InputStream in = file.getInputStream()) {
            Files.copy(in, temp, StandardCopyOption.REPLACE_EXISTING);
            new Disk().replace(temp, target);
        } finally {
            Files.deleteIfExists(temp);
        }
    }
}
