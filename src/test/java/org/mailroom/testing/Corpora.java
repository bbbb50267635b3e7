package org.mailroom.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Test sets of open-source projects beside the project folder; tests that need them are skipped where they are not. */
public final class Corpora {
    private static final Path FOLDER = Path.of(System.getProperty("mailroom.corpora", "../shared/corpora"));

    private Corpora() {}

    /** Every file of a folder, in a stable order. */
    public static List<Path> files(String folder) {
        try (Stream<Path> files = Files.walk(root().resolve(folder))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Path file(String name) {
        return root().resolve(name);
    }

    /** The rows of a table, without its heading; columns by tabs. */
    public static List<List<String>> table(String name) {
        try (Stream<String> lines = Files.lines(root().resolve("expected").resolve(name))) {
            return lines.skip(1)
                    .map(line -> Arrays.asList(line.split("\t", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        Assumptions.assumeTrue(
                Files.isDirectory(FOLDER), "the corpora are not here (" + FOLDER + "); set -Dmailroom.corpora=FOLDER");
        return FOLDER;
    }
}
