package org.mailroom.desk.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import picocli.CommandLine;

class InitTest {
    private static final Map<String, Resource> FILES = Map.of(
            "routes/receive.yaml", new ByteArrayResource("new route".getBytes(UTF_8)),
            "campaigns/x/blank/附件1.docx", new ByteArrayResource("new form".getBytes(UTF_8)));

    @TempDir
    private Path folder;

    @Test
    void files_are_copied_and_those_that_are_there_stay() throws Exception {
        Files.createDirectories(folder.resolve("routes"));
        Path own = Files.writeString(folder.resolve("routes/receive.yaml"), "own route");

        assertThat(init(FILES, folder.toString())).isZero();

        assertThat(own).hasContent("own route");
        assertThat(folder.resolve("campaigns/x/blank/附件1.docx")).hasContent("new form");
    }

    @Test
    void force_replaces_what_is_there() throws Exception {
        Files.createDirectories(folder.resolve("routes"));
        Path own = Files.writeString(folder.resolve("routes/receive.yaml"), "own route");

        assertThat(init(FILES, "--force", folder.toString())).isZero();

        assertThat(own).hasContent("new route");
        assertThat(own.getParent()).isDirectoryNotContaining("glob:**.part");
    }

    private static int init(Map<String, Resource> files, String... arguments) {
        Console console =
                new Console(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()), Locale.ENGLISH);
        return new CommandLine(new Init(console, Wording.in(Locale.ENGLISH), files)).execute(arguments);
    }
}
