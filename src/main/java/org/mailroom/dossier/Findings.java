package org.mailroom.dossier;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailroom.check.Finding;
import org.mailroom.check.Severity;
import org.mailroom.check.Spot;
import org.mailroom.form.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code finding}: what the rules say of each dossier now. What they said before stands in the events. */
final class Findings {
    /** No variable of any words has this name. */
    private static final String SPOT = "spot";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Findings(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A finding and its row's id. */
    record Kept(long id, Finding finding) {}

    private record FindingRow(long id, String rule, String message, String severity, String place, String details) {}

    void replace(long dossierId, List<Finding> found) {
        jdbc.sql("delete from finding where dossier_id = :dossier")
                .param("dossier", dossierId)
                .update();
        for (Finding finding : found) {
            jdbc.sql("""
                            insert into finding (dossier_id, rule, message, severity, place, details)
                            values (:dossier, :rule, :message, :severity, :place, :details)""")
                    .param("dossier", dossierId)
                    .param("rule", finding.rule())
                    .param("message", finding.message())
                    .param("severity", finding.severity().name())
                    .param("place", json.writeValueAsString(finding.place()))
                    .param("details", json.writeValueAsString(details(finding)))
                    .update();
        }
    }

    /** In the order of rules.yaml. */
    List<Finding> of(long dossierId) {
        return kept(dossierId).stream().map(Kept::finding).toList();
    }

    /** The same with their ids. */
    @SuppressWarnings("unchecked")
    List<Kept> kept(long dossierId) {
        return jdbc
                .sql(
                        "select id, rule, message, severity, place, details from finding where dossier_id = :dossier order by id")
                .param("dossier", dossierId)
                .query(FindingRow.class)
                .list()
                .stream()
                .map(row -> new Kept(
                        row.id(), finding(row, (Map<String, Object>) json.readValue(row.details(), Map.class))))
                .toList();
    }

    private Finding finding(FindingRow row, Map<String, Object> details) {
        Map<String, Object> values = new HashMap<>(details);
        Optional<Spot> spot =
                Optional.ofNullable(values.remove(SPOT)).map(stored -> json.convertValue(stored, Spot.class));
        return new Finding(
                row.rule(),
                row.message(),
                Severity.valueOf(row.severity()),
                json.readValue(row.place(), Place.class),
                values,
                spot);
    }

    /** The values of the words, and the place on a scan beside them. */
    private static Map<String, Object> details(Finding finding) {
        Map<String, Object> details = new HashMap<>(finding.values());
        finding.spot().ifPresent(spot -> details.put(SPOT, spot));
        return details;
    }
}
