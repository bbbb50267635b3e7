package org.mailroom.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.testing.ChildJvm;
import org.mailroom.testing.Stopping;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One digest each, by kill -9 between composing and commit and right after the commit. */
class KilledDigestTest {
    private static final String MORNING = "2026-02-27T08:30";

    @TempDir
    Path folder;

    private JdbcClient jdbc;

    @BeforeEach
    void prepare() {
        Flyway.configure().dataSource(KilledAgenda.database(folder)).load().migrate();
        jdbc = JdbcClient.create(KilledAgenda.database(folder));
    }

    @ParameterizedTest
    @CsvSource({"before, 0", "after, 2"})
    void killed_at_the_commit_of_a_digest_each_reader_still_gets_one(String when, int kept) throws Exception {
        try (ChildJvm desk = desk(when + " insert into outbox")) {
            desk.says(Stopping.STOPPED);
            desk.kill();
        }
        assertThat(recipients()).as("mails, slot and jobs, all or none").hasSize(kept);
        assertThat(count("agenda_slot where kind = 'digest' and outcome = 'DONE'"))
                .isEqualTo(kept / 2);
        assertThat(count("scheduled_tasks where task_name = 'send'")).isEqualTo(kept);

        try (ChildJvm desk = desk("nowhere")) {
            desk.says("done");
        }
        assertOneEach();
    }

    @Test
    void killed_after_everything_was_committed_no_digest_comes_twice() throws Exception {
        for (int start = 0; start < 2; start++) {
            try (ChildJvm desk = desk("nowhere")) {
                desk.says("done");
                desk.kill();
            }
        }

        assertOneEach();
    }

    private void assertOneEach() {
        assertThat(recipients()).containsExactly("one@office.example", "other@office.example");
        assertThat(count("agenda_slot where kind = 'digest' and outcome = 'DONE'"))
                .isEqualTo(1);
        assertThat(count("scheduled_tasks where task_name = 'send'"))
                .as("each has its job")
                .isEqualTo(2);
        assertThat(count("event where kind = 'DIGEST_COMPOSED'")).isEqualTo(1);
        assertThat(count("task")).as("nothing failed").isZero();
    }

    private ChildJvm desk(String where) throws IOException {
        return new ChildJvm(KilledDigest.class, List.of(), where, folder.toString(), MORNING);
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private List<String> recipients() {
        return jdbc.sql("select recipient from outbox where kind = 'digest' order by recipient")
                .query(String.class)
                .list();
    }
}
