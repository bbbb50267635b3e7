package org.mailroom.dossier;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailroom.job.Jobs;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mails that a person gives to a unit. */
final class AssignedMails {
    private final JdbcClient jdbc;
    private final Jobs jobs;
    private final Clock machine;

    AssignedMails(JdbcClient jdbc, Jobs jobs, Clock machine) {
        this.jdbc = jdbc;
        this.jobs = jobs;
        this.machine = machine;
    }

    record MailRow(
            String state,
            @Nullable Long duplicateOf,
            @Nullable String unit,
            @Nullable String assignedUnit) {
        String version() {
            return state + "/" + unit + "/" + assignedUnit;
        }
    }

    /** @param lock "" or " for update" */
    Optional<MailRow> find(long mailId, String lock) {
        return jdbc.sql("select state, duplicate_of, unit, assigned_unit from mail where id = :id" + lock)
                .param("id", mailId)
                .query(MailRow.class)
                .optional();
    }

    /** Whether the whole mail was filed. */
    boolean filed(long mailId) {
        return jdbc.sql("select count(*) from event where mail_id = :id and kind = 'MAIL_FILED'")
                        .param("id", mailId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Units whose dossiers hold something of the mail. */
    List<String> holders(long mailId) {
        return jdbc.sql("""
                        select distinct s.unit from document d join dossier s on s.id = d.dossier_id
                         where d.mail_id = :id""").param("id", mailId).query(String.class).list();
    }

    /** The mail is read again, as the unit's. */
    void give(long mailId, String unit) {
        jdbc.sql("update mail set assigned_unit = :unit, state = 'STORED' where id = :id")
                .param("unit", unit)
                .param("id", mailId)
                .update();
        jobs.schedule("read", Long.toString(mailId), machine.instant());
    }
}
