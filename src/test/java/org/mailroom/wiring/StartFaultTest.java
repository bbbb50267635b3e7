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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.Mailroom;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A mistake in the settings stops the start with one line that says what to do; it never starts the demonstration. */
class StartFaultTest {
    private static final String REST = """
              mailbox: {protocol: imap, host: 127.0.0.1, port: 1, user: desk, password: x}
              smtp: {host: 127.0.0.1, port: 1, tls: none}
            """;

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "recipients: [nobody]                 | mailroom.digest.recipients must hold mail addresses like name@example.cn, found \"nobody\"",
                "recipients: ['A <a@example.cn>']     | mailroom.digest.recipients must hold mail addresses like name@example.cn, found \"A <a@example.cn>\"",
                "recipients: [a@example.cn, 'b@ c.cn']| mailroom.digest.recipients must hold mail addresses like name@example.cn, found \"b@ c.cn\"",
                "at: '25:00'                          | mailroom.digest.at must be an hour like \"08:30\", in quotation marks, found \"25:00\"",
                "at: '8.30'                           | mailroom.digest.at must be an hour like \"08:30\", in quotation marks, found \"8.30\"",
                "due-day-at: 17:00                    | mailroom.digest.due-day-at must be an hour like \"08:30\", in quotation marks, found \"1020\""
            })
    void a_wrong_address_or_hour_of_the_digest_is_one_clear_line(String line, String said) throws IOException {
        assertThat(faultOf("mailroom:\n  digest:\n    " + line + "\n" + REST)).isEqualTo(said);
    }

    @Test
    void an_address_of_the_desk_that_is_none_is_one_clear_line() throws IOException {
        assertThat(faultOf("mailroom:\n  desk-url: localhost:8080\n" + REST))
                .isEqualTo(
                        "mailroom.desk-url must be an address like https://desk.example.cn, found \"localhost:8080\"");
    }
}
