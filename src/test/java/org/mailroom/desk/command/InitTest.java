package org.mailroom.desk.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.Mailroom;
import org.mailroom.testing.ChildJvm;
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

    @Test
    void the_desk_starts_from_what_the_program_carries_and_an_edited_file_stays() throws Exception {
        Map<String, Resource> carried = Init.carried();
        assertThat(init(carried, folder.toString())).isZero();

        assertThat(carried.keySet())
                .contains("mailroom.example.yaml", "routes/receive.yaml", "mail-templates/zh/mail.ftl");
        for (String own : List.of("routes", "mail-templates", "campaigns")) {
            try (Stream<Path> files = Files.walk(Path.of(own))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    assertThat(folder.resolve(file)).hasSameBinaryContentAs(file);
                }
            }
        }
        assertThat(folder.resolve("mailroom.example.yaml")).hasSameBinaryContentAs(Path.of("mailroom.example.yaml"));

        Path route = folder.resolve("routes/receive.yaml");
        Files.writeString(route, Files.readString(route) + "# ours\n");
        Path template = folder.resolve("mail-templates/zh/receipt.ftl");
        Files.writeString(template, "<#-- ours -->\n" + Files.readString(template));
        assertThat(init(carried, folder.toString())).isZero();
        assertThat(route).content().endsWith("# ours\n");
        assertThat(template).content().startsWith("<#-- ours -->");

        try (ChildJvm desk = new ChildJvm(
                Mailroom.class,
                folder,
                List.of("-Duser.language=en", "-Dmailroom.home=" + folder),
                "--server.port=0",
                "--logging.level.root=warn")) {
            desk.saysPartly("演示账号");
            assertThat(folder.resolve("data/demo/desk.token")).exists();
            assertThat(folder.resolve("data/demo/defaults"))
                    .as("nothing is taken from the jar where the home has it")
                    .doesNotExist();
        }
    }

    private static int init(Map<String, Resource> files, String... arguments) {
        Console console =
                new Console(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()), Locale.ENGLISH);
        return new CommandLine(new Init(console, Wording.in(Locale.ENGLISH), files)).execute(arguments);
    }
}
