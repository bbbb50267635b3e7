package org.mailroom.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.testing.ScriptedImapServer;
import org.mailroom.testing.TestDatabase;

/** A mailbox whose server does what servers should not do. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class HostileMailboxTest {
    @Parameter
    TestDatabase database;

    @TempDir
    Path data;

    private ScriptedImapServer server;
    private Desk desk;

    @BeforeEach
    void prepare() throws Exception {
        server = new ScriptedImapServer();
        desk = new Desk(database.fresh(), data, Desk.mailbox(server.port()), step -> {});
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
        desk.close();
    }

    @Test
    void server_that_refuses_SELECT_without_ID_is_read() throws Exception {
        server.demandsId = true;
        server.add(7, mail("one"));

        desk.receives();

        await().until(() -> desk.count("mail") == 1);
        int id = index("ID");
        assertThat(id).isBetween(0, index("LOGIN"));
        assertThat(server.commands.subList(index("LOGIN"), index("SELECT"))).anyMatch(line -> line.startsWith("ID"));
    }

    @Test
    void mail_is_fetched_without_marking_it_as_read_and_flagged_when_kept() throws Exception {
        server.add(7, mail("one"));

        desk.receives();

        await().until(() -> server.flagged.contains(7L));
        assertThat(server.commands).noneMatch(line -> line.contains("BODY[") || line.contains("\\Seen"));
        await().until(() -> marked() == 1);
    }

    @Test
    void refused_login_is_told_without_the_password() throws Exception {
        server.refusesLogin = true;

        desk.receives();

        await().until(() -> desk.health().lastError().isPresent());
        assertThat(desk.health().lastError().get()).startsWith("login refused").doesNotContain("secret");
        assertThat(desk.health().lastPoll()).isEmpty();
        assertThat(Desk.mailbox(1).toString()).doesNotContain("secret");
    }

    @Test
    void server_that_hangs_is_left_and_tried_again() throws Exception {
        server.add(7, mail("one"));
        server.hangsOn = "UID FETCH";
        desk.receives();
        await().until(() -> desk.health().lastError().isPresent());

        server.hangsOn = "";

        await().until(() -> desk.count("mail") == 1 && desk.health().lastError().isEmpty());
    }

    @Test
    void server_that_drips_is_cut_off_by_the_watchdog() throws Exception {
        server.add(7, mail("one"));
        server.dripsOn = "SELECT";
        desk.receives();
        await().until(() -> desk.health().lastError().isPresent());

        server.dripsOn = "";

        await().until(() -> desk.count("mail") == 1);
    }

    @Test
    void P3_mail_that_breaks_the_connection_three_times_is_written_down_and_stops_no_other() throws Exception {
        server.add(7, mail("poison")).breaks.set(3);
        server.add(8, mail("good"));

        desk.receives();

        await().until(() -> desk.count("mail") == 2);
        assertThat(states()).containsExactly("1/7 FETCH_FAILED unreadable", "1/8 STORED null");
        assertThat(openTasks()).containsExactly("mail-not-fetched");
        assertThat(journalOrder()).startsWith("1/8");
    }

    @Test
    void mail_that_breaks_the_connection_twice_is_kept_by_the_third_try() throws Exception {
        server.add(7, mail("unlucky")).breaks.set(2);

        desk.receives();

        await().until(() -> desk.count("mail") == 1);
        assertThat(states()).containsExactly("1/7 STORED null");
    }

    @Test
    void mail_that_could_not_be_fetched_is_fetched_after_a_restart() throws Exception {
        ScriptedImapServer.Mail mail = server.add(7, mail("poison"));
        mail.breaks.set(3);
        desk.receives();
        await().until(() -> states().equals(List.of("1/7 FETCH_FAILED unreadable")));
        javax.sql.DataSource same = dataSource();
        desk.close();

        desk = new Desk(same, data, Desk.mailbox(server.port()), step -> {}).receives();

        await().until(() -> states().equals(List.of("1/7 STORED null")));
        assertThat(openTasks()).isEmpty();
        assertThat(desk.count("scheduled_tasks")).isEqualTo(1);
    }

    @Test
    void renumbered_folder_is_read_again_and_every_copy_is_recognised() throws Exception {
        server.add(7, mail("one"));
        server.add(8, mail("two"));
        desk.receives();
        await().until(() -> desk.count("mail") == 2);
        javax.sql.DataSource same = dataSource();
        desk.close();
        server.uidValidity = 2;

        desk = new Desk(same, data, Desk.mailbox(server.port()), step -> {}).receives();

        await().until(() -> desk.count("mail") == 4);
        assertThat(desk.jdbc
                        .sql("select duplicate_of from mail where source_key like '2/%' order by id")
                        .query(Long.class)
                        .list())
                .containsExactly(1L, 2L);
        assertThat(openTasks()).containsExactly("mailbox-renumbered");
    }

    @Test
    void mail_shorter_than_announced_is_fetched_three_times_then_kept_with_a_task() throws Exception {
        server.add(7, mail("short")).announced = 5000;

        desk.receives();

        await().until(() -> desk.count("mail") == 1);
        assertThat(openTasks()).containsExactly("short-mail");
        assertThat(server.commands.stream().filter(line -> line.startsWith("FETCH 1 (BODY.PEEK[]")))
                .hasSize(3);
    }

    @Test
    void mail_longer_than_announced_is_kept_whole() throws Exception {
        String text = mail("long");
        server.add(7, text).announced = 10;

        desk.receives();

        await().until(() -> desk.count("mail") == 1);
        assertThat(desk.jdbc.sql("select size from mail").query(Long.class).single())
                .isEqualTo(text.length());
    }

    @Test
    void mail_over_the_limit_is_filed_by_its_header_alone() throws Exception {
        server.add(7, mail("huge"), 2_000_000);
        server.add(8, mail("small"));

        desk.receives();

        await().until(() -> desk.count("mail") == 2);
        assertThat(states()).containsExactly("1/7 FETCH_FAILED too-large", "1/8 STORED null");
        assertThat(desk.jdbc
                        .sql("select subject from mail where state = 'FETCH_FAILED'")
                        .query(String.class)
                        .single())
                .isEqualTo("huge");
        assertThat(server.commands).noneMatch(line -> line.startsWith("FETCH 1 (BODY.PEEK[]"));
        await().until(() -> desk.health().readThrough().isPresent());
    }

    private javax.sql.DataSource dataSource() {
        return desk.dataSource;
    }

    private int index(String verb) {
        return server.commands.indexOf(server.commands.stream()
                .filter(line -> line.startsWith(verb + " "))
                .findFirst()
                .orElseThrow());
    }

    private int marked() {
        return desk.jdbc
                .sql("select count(*) from mail where marked = true")
                .query(Integer.class)
                .single();
    }

    private List<String> states() {
        return desk.jdbc
                .sql("select source_key, state, reason from mail order by source_key")
                .query((row, n) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3))
                .list();
    }

    private List<String> journalOrder() {
        return desk.jdbc
                .sql("select source_key from mail order by id")
                .query(String.class)
                .list();
    }

    private List<String> openTasks() {
        return desk.jdbc
                .sql("select kind from task where closed_at is null")
                .query(String.class)
                .list();
    }

    private static String mail(String subject) {
        return "From: unit@example.org\r\nDate: Fri, 27 Aug 2021 16:05:00 +0800\r\nSubject: " + subject
                + "\r\nMessage-ID: <" + subject + "@example.org>\r\n\r\nbody\r\n";
    }
}
