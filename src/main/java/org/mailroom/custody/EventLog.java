package org.mailroom.custody;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
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
     * @return the event's id
     */
    public long append(
            String kind,
            String actor,
            @Nullable String unit,
            @Nullable String stage,
            @Nullable Long mailId,
            Map<String, ?> details) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
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
                .update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    private record Last(String actor, OffsetDateTime at, String kind) {
        Decided.Stale change() {
            return new Decided.Stale(actor, at.toInstant(), kind);
        }
    }

    /** What last happened to a mail. */
    public Optional<Decided.Stale> lastOfMail(long mailId) {
        return jdbc.sql("select actor, at, kind from event where mail_id = :mail order by id desc limit 1")
                .param("mail", mailId)
                .query(Last.class)
                .optional()
                .map(Last::change);
    }

    /** What last happened to a unit's dossier. */
    public Optional<Decided.Stale> lastOfDossier(String unit, String stage) {
        return jdbc.sql("""
                        select actor, at, kind from event where unit = :unit and stage = :stage
                         order by id desc limit 1""")
                .param("unit", unit)
                .param("stage", stage)
                .query(Last.class)
                .optional()
                .map(Last::change);
    }
}
