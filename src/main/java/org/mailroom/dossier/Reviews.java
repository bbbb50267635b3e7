package org.mailroom.dossier;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.Stage;
import org.mailroom.campaign.WorkingDays;
import org.mailroom.check.Finding;
import org.mailroom.check.Severity;
import org.mailroom.custody.By;
import org.mailroom.custody.Decided;
import org.mailroom.custody.Decisions;
import org.mailroom.custody.Decisions.About;
import org.mailroom.custody.Decisions.Act;
import org.mailroom.custody.Decisions.Case;
import org.mailroom.custody.Decisions.Not;
import org.mailroom.custody.Decisions.Outcome;
import org.mailroom.custody.Decisions.Question;
import org.mailroom.custody.Decisions.Taken;
import org.mailroom.custody.EventLog;
import org.mailroom.dossier.DossierRows.DossierRow;
import org.mailroom.dossier.Findings.Kept;
import org.mailroom.dossier.Lifecycle.Guard;
import org.mailroom.dossier.Lifecycle.Trigger;
import org.mailroom.dossier.Standings.Told;

/** A door for people: what becomes of a dossier. Merit and lateness are theirs to judge (P7); nothing here forfeits. */
public final class Reviews {
    /** What the waiver of a finding was based on: nobody has decided about it before. */
    private static final String UNDECIDED = "-:0";

    private final Campaign campaign;
    private final Decisions decisions;
    private final DossierRows rows;
    private final Findings findings;
    private final Assessment assessment;
    private final Standings standings;
    private final DossierTasks tasks;
    private final EventLog events;
    private final Clock campaignClock;

    Reviews(
            Campaign campaign,
            Decisions decisions,
            DossierRows rows,
            Findings findings,
            Assessment assessment,
            Standings standings,
            DossierTasks tasks,
            EventLog events,
            Clock campaignClock) {
        this.campaign = campaign;
        this.decisions = decisions;
        this.rows = rows;
        this.findings = findings;
        this.assessment = assessment;
        this.standings = standings;
        this.tasks = tasks;
        this.events = events;
        this.campaignClock = campaignClock;
    }

    /** A finding that keeps a dossier from being accepted. */
    public record Open(long id, Finding finding) {}

    /** Tells the unit, within the transaction of the decision; a refusal takes the decision back. */
    public interface Notice {
        Optional<Decided.Refused> write(long decision, Told told);
    }

    /** The version of a dossier to decide upon; "" if it has not begun. */
    public String seen(String unit, String stage) {
        return rows.find(unit, stage)
                .map(row -> decisions.seen(subject(unit, stage), version(row)))
                .orElse("");
    }

    /** What must be waived one by one before the dossier can be accepted. */
    public List<Open> open(String unit, String stage) {
        return rows.find(unit, stage).map(row -> open(row.id())).orElse(List.of());
    }

    /** Begins the review. */
    public Decided start(String unit, String stage, String seen, By by) {
        return decide("REVIEW_STARTED", unit, stage, seen, by, "", false, decision -> {
            DossierRow row = rows.lock(unit, stage);
            boolean rejected =
                    open(row.id()).stream().anyMatch(one -> one.finding().severity() == Severity.REJECT);
            return rejected ? Not.because("rejected-items") : move(row, Trigger.REVIEW_STARTED, Guard.ALWAYS, Map.of());
        });
    }

    /**
     * Accepts what came by mail.
     *
     * @param waivers a reason for each open finding, by its id
     */
    public Decided accept(String unit, String stage, Map<Long, String> waivers, String seen, By by) {
        Map<Long, String> ordered = new TreeMap<>(waivers);
        Act act = decision -> {
            DossierRow row = rows.lock(unit, stage);
            Set<Long> open = open(row.id()).stream().map(Open::id).collect(Collectors.toSet());
            if (!open.containsAll(ordered.keySet())) {
                return Not.because("finding-unknown");
            }
            if (!ordered.keySet().containsAll(open)) {
                return new Not(new Decided.Refused("items-open", Map.of("count", open.size() - ordered.size())));
            }
            Guard guard = stage(stage).closedByAcceptance() ? Guard.NOTHING_FOLLOWS : Guard.MORE_FOLLOWS;
            return move(row, Trigger.ACCEPTED_BY_PERSON, guard, Map.of("waived", ordered.size()));
        };
        List<Case> cases = new ArrayList<>();
        cases.add(ask("DOSSIER_ACCEPTED", unit, stage, seen, by, ordered.toString(), false, act));
        ordered.forEach((finding, reason) -> cases.add(waive(unit, stage, finding, reason, by)));
        return decisions.decide(cases);
    }

