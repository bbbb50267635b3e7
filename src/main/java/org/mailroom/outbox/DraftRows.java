package org.mailroom.outbox;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.mailroom.custody.Decided;
import org.mailroom.reply.OutboxState;
import org.mailroom.reply.Outgoing;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of the outbox as people change them. The caller has locked the row and looked at its state. */
public final class DraftRows {
    private static final int SHOWN = 16;

    private final JdbcClient jdbc;
    private final OutboxTable table;

    public DraftRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.table = new OutboxTable(jdbc);
    }

    Optional<OutboxRow> find(long id) {
        return table.find(id);
    }

    /**
     * What a person has seen: where the mail stands, after how many attempts, and its octets.
     *
     * @param lock "" or " for update"
     */
    Optional<String> version(long id, String lock) {
        Optional<Long> locked = jdbc.sql("select id from outbox where id = :id" + lock)
                .param("id", id)
                .query(Long.class)
                .optional();
        return locked.flatMap(table::find).map(row -> row.state() + "." + row.attempts() + "." + hash(row.mail()));
    }

    private record Last(String actor, OffsetDateTime at, String kind) {}

    Optional<Decided.Stale> lastChange(long id) {
        return jdbc.sql("""
                        select actor, at, kind from event where kind like 'MAIL\\_%' escape '\\' and details like :outbox
                         order by id desc limit 1""")
                .param("outbox", String.format(Locale.ROOT, "%%\"outbox\":%d,%%", id))
                .query(Last.class)
                .optional()
                .map(last -> new Decided.Stale(last.actor(), last.at().toInstant(), last.kind()));
    }

    void queue(long id, Instant now) {
        jdbc.sql("""
                        update outbox set state = 'QUEUED', reason = null, next_attempt = :now, sent_at = null
                         where id = :id""").param("id", id).param("now", now.atOffset(ZoneOffset.UTC)).update();
    }

    void state(long id, OutboxState state) {
        jdbc.sql("update outbox set state = :state, reason = null where id = :id")
                .param("id", id)
                .param("state", state.name())
                .update();
    }

    /** Keeps the octets as they were before this decision. */
    void keep(OutboxRow row, long decision) {
        jdbc.sql("""
                        insert into draft_version (outbox_id, decision_id, subject, message)
                        values (:id, :decision, :subject, :message)""")
                .param("id", row.id())
                .param("decision", decision)
                .param("subject", row.mail().subject())
                .param("message", row.mail().message())
                .update();
    }

    void replace(long id, String subject, byte[] message) {
        jdbc.sql("update outbox set subject = :subject, message = :message where id = :id")
                .param("id", id)
                .param("subject", subject)
                .param("message", message)
                .update();
    }

    /** The first digits of the SHA-256 of the octets. */
    static String hash(Outgoing mail) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(mail.message());
            return HexFormat.of().formatHex(digest).substring(0, SHOWN);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java has SHA-256", absent);
        }
    }
}
