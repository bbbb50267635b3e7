package org.mailroom.agenda;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailroom.campaign.Stage;
import org.mailroom.campaign.Unit;
import org.mailroom.campaign.WorkingDays;
import org.mailroom.dossier.DossierState;
import org.mailroom.dossier.Standings.Cell;

/** What is due next, and whom to call: part 4 of the digest. */
record DigestDeadlines(DigestReport.Ground ground, DigestRows rows, Period period) {
    /** Units without any material are named for stages that are due within this many days. */
    private static final int NAMED_WITHIN = 14;
    /** Days for corrections are named from this many days before. */
    private static final int CORRECTIONS_WITHIN = 2;

    static final String PLEASE_PHONE = "please-phone";

    Map<String, Object> facts() {
        return Map.of(
                "deadlines",
                        ground.campaign().stages().stream()
                                .filter(stage -> stage.onTime(period.now()))
                                .map(this::deadline)
                                .toList(),
                "phone", phone(),
                "correctionsDue",
                        rows.corrections(period.today().plusDays(CORRECTIONS_WITHIN)).stream()
                                .map(this::correction)
                                .toList());
    }

    private Map<String, Object> deadline(Stage stage) {
        Set<String> begun = ground.standings().matrix().stream()
                .filter(cell -> cell.stage().equals(stage.id()) && cell.state() != DossierState.NOT_STARTED)
                .map(Cell::unit)
                .collect(Collectors.toSet());
        List<String> untouched = ground.campaign().units().stream()
                .filter(unit -> !begun.contains(unit.code()))
                .map(Unit::shortName)
                .toList();
        long days = ChronoUnit.DAYS.between(period.today(), stage.due());
        Map<String, Object> facts = new HashMap<>();
        facts.put("material", stage.material());
        facts.put("due", Period.day(stage.due()));
        facts.put("days", days);
        workingDays(stage.due()).ifPresent(number -> facts.put("workingDays", number));
        facts.put("untouchedCount", untouched.size());
        facts.put("untouched", days <= NAMED_WITHIN ? untouched : List.of());
        return facts;
    }

    /** Today counted, as reminders count them (6.6). */
    private Optional<Integer> workingDays(LocalDate due) {
        WorkingDays calendar = ground.campaign().workingDays();
        return calendar.verified(period.today().getYear()) && calendar.verified(due.getYear())
                ? Optional.of(calendar.between(period.today(), due))
                : Optional.empty();
    }

    private List<String> phone() {
        return rows.openTasks().stream()
                .filter(task -> task.kind().equals(PLEASE_PHONE))
                .map(DigestRows.OpenTask::unit)
                .flatMap(Stream::ofNullable)
                .distinct()
                .map(this::shortName)
                .toList();
    }

    private Map<String, Object> correction(DigestRows.Correction correction) {
        return Map.of(
                "unit", shortName(correction.unit()),
                "material",
                        ground.campaign()
                                .stage(correction.stage())
                                .map(Stage::material)
                                .orElse(correction.stage()),
                "due", Period.day(correction.due()),
                "passed", correction.due().isBefore(period.today()));
    }

    private String shortName(String unit) {
        return ground.campaign().unit(unit).map(Unit::shortName).orElse(unit);
    }
}
