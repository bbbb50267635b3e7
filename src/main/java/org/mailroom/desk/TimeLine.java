package org.mailroom.desk;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What happened, from the record of events, newest first. */
final class TimeLine {
    private static final int MOST_OF_ACCOUNTS = 100;
    private static final String SLOT = "slot";

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
        /** What is known by its number gets its name. */
        Happened naming(String key, Map<String, String> names) {
            List<Fact> named = facts.stream()
                    .map(fact -> fact.key().equals(key) ? fact.naming(names) : fact)
                    .toList();
            return new Happened(at, kind, actor, mailId, from, to, named);
        }
    }

    /** @param value of a slot: document, medium and nominee with slashes between; the last is empty where it is nobody's */
    public record Fact(String key, String value) {
        private String id() {
            return value.substring(value.lastIndexOf('/') + 1);
        }

        private Fact naming(Map<String, String> names) {
            String id = id();
            return new Fact(key, value.substring(0, value.length() - id.length()) + names.getOrDefault(id, id));
        }
    }

    /** @param shown a nominee's name as the reader may see it */
    List<Happened> of(String unit, String stage, UnaryOperator<String> shown) {
        return nominees(
                jdbc.sql("""
                        select at, kind, actor, mail_id, details from event where unit = :unit and stage = :stage
                         order by id desc""").param("unit", unit).param("stage", stage).query(EventRow.class).list().stream()
                        .map(this::happened)
                        .toList(),
                shown);
    }

    List<Happened> ofMail(long mail) {
        return nominees(
                jdbc
                        .sql(
                                "select at, kind, actor, mail_id, details from event where mail_id = :mail order by id desc")
                        .param("mail", mail)
                        .query(EventRow.class)
                        .list()
                        .stream()
                        .map(this::happened)
                        .toList(),
                masking::numbers);
    }

    /** The last that happened to accounts: logins, locks, passwords, roles; accounts by their names. */
    List<Happened> ofAccounts() {
        Map<String, String> names = byId(jdbc.sql("select id, name from account"), UnaryOperator.identity());
        return jdbc.sql("""
                        select at, kind, actor, mail_id, details from event
                         where kind = 'LOGGED_IN' or kind like 'ACCOUNT\\_%' escape '\\' order by id desc limit :most""").param("most", MOST_OF_ACCOUNTS).query(EventRow.class).list().stream()
                .map(this::happened)
                .map(one -> one.naming("account", names))
                .toList();
    }

    private List<Happened> nominees(List<Happened> happened, UnaryOperator<String> shown) {
        Set<Long> nominees = happened.stream()
                .flatMap(one -> one.facts().stream())
                .filter(fact -> fact.key().equals(SLOT) && !fact.id().isEmpty())
                .map(fact -> Long.valueOf(fact.id()))
                .collect(toSet());
        if (nominees.isEmpty()) {
            return happened;
        }
        Map<String, String> names =
                byId(jdbc.sql("select id, name from nominee where id in (:ids)").param("ids", nominees), shown);
        return happened.stream().map(one -> one.naming(SLOT, names)).toList();
    }

    private record Named(String id, String name) {}

    private static Map<String, String> byId(JdbcClient.StatementSpec query, UnaryOperator<String> shown) {
        return query.query(Named.class).list().stream().collect(toMap(Named::id, one -> shown.apply(one.name())));
    }

    private Happened happened(EventRow row) {
        JsonNode details = json.readTree(row.details());
        List<Fact> facts = new ArrayList<>();
        details.properties().forEach(entry -> {
            switch (entry.getKey()) {
                case "from", "to" -> {}
                case SLOT -> facts.add(slot(entry.getValue().asString()));
                // of a person's decision: with the stage in front
                case "slots" ->
                    entry.getValue()
                            .forEach(slot -> facts.add(slot(slot.asString().replaceFirst("^[^/]*/", ""))));
                default -> facts.add(new Fact(entry.getKey(), masking.numbers(text(entry.getValue()))));
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

    /** @param key of the slot, with a dash where it is nobody's */
    private static Fact slot(String key) {
        return new Fact(SLOT, key.replaceFirst("-$", ""));
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
