package org.mailroom.dossier;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code dossier}: one row for each unit × stage that something has happened to. */
final class DossierRows {
    private final JdbcClient jdbc;

    DossierRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A row of the table; a dossier that has none has not begun. */
    record DossierRow(
            long id,
            String unit,
            String stage,
            DossierState state,
            @Nullable OffsetDateTime firstReceived,
            @Nullable OffsetDateTime completeReceived,
            @Nullable OffsetDateTime lastReceived,
            @Nullable Boolean onTime,
            boolean humanHold,
            @Nullable LocalDate correctionDue,
            int receipts,
            int gaps,
            long version) {
        private static final long NO_ROW = -1;

        /** Of a dossier that has no row. */
        static DossierRow notBegun(String unit, String stage) {
            return new DossierRow(
                    NO_ROW, unit, stage, DossierState.NOT_STARTED, null, null, null, null, false, null, 0, 0, 0);
        }
    }

    /** The row, made if it is the first time, locked until the transaction ends: filings of one dossier queue here. */
    DossierRow lock(String unit, String stage) {
        jdbc.sql("""
                        insert into dossier (unit, stage, state) values (:unit, :stage, 'NOT_STARTED')
                        on conflict do nothing""").param("unit", unit).param("stage", stage).update();
        return jdbc.sql("""
                        select id, unit, stage, state, first_received, complete_received, last_received, on_time, human_hold,
                               correction_due, receipts, gaps, version
                          from dossier where unit = :unit and stage = :stage for update""")
                .param("unit", unit)
                .param("stage", stage)
                .query(DossierRow.class)
                .single();
    }

    Optional<DossierRow> find(String unit, String stage) {
        return jdbc.sql("""
                        select id, unit, stage, state, first_received, complete_received, last_received, on_time, human_hold,
                               correction_due, receipts, gaps, version
                          from dossier where unit = :unit and stage = :stage""")
                .param("unit", unit)
                .param("stage", stage)
                .query(DossierRow.class)
                .optional();
    }

    List<DossierRow> all() {
        return jdbc.sql("""
                        select id, unit, stage, state, first_received, complete_received, last_received, on_time, human_hold,
                               correction_due, receipts, gaps, version
                          from dossier order by unit, stage""").query(DossierRow.class).list();
    }

    /** Whether any of these mails was filed into the dossier: its events say so, also for a mail with nothing that counts. */
    boolean filedInto(String unit, String stage, List<Long> mails) {
        return !mails.isEmpty()
                && jdbc.sql("""
                                select count(*) from event
                                 where unit = :unit and stage = :stage and kind = 'DOSSIER_ASSESSED' and mail_id in (:mails)""")
                                .param("unit", unit)
                                .param("stage", stage)
                                .param("mails", mails)
                                .query(Integer.class)
                                .single()
                        > 0;
    }

    /** Whether the passing of the due time is on record. */
    boolean duePassed(String unit, String stage) {
        return jdbc.sql("select count(*) from event where unit = :unit and stage = :stage and kind = 'DUE_PASSED'")
                        .param("unit", unit)
                        .param("stage", stage)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Stages of this unit that are begun and not complete. */
    List<String> unfinished(String unit) {
        return jdbc.sql(
                        "select stage from dossier where unit = :unit and state in ('PARTIAL', 'RETURNED') order by stage")
                .param("unit", unit)
                .query(String.class)
                .list();
    }

    void received(long id, Instant first, Instant last, boolean onTime) {
        jdbc.sql("update dossier set first_received = :first, last_received = :last, on_time = :onTime,"
                        + " version = version + 1 where id = :id")
                .param("first", first.atOffset(UTC))
                .param("last", last.atOffset(UTC))
                .param("onTime", onTime)
                .param("id", id)
                .update();
    }

    /** Notes how many items are missing. */
    void gaps(long id, int count) {
        jdbc.sql("update dossier set gaps = :count where id = :id")
                .param("count", count)
                .param("id", id)
                .update();
    }

    /** A hash over what the unit was told last; empty before the first answer. */
    Optional<String> told(long id) {
        return jdbc.sql("select told from dossier where id = :id and told is not null")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    void told(long id, String hash) {
        jdbc.sql("update dossier set told = :hash where id = :id")
                .param("hash", hash)
                .param("id", id)
                .update();
    }

    /** Stages that a mail was filed into, in no order. */
    List<String> stagesOf(long mailId) {
        return jdbc.sql("""
                        select distinct stage from event
                         where kind = 'DOSSIER_ASSESSED' and mail_id = :mail and stage is not null""").param("mail", mailId).query(String.class).list();
    }

    /** The last mail that was filed into the dossier. */
    Optional<Long> lastMail(DossierRow row) {
        return jdbc.sql("""
                        select mail_id from event
                         where unit = :unit and stage = :stage and kind = 'DOSSIER_ASSESSED' and mail_id is not null
                         order by mail_id desc limit 1""")
                .param("unit", row.unit())
                .param("stage", row.stage())
                .query(Long.class)
                .optional();
    }

    void state(long id, DossierState state) {
        jdbc.sql("update dossier set state = :state, version = version + 1 where id = :id")
                .param("state", state.name())
                .param("id", id)
                .update();
    }

    /** Notes when every slot was first filled with nothing to correct; a later time does not move it. */
    void complete(long id, Instant received) {
        jdbc.sql("update dossier set complete_received = :received where id = :id and complete_received is null")
                .param("received", received.atOffset(UTC))
                .param("id", id)
                .update();
    }

    void correctionDue(long id, Optional<LocalDate> day) {
        jdbc.sql("update dossier set correction_due = :day where id = :id")
                .param("day", day.orElse(null))
                .param("id", id)
                .update();
    }

    /** Whether a person must look before anything goes on. */
    void hold(long id, boolean hold) {
        jdbc.sql("update dossier set human_hold = :hold where id = :id")
                .param("hold", hold)
                .param("id", id)
                .update();
    }

    /** The next receipt number of this dossier, from 1. The caller holds the row's lock. */
    int nextReceipt(long id) {
        jdbc.sql("update dossier set receipts = receipts + 1 where id = :id")
                .param("id", id)
                .update();
        return jdbc.sql("select receipts from dossier where id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }
}
