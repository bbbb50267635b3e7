package org.mailroom.desk;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What happened, from the record of events, newest first. */
final class TimeLine {
    private static final int MOST_OF_ACCOUNTS = 100;

    private final JdbcClient jdbc;
    private final CampaignTime time;
    private final Masking masking;
    private final JsonMapper json = JsonMapper.builder().build();

    TimeLine(JdbcClient jdbc, CampaignTime time, Masking masking) {
        this.jdbc = jdbc;
        this.time = time;
        this.masking = masking;
    }

    private record EventRow(
            OffsetDateTime at,
            String kind,
            String actor,
            @Nullable Long mailId,
            String details) {}

    /**
     * @param from and to: keys of states, if the event changed one
     * @param facts other details, key and value
     */
    public record Happened(
            String at, String kind, String actor, @Nullable Long mailId, String from, String to, List<Fact> facts) {
        /** Accounts by name instead of number. */
        Happened naming(Map<String, String> accounts) {
            List<Fact> named = facts.stream()
                    .map(fact -> fact.key().equals("account")
                            ? new Fact(fact.key(), accounts.getOrDefault(fact.value(), fact.value()))
                            : fact)
                    .toList();
            return new Happened(at, kind, actor, mailId, from, to, named);
        }
    }

    public record Fact(String key, String value) {}

    List<Happened> of(String unit, String stage) {
        return jdbc.sql("""
                        select at, kind, actor, mail_id, details from event where unit = :unit and stage = :stage
                         order by id desc""").param("unit", unit).param("stage", stage).query(EventRow.class).list().stream()
                .map(this::happened)
                .toList();
    }

    List<Happened> ofMail(long mail) {
        return jdbc
                .sql("select at, kind, actor, mail_id, details from event where mail_id = :mail order by id desc")
                .param("mail", mail)
                .query(EventRow.class)
                .list()
                .stream()
                .map(this::happened)
                .toList();
    }

    /** The last that happened to accounts: logins, locks, passwords, roles; accounts by their names. */
    List<Happened> ofAccounts() {
        Map<String, String> names = new HashMap<>();
        jdbc.sql("select id, name from account")
                .query(Named.class)
                .list()
                .forEach(one -> names.put(one.id(), one.name()));
        return jdbc.sql("""
                        select at, kind, actor, mail_id, details from event
                         where kind = 'LOGGED_IN' or kind like 'ACCOUNT\\_%' escape '\\' order by id desc limit :most""").param("most", MOST_OF_ACCOUNTS).query(EventRow.class).list().stream()
                .map(this::happened)
                .map(one -> one.naming(names))
                .toList();
    }

    private record Named(String id, String name) {}

    private Happened happened(EventRow row) {
        JsonNode details = json.readTree(row.details());
        List<Fact> facts = new ArrayList<>();
        details.properties().forEach(entry -> {
            if (!entry.getKey().equals("from") && !entry.getKey().equals("to")) {
                facts.add(new Fact(entry.getKey(), masking.numbers(text(entry.getValue()))));
            }
        });
        return new Happened(
                time.of(row.at()),
                row.kind(),
                row.actor(),
                row.mailId(),
                details.path("from").asString(""),
                details.path("to").asString(""),
                facts);
    }

    private static String text(JsonNode value) {
        if (!value.isArray()) {
            return value.isObject() ? "" : value.asString();
        }
        List<String> all = new ArrayList<>();
        value.forEach(one -> all.add(text(one)));
        return String.join(" ", all);
    }
}
