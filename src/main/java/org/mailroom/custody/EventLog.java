package org.mailroom.custody;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The record of every change, written in the transaction of the change (P8). Rows are added, never altered. */
public final class EventLog {
    private final JdbcClient jdbc;
    private final Clock campaign;
    private final JsonMapper json = JsonMapper.builder().build();

    public EventLog(DataSource dataSource, Clock campaign) {
        this.jdbc = JdbcClient.create(dataSource);
        this.campaign = campaign;
    }

    /**
     * @param kind for example MAIL_KEPT
     * @param actor mail, clock, rule, or a person's account
     * @param details keys, hashes and codes, never personal values: a purge must leave the chain whole
     */
    public void append(
            String kind,
            String actor,
            @Nullable String unit,
            @Nullable String stage,
            @Nullable Long mailId,
            Map<String, ?> details) {
        jdbc.sql("""
                        insert into event (at, kind, actor, unit, stage, mail_id, details)
                        values (:at, :kind, :actor, :unit, :stage, :mailId, :details)""")
                // as exact as both databases keep it, so that the seal can be checked
                .param("at", campaign.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
                .param("kind", kind)
                .param("actor", actor)
                .param("unit", unit)
                .param("stage", stage)
                .param("mailId", mailId)
                .param("details", json.writeValueAsString(new TreeMap<>(details)))
                .update();
    }
}
