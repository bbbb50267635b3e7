package org.mailroom.agenda;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tables say to a digest. Reads, never writes. */
final class DigestRows {
    private final JdbcClient jdbc;

    DigestRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Counted(String name, int count) {}

    /** When the last digest before this slot was composed, on the campaign's clock. */
    Optional<Instant> lastDigest(String thisSlot) {
        return jdbc.sql("""
                        select max(decided_at) as at from agenda_slot
                         where kind = 'digest' and outcome = 'DONE' and slot_key <> :key""")
                .param("key", thisSlot)
                .query((row, number) -> Optional.ofNullable(row.getObject("at", OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }

    int newMails(Period period) {
        return during("select count(*) from event where kind = 'MAIL_KEPT' and at > :from and at <= :to", period);
    }

    /** Documents of the mails that were filed in the period, every version. */
    int newDocuments(Period period) {
        return during("""
                select count(*) from document where mail_id in (
                    select mail_id from event where kind = 'DOSSIER_ASSESSED' and at > :from and at <= :to)""", period);
    }

    private int during(String sql, Period period) {
        return jdbc.sql(sql)
                .param("from", period.from())
                .param("to", period.to())
                .query(Integer.class)
                .single();
    }

    /** Dossiers, as unit/stage, whose state was looked at or decided anew in the period. */
    Set<String> changed(Period period) {
        return jdbc.sql("""
                        select distinct unit || '/' || stage from event
                         where at > :from and at <= :to and unit is not null and stage is not null
                           and details like '%"to":"%'""")
                .param("from", period.from())
                .param("to", period.to())
                .query(String.class)
                .set();
    }

    /** Dossiers with something to correct whose day for it is near or has passed, the most urgent first. */
    List<Correction> corrections(LocalDate until) {
        return jdbc.sql("""
                        select unit, stage, correction_due as due from dossier
                         where state = 'RETURNED' and correction_due is not null and correction_due <= :until
                         order by correction_due, unit, stage""").param("until", until).query(Correction.class).list();
    }

    record Correction(String unit, String stage, LocalDate due) {}

    /** What waits for a person, oldest first. */
    List<OpenTask> openTasks() {
        return jdbc.sql("""
                        select id, kind, subject_key, unit, stage, mail_id, details, opened_at from task
                         where closed_at is null order by opened_at, id""").query(OpenTask.class).list();
    }

    record OpenTask(
            long id,
            String kind,
            String subjectKey,
            @Nullable String unit,
            @Nullable String stage,
            @Nullable Long mailId,
            String details,
            OffsetDateTime openedAt) {}

    List<Counted> outbox() {
        return jdbc.sql("select state as name, count(*) as count from outbox group by state order by state")
                .query(Counted.class)
                .list();
    }

    /** When the draft that has waited longest was composed, on the machine's clock. */
    Optional<Instant> oldestDraft() {
        return jdbc.sql("select created_at from outbox where state = 'DRAFT' order by created_at limit 1")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    int mails(String state) {
        return jdbc.sql("select count(*) from mail where state = :state")
                .param("state", state)
                .query(Integer.class)
                .single();
    }

    /** Dossiers with an open finding of the rule. */
    int dossiersWith(String rule) {
        return jdbc.sql("select count(distinct dossier_id) from finding where rule = :rule")
                .param("rule", rule)
                .query(Integer.class)
                .single();
    }

    /** The end of the chain of events (P8). */
    Optional<Head> head() {
        return jdbc.sql("""
                        select seal_number as number, seal_hash as hash from event
                         where seal_number is not null order by seal_number desc limit 1""").query(Head.class).optional();
    }

    record Head(long number, String hash) {}
}
