package org.mailroom.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.testing.ChildJvm;
import org.mailroom.testing.ScriptedImapServer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** P1: the desk is killed between any two steps; its mail server and its disk live on. */
class KilledDeskTest {
    @TempDir
    Path data;

    private ScriptedImapServer server;

    @BeforeEach
    void prepare() throws Exception {
        server = new ScriptedImapServer();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"written", "synced", "renamed", "filed", "journalled", "committed"})
    void P1_kill_at_each_arrow_loses_no_mail_and_doubles_none(String step) throws Exception {
        List<String> mails = List.of(mail("one"), mail("two"), mail("three"));
        for (int i = 0; i < mails.size(); i++) {
            server.add(i + 1, mails.get(i));
        }
        try (ChildJvm desk = desk(step, 2)) {
            desk.says("at " + step);
            desk.kill();
        }
        assertThat(server.flagged)
                .as("nothing is marked before it is committed")
                .doesNotContain(2L, 3L);

        try (ChildJvm desk = desk("-", 1)) {
            desk.says("done");
            assertThat(desk.exitCode()).isZero();
        }

        DataSource database = ChildDesk.database(data);
        JdbcClient jdbc = JdbcClient.create(database);
        assertThat(jdbc.sql(
                                "select source_key || ' ' || state || ' ' || coalesce(duplicate_of, 0) from mail order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("1/1 STORED 0", "1/2 STORED 0", "1/3 STORED 0");
        assertThat(jdbc.sql("select count(*) from scheduled_tasks where task_name = 'read'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
        assertThat(jdbc.sql("select count(*) from event").query(Integer.class).single())
                .isEqualTo(3);
        assertThat(jdbc.sql("select count(*) from mail where marked = false")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(storedFiles()).containsExactlyInAnyOrderElementsOf(mails);
        assertThat(server.flagged).containsExactlyInAnyOrder(1L, 2L, 3L);
    }

    @Test
    void P1_kill_between_commit_and_flag_has_the_mail_flagged_at_the_next_start() throws Exception {
        server.add(1, mail("one"));
        server.hangsOn = "STORE";
        try (ChildJvm desk = desk("-", 1)) {
            await().until(() -> server.commands.stream().anyMatch(line -> line.startsWith("STORE")));
            desk.kill();
        }
        server.hangsOn = "";
        assertThat(server.flagged).isEmpty();

        try (ChildJvm desk = desk("-", 1)) {
            desk.says("done");
        }

        assertThat(server.flagged).containsExactly(1L);
        assertThat(JdbcClient.create(ChildDesk.database(data))
                        .sql("select count(*) from mail where marked = true")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void mail_of_50_MB_is_kept_in_a_heap_of_48_MB() throws Exception {
        long size = 50L * 1024 * 1024;
        server.add(1, mail("large"), size);

        try (ChildJvm desk = desk("-", 1)) {
            desk.says("done");
        }

        JdbcClient jdbc = JdbcClient.create(ChildDesk.database(data));
        assertThat(jdbc.sql("select size from mail where state = 'STORED'")
                        .query(Long.class)
                        .list())
                .containsExactly(size);
    }

    @Test
    void halted_process_loses_no_commit() throws Exception {
        try (ChildJvm halting = new ChildJvm(Halting.class, List.of(), data.toString())) {
            assertThat(halting.exitCode()).isEqualTo(137);
        }

        assertThat(JdbcClient.create(ChildDesk.database(data))
                        .sql("select count(*) from lease")
                        .query(Integer.class)
                        .single())
                .isEqualTo(20);
    }

    /** Commits 20 rows and is gone. */
    static final class Halting {
        private Halting() {}

        public static void main(String[] args) throws Exception {
            JdbcClient jdbc = JdbcClient.create(ChildDesk.database(Path.of(args[0])));
            for (int i = 0; i < 20; i++) {
                jdbc.sql("insert into lease (name, holder, epoch, until) values (:name, '-', 0, current_timestamp)")
                        .param("name", "row " + i)
                        .update();
            }
            Runtime.getRuntime().halt(137);
        }
    }

    @Test
    void settings_write_each_commit_at_once() throws IOException {
        Properties settings = new Properties();
        try (InputStream in = getClass().getResourceAsStream("/application.properties")) {
            settings.load(in);
        }
        assertThat(settings.getProperty("spring.datasource.url")).contains("WRITE_DELAY=0", "MODE=PostgreSQL");
    }

    private ChildJvm desk(String step, int mail) throws IOException {
        return new ChildJvm(
                ChildDesk.class,
                List.of("-Xmx48m"),
                Integer.toString(server.port()),
                data.toString(),
                step,
                Integer.toString(mail),
                Long.toString(100L * 1024 * 1024));
    }

    private List<String> storedFiles() throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve("raw"))) {
            return files.filter(file ->
                            Files.isRegularFile(file) && !file.toString().endsWith(".part"))
                    .map(KilledDeskTest::text)
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String mail(String subject) {
        return "From: unit@example.org\r\nDate: Fri, 27 Aug 2021 16:05:00 +0800\r\nSubject: " + subject
                + "\r\n\r\nbody of " + subject + "\r\n";
    }
}
