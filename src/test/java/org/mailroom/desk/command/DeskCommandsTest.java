package org.mailroom.desk.command;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mailroom.testing.MailBuilder.aMail;
import static org.mailroom.testing.MailroomExtension.MAPLE;
import static org.mailroom.testing.MailroomExtension.MAPLE_MAILBOX;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.Mailroom;
import org.mailroom.outbox.Sendings;
import org.mailroom.testing.ChildJvm;
import org.mailroom.testing.Material;
import org.mailroom.testing.RunningDesk;
import org.mailroom.testing.TestDatabase;

/** The commands as a person gives them, in a process of their own, to a desk that runs and to one that does not. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class DeskCommandsTest {
    @Parameter
    TestDatabase database;

    @TempDir
    private Path folder;

    private List<String> books;
    private RunningDesk desk;

    @BeforeEach
    void start() throws IOException {
        books = database.settings(folder);
        desk = RunningDesk.start(
                folder,
                MAPLE,
                MAPLE.resolve("demo/contacts.yaml"),
                MAPLE_MAILBOX,
                "2026-03-02T09:00",
                ZoneId.of("America/Toronto"),
                books.toArray(String[]::new));
        settings(folder, books);
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    @Test
    void a_running_desk_is_asked_over_loopback() throws Exception {
        says(0, "The desk is running.", "status");
        says(0, "Sending is paused; receiving goes on.", "pause", "--reason", "the office moves");

        assertThat(desk.bean(Sendings.class).paused()).isTrue();
        assertThat(desk.rows("select actor, reason from decision"))
                .singleElement()
                .satisfies(decision -> assertThat(decision.values())
                        .contains("command-line:" + System.getProperty("user.name"), "the office moves"));
        says(0, "Sending is paused; \"mailroom resume\" lets it go on.", "status");
        assertThat(exitOf("pause")).isEqualTo(1);
        says(0, "Sending goes on.", "resume");
        assertThat(desk.bean(Sendings.class).paused()).isFalse();
        says(0, "Everything is as it was kept.", "verify");
    }

    @Test
    void a_desk_that_does_not_run_is_asked_by_its_books() throws Exception {
        desk.receives(aMail().from("somebody@else.example").subject("hello"));
        desk.worksUntilIdle();
        String mail = desk.rows("select raw_sha256 from mail")
                .get(0)
                .values()
                .iterator()
                .next()
                .toString();
        desk.stop();
        assertThat(folder.resolve("data/desk.token")).doesNotExist();

        says(0, "The desk is not running.", "status");
        says(0, "Everything is as it was kept.", "verify");
        says(0, "Sending is paused; receiving goes on.", "pause");
        Path raw = folder.resolve("data/raw")
                .resolve(mail.substring(0, 2))
                .resolve(mail.substring(2, 4))
                .resolve(mail);
        Files.writeString(raw, "something else");
        says(1, "Mail 1: its file was changed.", "verify");
        Files.delete(raw);
        says(1, "Mail 1: its file is gone or cannot be read.", "verify");

        desk.begin();
        assertThat(desk.bean(Sendings.class).paused()).isTrue();
    }

    @Test
    void a_mail_is_previewed_from_what_the_desk_has_running_or_not() throws Exception {
        desk.receives(aMail().from("programs@ontario.example")
                .subject("Application, Ontario")
                .attach("form.docx", Material.docx(Material.application("Rideau Trails"))));
        desk.worksUntilIdle();
        long mails = desk.count("select count(*) from outbox");

        AskedProgram running = AskedProgram.in(folder, "preview", "receipt");
        AskedProgram other = AskedProgram.in(folder, "preview", "receipt", "--unit", "Quebec");
        assertThat(desk.count("select count(*) from outbox")).isEqualTo(mails);
        desk.stop();
        AskedProgram stopped = AskedProgram.in(folder, "preview", "receipt", "--unit", "ON");

        assertThat(running.exit()).as(running.err()).isZero();
        assertThat(running.err()).isEmpty();
        assertThat(running.out())
                .startsWith("Subject: [Receipt] Maple Grants 2026: application (Ontario) MAPLE-2026-A1-ON-01")
                .contains("form.docx");
        assertThat(stopped).isEqualTo(running);
        assertThat(other.out()).contains("(Quebec)");
        assertThat(other.err()).contains("Contents are invented");
    }

    @Test
    void an_event_changed_later_breaks_the_chain() throws Exception {
        await().atMost(30, SECONDS)
                .until(() -> desk.count("select count(*) from event where seal_number is not null") > 0);
        desk.db().sql("update event set actor = 'nobody' where seal_number = 1").update();

        says(1, "Event 1 is missing or was changed.", "verify");
    }

    @Test
    void a_mail_handed_over_is_taken_up_by_the_running_desk() throws Exception {
        Path mail = Files.write(
                folder.resolve("a.eml"),
                aMail().from("somebody@else.example").subject("by hand").bytes());

        assertThat(exitOf("receive", mail.toString())).isZero();

        await().atMost(30, SECONDS)
                .untilAsserted(() -> assertThat(desk.rows("select account, subject from mail"))
                        .singleElement()
                        .satisfies(row -> assertThat(row.values()).contains("drop", "by hand")));
        assertThat(folder.resolve("data/drop/done/a.eml")).exists();
    }

    @Test
    void a_data_folder_in_use_without_a_desk_that_answers_is_exit_3() throws Exception {
        Assumptions.assumeTrue(
                database == TestDatabase.H2,
                "a database server has no file to lock: there the books can be asked all the same");
        Files.delete(folder.resolve("data/desk.token"));

        assertThat(exitOf("status")).isEqualTo(3);
        assertThat(exitOf("pause")).isEqualTo(3);
    }

    @Test
    void a_token_left_by_a_killed_desk_leads_to_its_books() throws Exception {
        Path token = folder.resolve("data/desk.token");
        desk.stop();
        Files.writeString(token, "1\n" + "0".repeat(64) + "\n");

        says(0, "The desk is not running.", "status");
    }

    @Test
    void a_folder_where_no_desk_was_ever_started_is_exit_3_and_stays_empty() throws Exception {
        Path other = Files.createDirectory(folder.resolve("other"));
        settings(other, database.settings(other));

        try (ChildJvm child = program(other, "status")) {
            assertThat(child.exitCode()).isEqualTo(3);
        }
        assertThat(other.resolve("data")).doesNotExist();
    }

    @Test
    void the_token_is_the_owners_alone() throws IOException {
        Path token = folder.resolve("data/desk.token");
        Assumptions.assumeTrue(
                Files.getFileStore(token).supportsFileAttributeView("posix"), "a file system without owners");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(token)))
                .isEqualTo("rw-------");
    }

    @Test
    void the_door_opens_to_the_token_alone_and_only_from_this_machine() throws Exception {
        String token = Files.readAllLines(folder.resolve("data/desk.token")).get(1);

        assertThat(answer("Authorization", "Bearer " + token)).isEqualTo(200);
        assertThat(answer("Accept", "*/*")).isEqualTo(403);
        assertThat(answer("Authorization", "Bearer " + "0".repeat(64))).isEqualTo(403);
        assertThat(answer("Authorization", "Bearer " + token, "X-Forwarded-For", "203.0.113.9"))
                .isEqualTo(403);
    }

    private int answer(String... headers) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + desk.port() + "/command/status"))
                .headers(headers)
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    private static void settings(Path where, List<String> books) throws IOException {
        String database = books.stream()
                .map(argument -> argument.replaceFirst("^--([^=]+)=(.*)$", "$1: '$2'\n"))
                .collect(Collectors.joining());
        Files.writeString(where.resolve("mailroom.yaml"), """
                mailroom:
                  campaign: '%s'
                  data: data
                """.formatted(MAPLE.toAbsolutePath()) + database);
    }

    private void says(int exit, String line, String... arguments) throws Exception {
        try (ChildJvm child = program(folder, arguments)) {
            child.says(line);
            assertThat(child.exitCode()).isEqualTo(exit);
        }
    }

    private int exitOf(String... arguments) throws Exception {
        try (ChildJvm child = program(folder, arguments)) {
            return child.exitCode();
        }
    }

    private static ChildJvm program(Path where, String... arguments) throws IOException {
        return new ChildJvm(Mailroom.class, where, List.of("-Duser.language=en"), arguments);
    }
}
