package org.mailroom.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.Medium;
import org.mailroom.campaign.Stage;
import org.mailroom.campaign.Unit;
import org.mailroom.check.Dossier;
import org.mailroom.check.Finding;
import org.mailroom.check.Severity;
import org.mailroom.custody.EventLog;
import org.mailroom.dossier.Documents.Current;
import org.mailroom.dossier.DossierRows.DossierRow;
import org.mailroom.dossier.Lifecycle.Guard;
import org.mailroom.dossier.Lifecycle.Trigger;
import org.mailroom.form.Form;
import org.mailroom.reading.Reading;
import tools.jackson.databind.json.JsonMapper;

/** Looks at a whole dossier after each change: rules, gaps, state. The state is a projection; looking again gives the same. */
final class Assessment {
    private final Campaign campaign;
    private final DossierRows rows;
    private final Documents documents;
    private final MailRows mails;
    private final Findings findings;
    private final ReceiptWindows windows;
    private final DossierRules rules;
    private final Nominees nominees;
    private final HistoryRows history;
    private final DossierTasks tasks;
    private final EventLog events;
    private final ReadForms readForms;

    Assessment(
            Campaign campaign,
            DossierRows rows,
            Documents documents,
            MailRows mails,
            Findings findings,
            ReceiptWindows windows,
            DossierRules rules,
            Nominees nominees,
            HistoryRows history,
            DossierTasks tasks,
            EventLog events,
            JsonMapper json) {
        this.campaign = campaign;
        this.rows = rows;
        this.documents = documents;
        this.mails = mails;
        this.findings = findings;
        this.windows = windows;
        this.rules = rules;
        this.nominees = nominees;
        this.history = history;
        this.tasks = tasks;
        this.events = events;
        this.readForms = new ReadForms(json);
    }

    /**
     * After a mail was filed into the dossier, or a person changed what counts. The caller holds the row's lock.
     *
     * @param received when the mail was received, which decides what is late; for a person's change that of the mail concerned
     */
    void afterMail(DossierRow row, @Nullable Long mailId, Instant received) {
        Stage stage = campaign.stage(row.stage()).orElseThrow();
        Instant first =
                row.firstReceived() == null || row.firstReceived().toInstant().isAfter(received)
                        ? received
                        : row.firstReceived().toInstant();
        Instant last =
                row.lastReceived() == null || row.lastReceived().toInstant().isBefore(received)
                        ? received
                        : row.lastReceived().toInstant();
        boolean onTime = stage.onTime(first);
        rows.received(row.id(), first, last, onTime);

        Dossier filed = filed(row, first, last, windows.openMails(row.unit()));
        nominees.list(row.id(), row.unit(), rules.nominations(forms(filed.filed())));
        Dossier dossier = filed.with(history.of(row));
        List<Finding> found = rules.check(dossier);
        List<Standing.Gap> gaps = Gaps.of(dossier);
        findings.replace(row.id(), found);
        rows.gaps(row.id(), gaps.size());

        Trigger trigger = onTime ? Trigger.SUBMITTED_IN_TIME : Trigger.SUBMITTED_LATE;
        Guard guard = guard(found, gaps, stage.onTime(received));
        Optional<DossierState> next = Lifecycle.next(row.state(), trigger, guard);
        next.ifPresent(state -> rows.state(row.id(), state));
        if (next.filter(DossierState.COMPLETE::equals).isPresent()) {
            rows.complete(row.id(), received);
        }
        if (row.state() == DossierState.UNDER_REVIEW) {
            rows.hold(row.id(), true);
        }
        tasks.assessed(row, next.orElse(row.state()), mailId);
        events.append(
                "DOSSIER_ASSESSED",
                "rule",
                row.unit(),
                row.stage(),
                mailId,
                Map.of(
                        "from", row.state().name(),
                        "to", next.orElse(row.state()).name(),
                        "gaps", gaps.size(),
                        "rules",
                                found.stream()
                                        .map(Finding::rule)
                                        .distinct()
                                        .sorted()
                                        .toList()));
    }

    /** PARTIAL is only gaps before the due time; what is still missing after it is to be corrected (DESIGN 6). */
    static Guard guard(List<Finding> found, List<Standing.Gap> gaps, boolean beforeClose) {
        if (found.stream().anyMatch(finding -> finding.severity().compareTo(Severity.RETURN) <= 0)) {
            return Guard.SOMETHING_TO_CORRECT;
        }
        if (gaps.isEmpty()) {
            return Guard.NOTHING_TO_CORRECT;
        }
        return beforeClose ? Guard.SOME_MISSING : Guard.SOMETHING_TO_CORRECT;
    }

    /** Nominees that count against the capped quota. */
    int division(Dossier dossier) {
        return rules.division(dossier);
    }

    /**
     * The dossier as the rules see it: what counts now, and what could not be counted in these mails.
     *
     * @param unanswered the mails that were not answered before
     */
    Dossier dossier(DossierRow row, Instant first, Instant last, List<Long> unanswered) {
        return filed(row, first, last, unanswered).with(history.of(row));
    }

    private Dossier filed(DossierRow row, Instant first, Instant last, List<Long> unanswered) {
        Unit unit = campaign.unit(row.unit()).orElseThrow();
        Stage stage = campaign.stage(row.stage()).orElseThrow();
        List<Current> current = new ArrayList<>(documents.current(row.id()));
        current.addAll(documents.nameless(row.id(), unanswered));
        List<Dossier.Filed> filed = current.stream().map(this::filed).toList();
        List<Dossier.Refused> refused = mails.refused(unanswered).stream()
                .map(part -> new Dossier.Refused(part.name(), Reading.Reason.valueOf(part.reason())))
                .toList();
        return new Dossier(unit, stage, filed, refused, rules.nominees(forms(filed)), first, last);
    }

    private static List<Form> forms(List<Dossier.Filed> filed) {
        return filed.stream().flatMap(one -> one.form().stream()).toList();
    }

    private Dossier.Filed filed(Current document) {
        Optional<Dossier.Nominee> nominee = document.nominee() == null || document.category() == null
                ? Optional.empty()
                : Optional.of(new Dossier.Nominee(document.category(), document.nominee()));
        return new Dossier.Filed(
                document.document(),
                Medium.valueOf(document.medium()),
                nominee,
                document.fileName(),
                Optional.ofNullable(document.content()).map(readForms::of));
    }
}
