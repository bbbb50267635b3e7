package org.mailroom.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.Mailroom;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A mistake in the settings stops the start with one line that says what to do; it never starts the demonstration. */
class StartFaultTest {
    @TempDir
    Path folder;

    private String faultOf(String settings, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("mailroom.yaml"), settings, UTF_8);
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--spring.config.import=file:" + file,
                "--spring.datasource.url=jdbc:h2:mem:" + folder.getFileName() + ";MODE=PostgreSQL",
                "--mailroom.data=" + folder.resolve("data")));
        arguments.addAll(List.of(more));
        Throwable failure = catchThrowable(() -> new SpringApplication(Mailroom.class)
                .run(arguments.toArray(String[]::new))
                .close());
        assertThat(failure).as("the program does not start").isNotNull();
        FailureAnalysis analysis = new StartFault().analyze(failure);
        assertThat(analysis).as("a fault with a name: " + failure).isNotNull();
        assertThat(analysis.getAction()).isNotBlank();
        return analysis.getDescription();
    }

    @Test
    void settings_without_a_mailbox_are_an_error_never_the_demo() throws IOException {
        assertThat(faultOf("mailroom:\n  campaign: cnipa-2021\n")).startsWith("mailroom.mailbox is missing");
    }

    @Test
    void a_password_file_that_others_can_read_is_refused_and_its_content_not_told() throws IOException {
        Path password = Files.writeString(folder.resolve("password"), "geheim-77", UTF_8);
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(faultOf("""
                        mailroom:
                          mailbox: {host: 127.0.0.1, user: desk, password-file: %s}
                          smtp: {host: 127.0.0.1}
                        """.formatted(password)))
                .contains("can be read by others")
                .contains("chmod 600")
                .doesNotContain("geheim-77");
    }

    @Test
    void broken_yaml_is_named_with_its_line() throws IOException {
        assertThat(faultOf("mailroom:\n  sending: [live\n")).startsWith("mailroom.yaml, line 3");
    }

    @Test
    void a_campaign_that_is_not_there_is_named_with_its_file() throws IOException {
        assertThat(faultOf("mailroom:\n  campaign: nowhere\n")).contains("nowhere/campaign.yaml");
    }
}
