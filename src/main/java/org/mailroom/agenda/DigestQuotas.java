package org.mailroom.agenda;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.Category;
import org.mailroom.campaign.Stage;
import org.mailroom.dossier.Standings;

/** How many are nominated of how many places, R-20 and R-23, in the last stage that has begun: part 5 of the digest. */
record DigestQuotas(DigestReport.Ground ground) {

    Map<String, Object> facts() {
        Campaign campaign = ground.campaign();
        Map<String, Object> facts = new HashMap<>();
        Optional<Nominating> last = last();
        Standings.Nominated nominated = last.map(Nominating::nominated).orElse(new Standings.Nominated(Map.of(), 0));
        last.ifPresent(one -> facts.put("material", one.stage().material()));
        facts.put(
                "lines",
                campaign.categories().stream()
                        .map(category -> line(category, nominated))
                        .toList());
        Set<String> ofCategories =
                campaign.categories().stream().map(Category::quota).collect(Collectors.toSet());
        // the one quota of no category caps a rank among the nominees of the others
        campaign.quotaTotals().entrySet().stream()
                .filter(total -> !ofCategories.contains(total.getKey()))
                .findFirst()
                .ifPresent(total -> facts.put(
                        "capped",
                        Map.of("key", total.getKey(), "count", nominated.capped(), "total", total.getValue())));
        facts.put("assumption", campaign.quotaIsAssumption());
        return facts;
    }

    private record Nominating(Stage stage, Standings.Nominated nominated) {}

    private Optional<Nominating> last() {
        List<Stage> stages = new ArrayList<>(ground.campaign().stages());
        Collections.reverse(stages);
        return stages.stream()
                .map(stage -> new Nominating(stage, ground.standings().nominated(stage)))
                .filter(one -> !one.nominated().byCategory().isEmpty())
                .findFirst();
    }

    private Map<String, Object> line(Category category, Standings.Nominated nominated) {
        return Map.of(
                "name", category.name(),
                "measure", category.measure(),
                "count", nominated.byCategory().getOrDefault(category.id(), 0),
                "total", ground.campaign().quotaTotals().getOrDefault(category.quota(), 0));
    }
}
