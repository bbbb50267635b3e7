package org.mailroom.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.Mailroom;
import org.mailroom.desk.command.Exit;
import org.mailroom.testing.ChildJvm;
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
        Map<String, String> arguments = new LinkedHashMap<>();
        List<String> usual = List.of(
                "--server.port=0",
                "--spring.config.import=file:" + file,
                "--spring.datasource.url=jdbc:h2:mem:" + folder.getFileName() + ";MODE=PostgreSQL",
                "--mailroom.data=" + folder.resolve("data"));
        for (String argument : Stream.concat(usual.stream(), Stream.of(more)).toList()) {
            arguments.put(argument.substring(0, argument.indexOf('=')), argument);
        }
        Throwable failure = catchThrowable(() -> new SpringApplication(Mailroom.class)
                .run(arguments.values().toArray(String[]::new))
                .close());
        assertThat(failure).as("the program does not start").isNotNull();
        FailureAnalysis analysis = new StartFault().analyze(failure);
        assertThat(analysis).as("a fault with a name: " + failure).isNotNull();
        assertThat(analysis.getAction()).isNotBlank();
        assertThat(StartFault.exit(failure)).isIn(Exit.UNREACHABLE, Exit.BROKEN);
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mailbx: {host: x}          | mailroom.mailbx.host (line 2): there is no such key.",
                "sending: lve               | mailroom.sending (line 2): one of live, review, off is expected.",
                "limits: {hourly: often}    | mailroom.limits.hourly (line 2): a whole number is expected.",
                "receipts: {quiet: a while} | mailroom.receipts.quiet (line 2): a duration like 30s or 10m is expected.",
            })
    void a_key_that_does_not_exist_or_cannot_be_read_is_named_with_its_line(String line, String said)
            throws IOException {
        assertThat(faultOf("mailroom:\n  " + line + "\n" + REST)).isEqualTo(said);
    }

    @Test
    void a_value_under_a_wrong_key_is_not_told() throws IOException {
        assertThat(faultOf("mailroom:\n  mailbox: {pasword: geheim-77, host: x, user: y}\n"))
                .contains("mailroom.mailbox.pasword")
                .doesNotContain("geheim-77");
    }

    @Test
    void a_variable_that_is_not_set_is_named() throws IOException {
        assertThat(faultOf("mailroom:\n  mailbox: {host: x, user: y, password: '${NO_SUCH_VARIABLE}'}\n"
                        + "  smtp: {host: x}\n"))
                .isEqualTo("mailroom.mailbox.password asks for the variable NO_SUCH_VARIABLE, which is not set");
    }

    @Test
    void a_port_in_use_is_named() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(faultOf("mailroom:\n" + REST, "--server.port=" + taken.getLocalPort()))
                    .isEqualTo("Port " + taken.getLocalPort() + " of the desk's pages is in use.");
        }
    }

    @Test
    void a_data_folder_that_another_desk_holds_is_said_to_be_in_use() throws IOException {
        Path database = Files.createFile(folder.resolve("db.mv.db"));
        try (FileChannel other = FileChannel.open(database, StandardOpenOption.WRITE);
                FileLock held = other.lock()) {
            assertThat(held.isValid()).isTrue();
            assertThat(faultOf(
                            "mailroom:\n" + REST,
                            "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("db") + ";MODE=PostgreSQL"))
                    .isEqualTo("The data folder is in use by another Mailroom.");
        }
    }

    @Test
    void a_wrong_password_of_the_database_is_said_and_not_repeated() throws Exception {
        String url = "jdbc:h2:mem:" + folder.getFileName() + "-guarded;MODE=PostgreSQL";
        try (Connection open = DriverManager.getConnection(url, "desk", "right-77")) {
            assertThat(open.isValid(1)).isTrue();
            assertThat(faultOf(
                            "mailroom:\n" + REST,
                            "--spring.datasource.url=" + url,
                            "--spring.datasource.username=desk",
                            "--spring.datasource.password=wrong-77"))
                    .isEqualTo("The database refuses the user or the password.");
        }
    }

    @Test
    void a_database_server_that_does_not_answer_is_said_at_once() throws IOException {
        assertThat(faultOf(
                        "mailroom:\n" + REST,
                        "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/mailroom",
                        "--spring.datasource.username=desk"))
                .isEqualTo("The database server cannot be reached.");
    }

    @Test
    void a_data_folder_that_cannot_be_written_is_named() throws IOException {
        Path file = Files.createFile(folder.resolve("a-file"));
        assertThat(faultOf("mailroom:\n" + REST, "--mailroom.data=" + file.resolve("data")))
                .contains(file.toString())
                .contains("cannot be written");
    }

    @Test
    void a_full_disk_is_said() {
        Path full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.isWritable(full), "this system has no /dev/full to fill");
        Throwable failure = catchThrowable(() -> Files.writeString(full, "x", UTF_8));
        assertThat(new StartFault().analyze(new IllegalStateException(failure)).getDescription())
                .isEqualTo("The disk of the data folder is full.");
    }

    @Test
    void the_program_ends_with_one_line_and_a_code_that_tells_the_kind() throws Exception {
        Files.writeString(folder.resolve("mailroom.yaml"), "mailroom:\n  sending: [live\n", UTF_8);
        Process program = ChildJvm.builder(
                        Mailroom.class, List.of("-XX:TieredStopAtLevel=1", "-Dmailroom.home=" + folder))
                .redirectErrorStream(true)
                .start();
        String said = new String(program.getInputStream().readAllBytes(), UTF_8);

        assertThat(program.waitFor()).isEqualTo(Exit.BROKEN);
        assertThat(said.strip().lines()).as(said).hasSize(1);
        assertThat(said).startsWith("mailroom: mailroom.yaml, line 3").contains("start again.");
    }
}
