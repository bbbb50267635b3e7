package org.mailroom.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.Mailroom;
import org.mailroom.desk.command.Exit;
import org.mailroom.testing.ChildJvm;
import org.mailroom.testing.MailServer;
import org.mailroom.testing.MailroomExtension;
import org.mailroom.testing.TestDatabase;

/** The program as an office starts it, where something is really not in order: one line that says what to do, and the exit code. */
class StartedProgramTest {
    private static final int SECONDS = 120;
    private static final List<String> LENT = List.of("routes", "mail-templates", "campaigns");

    @TempDir
    Path home;

    private String mailbox = "{protocol: imap, host: 127.0.0.1, port: 1, user: desk, password: wrong-77}";
    private int port;

    @BeforeEach
    void takes_the_projects_own_folders() throws IOException {
        for (String folder : LENT) {
            Files.createSymbolicLink(home.resolve(folder), Path.of(folder).toAbsolutePath());
        }
    }

    @AfterEach
    void takes_the_links_away() throws IOException {
        for (String folder : LENT) {
            Files.delete(home.resolve(folder));
        }
    }

    /** @param more settings, each a line of its own */
    private ProcessBuilder program(String... more) throws IOException {
        Files.writeString(
                home.resolve("mailroom.yaml"),
                """
                mailroom:
                  campaign: %s
                  mailbox: %s
                  smtp: {host: 127.0.0.1, port: 1, tls: none}
                """.formatted(MailroomExtension.MAPLE.toAbsolutePath(), mailbox) + String.join("\n", more) + "\n",
                UTF_8);
        return ChildJvm.builder(
                        Mailroom.class,
                        List.of("-XX:TieredStopAtLevel=1", "-Dmailroom.home=" + home, "-Dserver.port=" + port))
                .redirectErrorStream(true);
    }

    private record Ended(int exit, String said) {
        /** What stops it stands in one line, with what to do; nowhere a stack trace or a password. */
        String only() {
            List<String> told =
                    said.lines().filter(line -> line.startsWith("mailroom: ")).toList();
            assertThat(told).as(said).hasSize(1);
            assertThat(said).doesNotContain("\tat ").doesNotContain("-77");
            return told.get(0);
        }
    }

    private static Ended ended(ProcessBuilder program) throws Exception {
        Process process = program.start();
        CompletableFuture.delayedExecutor(SECONDS, TimeUnit.SECONDS).execute(process::destroyForcibly);
        try {
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).as("it ends").isTrue();
            return new Ended(process.exitValue(), said);
        } finally {
            process.destroyForcibly();
        }
    }

    /** Runs until it has said both, in one line. */
    private static String lineWith(ProcessBuilder program, String... words) throws Exception {
        Process process = program.start();
        CompletableFuture.delayedExecutor(SECONDS, TimeUnit.SECONDS).execute(process::destroyForcibly);
        List<String> before = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (List.of(words).stream().allMatch(line::contains)) {
                    return line;
                }
                before.add(line);
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        throw new AssertionError("it ended without saying " + List.of(words) + ": " + before);
    }

    @Test
    void a_second_program_on_the_same_data_folder_ends_with_3() throws Exception {
        Process first = program().redirectOutput(home.resolve("first").toFile()).start();
        try {
            // written when it is ready
            await().atMost(SECONDS, TimeUnit.SECONDS).until(() -> Files.exists(home.resolve("data/desk.token")));

            Ended second = ended(program());

            assertThat(second.only()).contains("The data folder is in use by another Mailroom. Stop the other one");
            assertThat(second.exit()).isEqualTo(Exit.UNREACHABLE);
        } finally {
            first.destroyForcibly().waitFor();
        }
    }

    @Test
    void a_port_in_use_ends_with_3() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
            Ended ended = ended(program());

            assertThat(ended.only())
                    .contains("Port " + taken.getLocalPort() + " of the desk's pages is in use. Stop the program");
            assertThat(ended.exit()).isEqualTo(Exit.UNREACHABLE);
        }
    }

    @Test
    void a_wrong_password_of_postgresql_ends_with_3_and_is_not_repeated() throws Exception {
        String url = TestDatabase.postgresUrlGuardedFor("guarded", "right-77");

        Ended ended = ended(program(
                "spring.datasource.url: '" + url + "'",
                "spring.datasource.username: guarded",
                "spring.datasource.password: wrong-77"));

        assertThat(ended.only()).contains("The database refuses the user or the password. Check spring.datasource.url");
        assertThat(ended.exit()).isEqualTo(Exit.UNREACHABLE);
    }

    @Test
    void a_database_that_the_server_does_not_have_ends_with_3() throws Exception {
        Ended ended = ended(program(
                "spring.datasource.url: '" + TestDatabase.emptyPostgresUrl().replaceFirst("/t[0-9a-f]+", "/nowhere")
                        + "'",
                "spring.datasource.username: postgres"));

        assertThat(ended.only()).contains("The database server has no database of that name. Check");
        assertThat(ended.exit()).isEqualTo(Exit.UNREACHABLE);
    }

    @Test
    void a_disk_that_is_full_ends_with_4() throws Exception {
        List<String> full =
                List.of("unshare", "-rm", "sh", "-c", "mount -t tmpfs -o size=64k tmpfs \"$0\" && exec \"$@\"");
        Path data = Files.createDirectory(home.resolve("data"));
        Assumptions.assumeTrue(works(full, data), "no small disk of one's own here (unshare, tmpfs)");
        ProcessBuilder program = program();
        List<String> command = new ArrayList<>(full);
        command.add(data.toString());
        command.addAll(program.command());

        Ended ended = ended(program.command(command));

        assertThat(ended.only()).contains("The disk of the data folder is full. Make room there");
        assertThat(ended.exit()).isEqualTo(Exit.BROKEN);
    }

    private static boolean works(List<String> full, Path data) throws InterruptedException {
        List<String> command = new ArrayList<>(full);
        command.addAll(List.of(data.toString(), "true"));
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException none) {
            return false;
        }
    }

    @Test
    void a_wrong_password_of_the_mailbox_is_one_line_and_the_desk_goes_on_trying() throws Exception {
        GreenMail server = MailServer.imap();
        server.setUser("desk@office.example", "desk", "right-77");
        server.start();
        try {
            mailbox = "{protocol: imap, host: 127.0.0.1, port: "
                    + server.getImap().getPort() + ", user: desk, password: wrong-77}";

            assertThat(lineWith(program(), "login as desk is refused"))
                    .contains("Check user and password")
                    .doesNotContain("-77");
        } finally {
            server.stop();
        }
    }

    @Test
    void a_mailbox_that_cannot_be_reached_is_one_line_and_the_desk_goes_on_trying() throws Exception {
        assertThat(lineWith(program(), "MailboxConsumer", "next try in"))
                .contains("Check host and port in the settings, and the network");
    }

    @Test
    void a_mail_server_whose_name_nobody_knows_is_one_line_too() throws Exception {
        mailbox = "{protocol: imap, host: mail.invalid, port: 143, user: desk, password: wrong-77}";

        assertThat(lineWith(program(), "MailboxConsumer", "next try in"))
                .contains("mail.invalid")
                .contains("Check host and port in the settings, and the network");
    }
}
