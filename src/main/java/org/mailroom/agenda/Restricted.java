package org.mailroom.agenda;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mailroom.agenda.DigestRows.OpenTask;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What the digest and the ledger only count: objections, and rules of the campaign's lexicon, such as 密级. */
final class Restricted {
    private static final Set<String> KINDS = Set.of("objection", "restricted");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DigestReport.Ground ground;
    private final List<String> rules;

    /** @throws org.mailroom.campaign.CampaignException if the lexicon lacks digest.restricted-rules */
    Restricted(DigestReport.Ground ground) {
        this.ground = ground;
        this.rules = ground.campaign().lexicon().words("digest.restricted-rules");
    }

    boolean is(OpenTask task) {
        return KINDS.contains(task.kind()) || rule(task).filter(rules::contains).isPresent();
    }

    /** The rule that a task is about, if it names one. */
    Optional<String> rule(OpenTask task) {
        try {
            return Optional.of(JSON.readTree(task.details()).path("rule").asString(""))
                    .filter(rule -> !rule.isBlank());
        } catch (JacksonException noJson) {
            return Optional.empty();
        }
    }

    /** How many of each kind, in words; kinds without any are left out. */
    List<Map<String, Object>> counts(List<OpenTask> tasks, DigestRows rows) {
        List<Map<String, Object>> counts = new ArrayList<>();
        tasks.stream()
                .filter(this::is)
                .map(OpenTask::kind)
                .distinct()
                .sorted()
                .forEach(kind -> counts.add(Map.of(
                        "what",
                        ground.words().apply("task." + kind),
                        "count",
                        tasks.stream()
                                .filter(this::is)
                                .filter(task -> task.kind().equals(kind))
                                .count())));
        for (String rule : rules) {
            int count = rows.dossiersWith(rule);
            if (count > 0) {
                counts.add(Map.of("rule", rule, "count", count));
            }
        }
        return counts;
    }
}