    private Case waive(String unit, String stage, long finding, String reason, By by) {
        By waiving = new By(by.account(), by.name(), reason);
        return new Case(
                new Question("FINDING_WAIVED", "finding/" + finding, UNDECIDED, waiving, "", true),
                () -> Optional.of("-"),
                Optional::empty,
                decision -> {
                    DossierRow row = rows.lock(unit, stage);
                    String rule = open(row.id()).stream()
                            .filter(one -> one.id() == finding)
                            .map(one -> one.finding().rule())
                            .findFirst()
                            .orElse("");
                    return new Taken(new About(unit, stage, null), Map.of("rule", rule, "finding", finding));
                });
    }

    /**
     * Sends the material back for correction.
     *
     * @param asked what the notice says, so that another notice is another decision
     * @param notice composes it
     */
    public Decided sendBack(String unit, String stage, String asked, String seen, By by, Notice notice) {
        return decide("DOSSIER_SENT_BACK", unit, stage, seen, by, asked, true, decision -> {
            DossierRow row = rows.lock(unit, stage);
            Outcome moved = move(row, Trigger.SENT_BACK, Guard.ALWAYS, Map.of());
            if (moved instanceof Taken) {
                rows.hold(row.id(), false);
            }
            return told(moved, decision, row, notice);
        });
    }

    /** Admits what came late; the findings then say whether it is complete. */
    public Decided admit(String unit, String stage, String seen, By by, Notice notice) {
        return decide("DOSSIER_ADMITTED", unit, stage, seen, by, "", true, decision -> {
            DossierRow row = rows.lock(unit, stage);
            Outcome moved = move(row, Trigger.ADMITTED, Guard.ALWAYS, Map.of());
            if (moved instanceof Taken) {
                DossierRow admitted = rows.lock(unit, stage);
                Instant last = admitted.lastReceived() == null
                        ? campaignClock.instant()
                        : admitted.lastReceived().toInstant();
                assessment.afterMail(admitted, null, last);
            }
            return told(moved, decision, row, notice);
        });
    }

    private Outcome told(Outcome moved, long decision, DossierRow row, Notice notice) {
        if (!(moved instanceof Taken)) {
            return moved;
        }
        Stage stage = stage(row.stage());
        boolean returned = rows.lock(row.unit(), row.stage()).state() == DossierState.RETURNED;
        Optional<LocalDate> due;
        try {
            LocalDate today = campaignClock.instant().atZone(campaign.zone()).toLocalDate();
            due = returned
                    ? Optional.of(campaign.workingDays().after(today, stage.correctionWorkdays()))
                    : Optional.empty();
        } catch (WorkingDays.UnknownYearException unknown) {
            return Not.because("calendar-unknown");
        }
        return notice.write(decision, standings.tell(row.unit(), row.stage(), due))
                .<Outcome>map(Not::new)
                .orElse(moved);
    }

    private Outcome move(DossierRow row, Trigger trigger, Guard guard, Map<String, ?> details) {
        Optional<DossierState> next = Lifecycle.next(row.state(), trigger, guard);
        if (next.isEmpty()) {
            return new Not(new Decided.Refused(
                    "state-does-not-allow", Map.of("state", row.state().name())));
        }
        rows.state(row.id(), next.get());
        tasks.looked(row);
        Map<String, Object> facts = new HashMap<>(details);
        facts.put("from", row.state().name());
        facts.put("to", next.get().name());
        return new Taken(new About(row.unit(), row.stage(), null), facts);
    }

    private Decided decide(
            String kind, String unit, String stage, String seen, By by, String asked, boolean reasoned, Act act) {
        return decisions.decide(ask(kind, unit, stage, seen, by, asked, reasoned, act));
    }

    private Case ask(
            String kind, String unit, String stage, String seen, By by, String asked, boolean reasoned, Act act) {
        return new Case(
                new Question(kind, subject(unit, stage), seen, by, asked, reasoned),
                () -> rows.find(unit, stage).map(row -> version(rows.lock(unit, stage))),
                () -> events.lastOfDossier(unit, stage),
                act);
    }

    private List<Open> open(long dossier) {
        return findings.kept(dossier).stream()
                .filter(kept -> kept.finding().severity().compareTo(Severity.RETURN) <= 0)
                .map(Reviews::open)
                .toList();
    }

    private static Open open(Kept kept) {
        return new Open(kept.id(), kept.finding());
    }

    private Stage stage(String id) {
        return campaign.stage(id).orElseThrow();
    }

    private static String version(DossierRow row) {
        return row.state() + "." + row.version();
    }

    private static String subject(String unit, String stage) {
        return "dossier/" + unit + "/" + stage;
    }
}
