package org.mailroom.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
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
import org.mailroom.form.ScannedForm;
import org.mailroom.reading.Photo;
import org.mailroom.reading.Reading;
import org.mailroom.reading.ScanPage;
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
    private final ScanPages pages;
    private final EventLog events;
    private final JsonMapper json;
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
            ScanPages pages,
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
        this.pages = pages;
        this.events = events;
        this.json = json;
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
        boolean reading = pages.open(row.unit());
        List<Standing.Gap> all = Gaps.of(dossier);
        List<Standing.Gap> gaps = Gaps.certain(all, reading);
        List<Finding> before = findings.of(row.id());
        findings.replace(row.id(), found);
        rows.gaps(row.id(), gaps.size());

        Trigger trigger = onTime ? Trigger.SUBMITTED_IN_TIME : Trigger.SUBMITTED_LATE;
        Guard guard = guard(found, gaps, !all.equals(gaps), stage.onTime(received));
        Optional<DossierState> next = Lifecycle.next(row.state(), trigger, guard);
        next.ifPresent(state -> rows.state(row.id(), state));
        if (next.filter(DossierState.COMPLETE::equals).isPresent()) {
            rows.complete(row.id(), received);
        }
        if (row.state() == DossierState.UNDER_REVIEW) {
            rows.hold(row.id(), true);
        }
        tasks.assessed(row, next.orElse(row.state()), mailId);
        if (newlyRestricted(before, found) && !givenByPerson(mailId)) {
            tasks.restricted(row, mailId);
        }
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

    /** Whether a mark of secrecy was found that was not there when a person last looked. */
    private boolean newlyRestricted(List<Finding> before, List<Finding> found) {
        List<String> rules = campaign.lexicon().words("digest.restricted-rules");
        return found.stream().anyMatch(finding -> rules.contains(finding.rule()) && !before.contains(finding));
    }

    /** Who gave a mail that was set aside to its unit has judged its marks. */
    private boolean givenByPerson(@Nullable Long mailId) {
        return mailId != null && mails.assignedUnit(mailId).isPresent();
    }

    /**
     * PARTIAL is only gaps before the due time; what is still missing after it is to be corrected (DESIGN 6).
     *
     * @param checking whether more may be missing, once all pages are read
     */
    static Guard guard(List<Finding> found, List<Standing.Gap> gaps, boolean checking, boolean beforeClose) {
        if (found.stream().anyMatch(finding -> finding.severity().compareTo(Severity.RETURN) <= 0)) {
            return Guard.SOMETHING_TO_CORRECT;
        }
        if (gaps.isEmpty()) {
            return checking ? Guard.SOME_MISSING : Guard.NOTHING_TO_CORRECT;
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
        Map<Long, Optional<Seen>> seen = new HashMap<>();
        List<Dossier.Filed> filed =
                current.stream().map(document -> filed(document, seen)).toList();
        List<Dossier.Refused> refused = mails.refused(unanswered).stream()
                .map(part -> new Dossier.Refused(part.name(), Reading.Reason.valueOf(part.reason())))
                .toList();
        return new Dossier(unit, stage, filed, refused, rules.nominees(forms(filed)), first, last);
    }

    private static List<Form> forms(List<Dossier.Filed> filed) {
        return filed.stream().flatMap(one -> one.form().stream()).toList();
    }

    /** What was seen of a file. */
    private record Seen(List<ScanPage> pages, Optional<Photo> photo) {}

    private Dossier.Filed filed(Current document, Map<Long, Optional<Seen>> seen) {
        Optional<Dossier.Nominee> nominee = document.nominee() == null || document.category() == null
                ? Optional.empty()
                : Optional.of(new Dossier.Nominee(document.category(), document.nominee()));
        Optional<String> content = Optional.ofNullable(document.content());
        boolean scan = document.medium().equals(Medium.SCAN.name());
        return new Dossier.Filed(
                document.document(),
                Medium.valueOf(document.medium()),
                nominee,
                document.fileName(),
                scan ? Optional.empty() : content.map(readForms::of),
                seen.computeIfAbsent(document.partId(), this::seen)
                        .map(file -> Dossier.Scanned.of(
                                file.pages(),
                                content.filter(any -> scan).map(form -> json.readValue(form, ScannedForm.class)),
                                file.photo())),
                scan ? Optional.empty() : pages.typed(document.partId()));
    }

    private Optional<Seen> seen(long part) {
        Seen seen = new Seen(pages.of(part), pages.photo(part));
        return seen.pages().isEmpty() && seen.photo().isEmpty() ? Optional.empty() : Optional.of(seen);
    }
}
