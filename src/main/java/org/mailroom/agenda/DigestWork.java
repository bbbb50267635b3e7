package org.mailroom.agenda;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.mailroom.agenda.DigestRows.OpenTask;
import org.mailroom.campaign.Stage;
import org.mailroom.campaign.Unit;

/**
 * What needs a person, oldest first: part 3 of the digest. The same matter of many units is one line that names them; of
 * what is restricted only the number is told. Whom to phone stands with the deadlines.
 */
final class DigestWork {
    /** One screen; the rest is counted. */
    private static final int LINES = 30;
    /** From so many on, the same matter of units is one line. */
    private static final int ALIKE = 4;

    private final DigestReport.Ground ground;
    private final DigestRows rows;
    private final Period period;
    private final Restricted restricted;
    private final List<OpenTask> tasks;

    DigestWork(DigestReport.Ground ground, DigestRows rows, Period period) {
        this.ground = ground;
        this.rows = rows;
        this.period = period;
        this.restricted = new Restricted(ground);
        this.tasks = rows.openTasks();
    }

    /** A line and when its oldest matter came up. */
    private record Line(Instant opened, Map<String, Object> facts) {}

    /** All that waits: open tasks, and drafts to be released. */
    int waiting() {
        return tasks.size() + drafts();
    }

    Map<String, Object> facts() {
        List<Line> lines = new ArrayList<>();
        Map<String, List<OpenTask>> matters = new LinkedHashMap<>();
        tasks.stream()
                .filter(task -> !restricted.is(task) && !task.kind().equals(DigestDeadlines.PLEASE_PHONE))
                .forEach(task -> matters.computeIfAbsent(matter(task), key -> new ArrayList<>())
                        .add(task));
        for (List<OpenTask> matter : matters.values()) {
            if (matter.size() >= ALIKE) {
                lines.add(together(matter));
            } else {
                matter.forEach(task -> lines.add(line(task)));
            }
        }
        lines.sort(Comparator.comparing(Line::opened));
        return Map.of(
                "work", lines.stream().limit(LINES).map(Line::facts).toList(),
                "more", Math.max(0, lines.size() - LINES),
                "drafts", draftFacts(),
                "restricted", restricted.counts(tasks, rows),
                "workLink", ground.settings().deskUrl() + "/work");
    }

    /** Tasks about a unit and stage as such are alike; any other is a matter of its own. */
    private static String matter(OpenTask task) {
        boolean ofUnit = task.unit() != null && task.mailId() == null;
        return ofUnit ? task.kind() + "|" + task.stage() : "task/" + task.id();
    }

    private Line together(List<OpenTask> alike) {
        OpenTask oldest = alike.get(0);
        Map<String, Object> facts = common(oldest, ground.settings().deskUrl() + "/work");
        facts.put(
                "units",
                alike.stream()
                        .map(OpenTask::unit)
                        .filter(Objects::nonNull)
                        .distinct()
                        .map(this::shortName)
                        .toList());
        facts.put("count", alike.size());
        return new Line(oldest.openedAt().toInstant(), facts);
    }

    private Line line(OpenTask task) {
        Map<String, Object> facts = common(task, link(task));
        facts.put(
                "units",
                Optional.ofNullable(task.unit()).map(this::shortName).stream().toList());
        facts.put("count", 1);
        return new Line(task.openedAt().toInstant(), facts);
    }

    private Map<String, Object> common(OpenTask task, String link) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("what", ground.words().apply("task." + task.kind()));
        restricted.rule(task).ifPresent(rule -> facts.put("rule", rule));
        Optional.ofNullable(task.stage())
                .flatMap(ground.campaign()::stage)
                .map(Stage::material)
                .ifPresent(material -> facts.put("material", material));
        Optional.ofNullable(task.mailId()).ifPresent(mail -> facts.put("mail", mail));
        facts.put("age", period.age(task.openedAt().toInstant()));
        facts.put("link", link);
        return facts;
    }

    private String link(OpenTask task) {
        String desk = ground.settings().deskUrl();
        if (task.mailId() != null) {
            return desk + "/mail/" + task.mailId();
        }
        if (task.unit() != null) {
            return task.stage() == null
                    ? desk + "/unit/" + task.unit()
                    : desk + "/dossier/" + task.unit() + "/" + task.stage();
        }
        return desk + "/work#task-" + task.id();
    }

    private int drafts() {
        return rows.outbox().stream()
                .filter(state -> state.name().equals("DRAFT"))
                .mapToInt(DigestRows.Counted::count)
                .sum();
    }

    private Map<String, Object> draftFacts() {
        Map<String, Object> facts = new HashMap<>();
        facts.put("count", drafts());
        rows.oldestDraft().ifPresent(oldest -> facts.put("age", period.machineAge(oldest)));
        return facts;
    }

    private String shortName(String unit) {
        return ground.campaign().unit(unit).map(Unit::shortName).orElse(unit);
    }
}
