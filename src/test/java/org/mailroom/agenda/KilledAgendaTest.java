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
import org.mailroom.sender.Contact;
import org.mailroom.sender.Contacts;
import org.mailroom.testing.ChildJvm;
import org.mailroom.testing.Stopping;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One slot, one mail, by kill -9 between composing and commit and right after the commit. */
class KilledAgendaTest {
    @TempDir
    Path folder;

    private JdbcClient jdbc;

    @BeforeEach
    void prepare() {
        Flyway.configure().dataSource(KilledAgenda.database(folder)).load().migrate();
        jdbc = JdbcClient.create(KilledAgenda.database(folder));
        Contacts contacts = new Contacts(jdbc);
        for (String unit : List.of("ON", "QC")) {
            contacts.register(
                    new Contact(unit, "office@" + unit + ".example", "", Contact.State.REGISTERED, "settings"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-27T09:00, before, 0",
        "2026-02-27T09:00, after, 1",
        "2026-03-07T00:00, before, 0",
        "2026-03-07T00:00, after, 1",
    })
    void killed_at_the_commit_of_a_slot_each_unit_still_gets_one_mail(String time, String when, int kept)
            throws Exception {
        try (ChildJvm desk = agenda(when + " insert into outbox", time)) {
            desk.says(Stopping.STOPPED);
            desk.kill();
        }
        assertThat(count("outbox")).as("mail and slot, both or neither").isEqualTo(kept);
        assertThat(count("agenda_slot where outcome = 'DONE'")).isEqualTo(kept);

        try (ChildJvm desk = agenda("nowhere", time)) {
            desk.says("done");
        }
        assertThat(recipients()).containsExactly("office@on.example", "office@qc.example");
        assertThat(count("agenda_slot where outcome = 'DONE'")).isEqualTo(2);
        assertThat(count("scheduled_tasks where task_name = 'send'"))
                .as("each queued mail has its job, a draft has none")
                .isEqualTo(time.startsWith("2026-02") ? 2 : 0);
    }

    @Test
    void killed_after_everything_was_committed_nothing_is_said_twice() throws Exception {
        for (int start = 0; start < 2; start++) {
            try (ChildJvm desk = agenda("nowhere", "2026-02-27T09:00")) {
                desk.says("done");
                desk.kill();
            }
        }

        assertThat(recipients()).hasSize(2);
    }

    private ChildJvm agenda(String where, String time) throws IOException {
        return new ChildJvm(KilledAgenda.class, List.of(), where, folder.toString(), time);
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private List<String> recipients() {
        return jdbc.sql("select recipient from outbox order by recipient")
                .query(String.class)
                .list();
    }
}
