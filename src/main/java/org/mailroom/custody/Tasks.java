package org.mailroom.custody;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What waits for a person. There is one row for a kind and a subject, opened again if the matter comes up again. */
public final class Tasks {
    private final JdbcClient jdbc;
    private final Clock campaign;
    private final JsonMapper json = JsonMapper.builder().build();

    public Tasks(DataSource dataSource, Clock campaign) {
        this.jdbc = JdbcClient.create(dataSource);
        this.campaign = campaign;
    }

    /**
     * Opens a task, in the caller's transaction; one that is open already stays as it is.
     *
     * @param subject what it is about, for example mail/17
     * @param details codes and numbers, no personal values
     */
    public void open(
            String kind,
            String subject,
            @Nullable String unit,
            @Nullable String stage,
            @Nullable Long mailId,
            Map<String, ?> details) {
        String facts = json.writeValueAsString(new TreeMap<>(details));
        if (reopen(kind, subject, facts) > 0) {
            return;
        }
        jdbc.sql("""
                        insert into task (kind, subject_key, unit, stage, mail_id, details, opened_at)
                        values (:kind, :subject, :unit, :stage, :mailId, :details, :now)
                        on conflict do nothing""")
                .param("kind", kind)
                .param("subject", subject)
                .param("unit", unit)
                .param("stage", stage)
                .param("mailId", mailId)
                .param("details", facts)
                .param("now", campaign.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Closes a task if it is open. */
    public void close(String kind, String subject) {
        jdbc.sql("""
                        update task set closed_at = :now
                         where kind = :kind and subject_key = :subject and closed_at is null""")
                .param("kind", kind)
                .param("subject", subject)
                .param("now", campaign.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private int reopen(String kind, String subject, String details) {
        return jdbc.sql("""
                        update task set closed_at = null, opened_at = :now, details = :details
                         where kind = :kind and subject_key = :subject and closed_at is not null""")
                .param("kind", kind)
                .param("subject", subject)
                .param("details", details)
                .param("now", campaign.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
