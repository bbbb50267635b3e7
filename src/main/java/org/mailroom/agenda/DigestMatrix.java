package org.mailroom.agenda;

import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailroom.campaign.Stage;
import org.mailroom.campaign.Unit;
import org.mailroom.dossier.DossierState;
import org.mailroom.dossier.Standings.Cell;

/** Units × stages, part 2 of the digest: how many in each state first, rows that changed or are at risk marked. */
final class DigestMatrix {
    /** A stage this near, in natural days, puts whoever is not complete at risk. */
    private static final int NEAR = 3;

    private static final Set<DossierState> OPEN =
            EnumSet.of(DossierState.NOT_STARTED, DossierState.PARTIAL, DossierState.RETURNED);
    private static final Set<DossierState> ALWAYS_AT_RISK =
            EnumSet.of(DossierState.OVERDUE, DossierState.LATE_RECEIVED);

    private final DigestReport.Ground ground;
    private final Period period;
    private final Map<String, Cell> cells;
    private final Set<String> changed;

    DigestMatrix(DigestReport.Ground ground, DigestRows rows, Period period) {
        this.ground = ground;
        this.period = period;
        this.cells = ground.standings().matrix().stream()
                .collect(Collectors.toMap(cell -> key(cell.unit(), cell.stage()), Function.identity()));
        this.changed = rows.changed(period);
    }

    Map<String, Object> facts() {
        List<Stage> stages = ground.campaign().stages();
        return Map.of(
                "stages",
                        stages.stream()
                                .map(stage -> Map.of("id", stage.id(), "material", stage.material()))
                                .toList(),
                "states", states(stages),
                "units", ground.campaign().units().stream().map(this::row).toList());
    }

    private List<Map<String, Object>> states(List<Stage> stages) {
        Map<DossierState, List<Integer>> counts = new EnumMap<>(DossierState.class);
        for (DossierState state : DossierState.values()) {
            List<Integer> perStage = stages.stream()
                    .map(stage -> (int) ground.campaign().units().stream()
                            .filter(unit -> state(unit, stage) == state)
                            .count())
                    .toList();
            if (perStage.stream().anyMatch(count -> count > 0)) {
                counts.put(state, perStage);
            }
        }
        return counts.entrySet().stream()
                .map(entry -> Map.<String, Object>of("state", entry.getKey().name(), "counts", entry.getValue()))
                .toList();
    }

    private Map<String, Object> row(Unit unit) {
        List<Stage> stages = ground.campaign().stages();
        return Map.of(
                "code", unit.code(),
                "name", unit.shortName(),
                "changed", stages.stream().anyMatch(stage -> changed.contains(key(unit.code(), stage.id()))),
                "atRisk", stages.stream().anyMatch(stage -> atRisk(unit, stage)),
                "link", ground.settings().deskUrl() + "/unit/" + unit.code(),
                "cells", stages.stream().map(stage -> cell(unit, stage)).toList());
    }

    private Map<String, Object> cell(Unit unit, Stage stage) {
        Cell cell = cells.get(key(unit.code(), stage.id()));
        Map<String, Object> facts = new HashMap<>();
        facts.put("state", state(cell).name());
        facts.put("gaps", cell == null ? 0 : cell.gaps());
        facts.put("corrections", cell == null ? 0 : cell.corrections());
        facts.put("changed", changed.contains(key(unit.code(), stage.id())));
        facts.put("atRisk", atRisk(unit, stage));
        return facts;
    }

    private boolean atRisk(Unit unit, Stage stage) {
        DossierState state = state(unit, stage);
        boolean near = stage.onTime(period.now()) && ChronoUnit.DAYS.between(period.today(), stage.due()) <= NEAR;
        return ALWAYS_AT_RISK.contains(state) || near && OPEN.contains(state);
    }

    private DossierState state(Unit unit, Stage stage) {
        return state(cells.get(key(unit.code(), stage.id())));
    }

    private static DossierState state(@Nullable Cell cell) {
        return cell == null ? DossierState.NOT_STARTED : cell.state();
    }

    private static String key(String unit, String stage) {
        return unit + "/" + stage;
    }
}
