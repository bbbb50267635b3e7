package org.mailroom.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailroom.reply.OutboxState;
import org.mailroom.reply.Outgoing;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table outbox. Every change names the states it may come from; 0 rows means that somebody else was first. */
final class OutboxTable {
    private static final String COLUMNS = """
            select id, cause, kind, recipient, unit, stage, receipt_number, message_id, subject, message, state, attempts,
                   next_attempt, created_at
              from outbox""";

    private final JdbcClient jdbc;

    OutboxTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<OutboxRow> find(long id) {
        return jdbc.sql(COLUMNS + " where id = :id")
                .param("id", id)
                .query(OutboxTable::row)
                .optional();
    }

    /** Mails that wait to be sent, oldest first. */
    List<OutboxRow> waiting() {
        return jdbc.sql(COLUMNS + " where state in ('QUEUED', 'RETRY') order by id")
                .query(OutboxTable::row)
                .list();
    }

    /** Mails that were being handed over before the given time. */
    List<OutboxRow> sendingBefore(Instant time) {
        return jdbc.sql(COLUMNS + " where state = 'SENDING' and sent_at < :time order by id")
                .param("time", at(time))
                .query(OutboxTable::row)
                .list();
    }

    /** Just before DATA; {@code sent_at} is from here on the time it was handed over. */
    boolean toSending(long id, Instant now) {
        return jdbc.sql("""
                        update outbox set state = 'SENDING', attempts = attempts + 1, sent_at = :now, reason = null
                         where id = :id and state in ('QUEUED', 'RETRY')""").param("id", id).param("now", at(now)).update() == 1;
    }

    /** An answer in hand outweighs an uncertainty that another node has noted meanwhile. */
    boolean toSent(long id, Instant now) {
        return jdbc.sql("""
                        update outbox set state = 'SENT', sent_at = :now, reason = null
                         where id = :id and state in ('SENDING', 'UNCERTAIN')""").param("id", id).param("now", at(now)).update() == 1;
    }

    /** Not handed over after all: an attempt is counted here unless {@link #toSending} has counted it. */
    boolean toRetry(long id, String reason, Instant next) {
        return jdbc.sql("""
                        update outbox
                           set state = 'RETRY', reason = :reason, next_attempt = :next, sent_at = null,
                               attempts = case when state = 'SENDING' then attempts else attempts + 1 end
                         where id = :id and state in ('QUEUED', 'RETRY', 'SENDING')""")
                        .param("id", id)
                        .param("reason", reason)
                        .param("next", at(next))
                        .update()
                == 1;
    }

    boolean toFailed(long id, String reason) {
        return jdbc.sql("""
                        update outbox set state = 'FAILED', reason = :reason, sent_at = null
                         where id = :id and state in ('QUEUED', 'RETRY', 'SENDING')""").param("id", id).param("reason", reason).update() == 1;
    }

    boolean toUncertain(long id, String reason) {
        return jdbc.sql("update outbox set state = 'UNCERTAIN', reason = :reason where id = :id and state = 'SENDING'")
                        .param("id", id)
                        .param("reason", reason)
                        .update()
                == 1;
    }

    boolean toWithheld(long id, String reason) {
        return jdbc.sql("""
                        update outbox set state = 'WITHHELD', reason = :reason
                         where id = :id and state in ('QUEUED', 'RETRY')""").param("id", id).param("reason", reason).update() == 1;
    }

    /** A person lets it go. What is UNCERTAIN is not released this way. */
    boolean toQueued(long id, Instant now) {
        return jdbc.sql("""
                        update outbox set state = 'QUEUED', reason = null, next_attempt = :now
                         where id = :id and state in ('DRAFT', 'WITHHELD', 'FAILED')""").param("id", id).param("now", at(now)).update() == 1;
    }

    /** What left before {@code now}; a mail being handed over, or of unknown fate, counts. */
    Caps.Traffic traffic(String recipient, String subject, Duration alikeWithin, Instant now) {
        return jdbc.sql("""
                        select coalesce(sum(case when recipient = :recipient and sent_at > :hour then 1 else 0 end), 0) last_hour,
                               coalesce(sum(case when recipient = :recipient and sent_at > :day then 1 else 0 end), 0) last_day,
                               coalesce(sum(case when recipient = :recipient and subject = :subject and sent_at > :alike
                                                 then 1 else 0 end), 0) alike,
                               coalesce(sum(case when sent_at > :hour then 1 else 0 end), 0) total
                          from outbox
                         where state in ('SENDING', 'SENT', 'UNCERTAIN') and sent_at > :earliest""")
                .param("recipient", recipient)
                .param("subject", subject)
                .param("hour", at(now.minus(Caps.HOUR)))
                .param("day", at(now.minus(Caps.DAY)))
                .param("alike", at(now.minus(alikeWithin)))
                .param("earliest", at(now.minus(alikeWithin.compareTo(Caps.DAY) > 0 ? alikeWithin : Caps.DAY)))
                .query((row, number) -> new Caps.Traffic(
                        row.getInt("last_hour"), row.getInt("last_day"), row.getInt("alike"), row.getInt("total")))
                .single();
    }

    boolean taskIsOpen(String kind, String subject) {
        return jdbc.sql("select count(*) from task where kind = :kind and subject_key = :subject and closed_at is null")
                        .param("kind", kind)
                        .param("subject", subject)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static OutboxRow row(ResultSet row, int number) throws SQLException {
        Outgoing mail = new Outgoing(
                row.getString("cause"),
                row.getString("kind"),
                row.getString("recipient"),
                optional(row.getString("unit")),
                optional(row.getString("stage")),
                optional(row.getString("receipt_number")),
                row.getString("message_id"),
                row.getString("subject"),
                row.getBytes("message"));
        return new OutboxRow(
                row.getLong("id"),
                mail,
                OutboxState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getObject("next_attempt", OffsetDateTime.class).toInstant(),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static Optional<String> optional(@Nullable String value) {
        return Optional.ofNullable(value);
    }
}
