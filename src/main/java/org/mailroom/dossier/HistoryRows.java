package org.mailroom.dossier;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mailroom.campaign.Stage;
import org.mailroom.check.History;
import org.mailroom.check.History.Progress;
import org.mailroom.dossier.DossierRows.DossierRow;
import org.mailroom.dossier.UnitNominees.Listed;
import org.mailroom.dossier.UnitNominees.Met;
import org.mailroom.form.Form;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What the tables know of a unit's past and of the other units, for the rules. Reads, never writes. */
final class HistoryRows {
    private final JdbcClient jdbc;
    private final List<Stage> stages;
    private final JsonMapper json;

    HistoryRows(JdbcClient jdbc, List<Stage> stages, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
        this.stages = stages;
    }

    /** For a dossier whose nominees are listed already ({@link Nominees#list}). */
    History of(DossierRow dossier) {
        UnitNominees nominees = new UnitNominees(met(dossier.unit()), listed(dossier.id()));
        return new History(
                        nominees.lostPlaces(),
                        nominees.cancelled(),
                        nominees.known(),
                        nominees.passed(),
                        progress(dossier.unit()),
                        nominated(dossier.stage()),
                        nominees.among(elsewhere(dossier)))
                .with(earlier(dossier), Map.of(), senders(dossier.id()));
    }

    private record Content(String stage, String content) {}

    /** The electronic forms that count in the unit's earlier stages, the latest of them first. */
    private List<Form> earlier(DossierRow dossier) {
        List<String> order = stages.stream().map(Stage::id).toList();
        int now = order.indexOf(dossier.stage());
        return jdbc.sql("""
                        select w.stage, d.content
                          from slot s join document d on d.id = s.document_id join dossier w on w.id = s.dossier_id
                         where w.unit = :unit and d.medium = 'ELECTRONIC' and d.content is not null
                         order by d.received_at, d.id""").param("unit", dossier.unit()).query(Content.class).list().stream()
                .filter(row -> order.indexOf(row.stage()) < now)
                .sorted(Comparator.comparing((Content row) -> order.indexOf(row.stage()))
                        .reversed())
                .map(row -> json.readValue(row.content(), Form.class))
                .toList();
    }

    private List<History.Sender> senders(long dossier) {
        return jdbc.sql("""
                        select distinct coalesce(m.sender_address, '') as address, coalesce(m.sender_name, '') as name
                          from slot s join document d on d.id = s.document_id join mail m on m.id = d.mail_id
                         where s.dossier_id = :dossier""")
                .param("dossier", dossier)
                .query(History.Sender.class)
                .list();
    }

    private List<Met> met(String unit) {
        return jdbc.sql(
                        "select id, category, name, state, after_cancellation from nominee where unit = :unit order by id")
                .param("unit", unit)
                .query(Met.class)
                .list();
    }

    private List<Listed> listed(long dossier) {
        return jdbc.sql("""
                        select l.nominee_id, n.category, l.name from listing l join nominee n on n.id = l.nominee_id
                         where l.dossier_id = :dossier""").param("dossier", dossier).query(Listed.class).list();
    }

    private record Begun(String stage, String state, boolean begun) {}

    private Map<String, Progress> progress(String unit) {
        Map<String, Progress> progress = new HashMap<>();
        stages.forEach(stage -> progress.put(stage.id(), Progress.NOT_BEGUN));
        jdbc
                .sql("select stage, state, first_received is not null as begun from dossier where unit = :unit")
                .param("unit", unit)
                .query(Begun.class)
                .list()
                .stream()
                .filter(Begun::begun)
                .forEach(row -> progress.put(
                        row.stage(),
                        row.state().equals(DossierState.CLOSED.name()) ? Progress.CLOSED : Progress.BEGUN));
        return progress;
    }

    private record Sum(String category, int count) {}

    private Map<String, Integer> nominated(String stage) {
        return jdbc.sql("""
                        select n.category, count(distinct n.id) as count
                          from listing l join dossier d on d.id = l.dossier_id join nominee n on n.id = l.nominee_id
                         where d.stage = :stage and d.state not in ('FORFEITED', 'WITHDRAWN')
                           and n.state not in ('CANCELLED', 'WITHDRAWN')
                         group by n.category""").param("stage", stage).query(Sum.class).list().stream()
                .collect(Collectors.toMap(Sum::category, Sum::count));
    }

    /**
     * Nominees of the dossier whom another unit nominates, in whatever stage: the same identity number, or the same name
     * where one of the two has none.
     */
    private Set<Long> elsewhere(DossierRow dossier) {
        return jdbc.sql("""
                        select distinct n.id
                          from listing here join nominee n on n.id = here.nominee_id
                          join nominee o on o.category = n.category and o.unit <> n.unit
                           and (o.person_key = n.person_key
                                or (o.person_key is null or n.person_key is null) and o.name = n.name)
                          join listing there on there.nominee_id = o.id
                          join dossier d on d.id = there.dossier_id
                         where here.dossier_id = :dossier and o.state not in ('CANCELLED', 'WITHDRAWN')
                           and d.state not in ('FORFEITED', 'WITHDRAWN')""").param("dossier", dossier.id()).query(Long.class).set();
    }
}
