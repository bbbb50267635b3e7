package org.mailroom.reply;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailroom.job.Jobs;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts composed mails into the outbox, within the caller's transaction. */
public final class OutboxRows {
    private final JdbcClient jdbc;
    private final Jobs jobs;
    private final Clock machine;

    public OutboxRows(JdbcClient jdbc, Jobs jobs, Clock machine) {
        this.jdbc = jdbc;
        this.jobs = jobs;
        this.machine = machine;
    }

    /** Adds the mail unless there is one with the same cause, kind and recipient; queued, it is sent as soon as committed. */
    public Optional<Long> add(Outgoing mail, OutboxState initial) {
        return add(mail, initial, null);
    }

    /** Adds a mail that the guard refused. */
    public Optional<Long> withhold(Outgoing mail, WithheldException.Reason reason) {
        return add(mail, OutboxState.WITHHELD, reason.key());
    }

    private Optional<Long> add(Outgoing mail, OutboxState initial, @Nullable String reason) {
        Instant now = machine.instant();
        if (insert(mail, initial, reason, now) == 0) {
            return Optional.empty();
        }
        long id = id(mail);
        if (initial == OutboxState.QUEUED) {
            jobs.schedule("send", String.format(Locale.ROOT, "%d", id), now);
        }
        return Optional.of(id);
    }

    /** @return rows added, 1 or 0; UNIQUE (cause, kind, recipient) decides */
    private int insert(Outgoing mail, OutboxState state, @Nullable String reason, Instant now) {
        return jdbc.sql("""
                        insert into outbox (cause, kind, recipient, unit, stage, receipt_number, message_id, subject, message,
                                            state, reason, next_attempt, created_at)
                        values (:cause, :kind, :recipient, :unit, :stage, :number, :messageId, :subject, :message,
                                :state, :reason, :now, :now)
                        on conflict do nothing""")
                .param("cause", mail.cause())
                .param("kind", mail.kind())
                .param("recipient", mail.recipient())
                .param("unit", mail.unit().orElse(null))
                .param("stage", mail.stage().orElse(null))
                .param("number", mail.receiptNumber().orElse(null))
                .param("messageId", mail.messageId())
                .param("subject", mail.subject())
                .param("message", mail.message())
                .param("state", state.name())
                .param("reason", reason)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private long id(Outgoing mail) {
        return jdbc.sql("select id from outbox where cause = :cause and kind = :kind and recipient = :recipient")
                .param("cause", mail.cause())
                .param("kind", mail.kind())
                .param("recipient", mail.recipient())
                .query(Long.class)
                .single();
    }
}
