package org.mailroom.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Outgoing mails as an official would sign them, in src/test/resources/golden. {@code -Dgolden.write} rewrites them. */
public final class Golden {
    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

    private Golden() {}

    public static void assertMatches(String name, String actual) {
        assertMatches(name, actual.getBytes(StandardCharsets.UTF_8));
    }

    public static void assertMatches(String name, byte[] actual) {
        Path golden = FOLDER.resolve(name);
        try {
            if (System.getProperty("golden.write") != null) {
                Files.createDirectories(FOLDER);
                Files.write(golden, actual);
            }
            assertThat(golden).as("run with -Dgolden.write, and look at it").exists();
            assertThat(new String(actual, StandardCharsets.UTF_8)).as(name).isEqualTo(Files.readString(golden));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
