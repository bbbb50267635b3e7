package org.mailroom.outbox;

import java.time.Clock;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a person must look at, in the table task; one a kind and subject, opened again if it was closed. */
final class OutboxTasks {
    static final String PAUSED = "sending-paused";
    static final String LOGIN = "smtp-login";

    private static final String WHOLE = "outbox";

    private final JdbcClient jdbc;
    private final Clock campaign;

    OutboxTasks(JdbcClient jdbc, Clock campaign) {
        this.jdbc = jdbc;
        this.campaign = campaign;
    }

    void open(String kind, OutboxRow row, String reason) {
        open(kind, WHOLE + "/" + row.id(), row, reason);
    }

    /** About sending as a whole. */
    void open(String kind, String reason) {
        open(kind, WHOLE, null, reason);
    }

    void close(String kind, OutboxRow row) {
        close(kind, WHOLE + "/" + row.id());
    }

    void close(String kind) {
        close(kind, WHOLE);
    }

    boolean isOpen(String kind) {
        return jdbc.sql("select count(*) from task where kind = :kind and subject_key = :subject and closed_at is null")
                        .param("kind", kind)
                        .param("subject", WHOLE)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private void open(String kind, String subject, @Nullable OutboxRow row, String reason) {
        if (insert(kind, subject, row, reason) == 0) {
            openAgain(kind, subject, reason);
        }
    }

    private int insert(String kind, String subject, @Nullable OutboxRow row, String reason) {
        return jdbc.sql(
                        """
                        insert into task (kind, subject_key, unit, stage, outbox_id, details, opened_at)
                        values (:kind, :subject, :unit, :stage, :row, :details, :now)
                        on conflict do nothing""")
                .param("kind", kind)
                .param("subject", subject)
                .param("unit", row == null ? null : row.mail().unit().orElse(null))
                .param("stage", row == null ? null : row.mail().stage().orElse(null))
                .param("row", row == null ? null : row.id())
                .param("details", json(reason))
                .param("now", campaign.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Leaves an open one as it is: its age counts from when it began. */
    private void openAgain(String kind, String subject, String reason) {
        jdbc.sql(
                        """
                        update task set closed_at = null, opened_at = :now, details = :details
                         where kind = :kind and subject_key = :subject and closed_at is not null""")
                .param("kind", kind)
                .param("subject", subject)
                .param("details", json(reason))
                .param("now", campaign.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private void close(String kind, String subject) {
        jdbc.sql(
                        """
                        update task set closed_at = :now
                         where kind = :kind and subject_key = :subject and closed_at is null""")
                .param("kind", kind)
                .param("subject", subject)
                .param("now", campaign.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static String json(String reason) {
        return "{\"reason\":\"" + reason.replaceAll("[\"\\\\\\p{Cntrl}]", " ") + "\"}";
    }
}
