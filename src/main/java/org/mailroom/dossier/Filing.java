package org.mailroom.dossier;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.Stage;
import org.mailroom.campaign.Unit;
import org.mailroom.custody.EventLog;
import org.mailroom.custody.StoredMail;
import org.mailroom.custody.Tasks;
import org.mailroom.dossier.Documents.AssignedBy;
import org.mailroom.dossier.Documents.NewDocument;
import org.mailroom.dossier.DossierRows.DossierRow;
import org.mailroom.dossier.MailRows.Outcome;
import org.mailroom.form.RecognisedMail;
import org.mailroom.job.Jobs;
import org.mailroom.message.OpenedMail;
import org.mailroom.reading.ReadFile;
import org.mailroom.reading.Reading;
import org.mailroom.reading.ScanPage;
import org.mailroom.reading.TypedFile;
import tools.jackson.databind.json.JsonMapper;

/** Puts the files of one mail into the unit's dossiers. Runs in the caller's transaction. */
final class Filing {
    private final Campaign campaign;
    private final Sorting sorting;
    private final DossierRows rows;
    private final Documents documents;
    private final Nominees nominees;
    private final MailRows mails;
    private final ScanPages pages;
    private final Slotting slotting;
    private final Jobs jobs;
    private final Assessment assessment;
    private final ReceiptWindows windows;
    private final Tasks tasks;
    private final EventLog events;
    private final JsonMapper json;
    private final Clock campaignClock;
    private final Clock machineClock;

    Filing(
            Campaign campaign,
            Sorting sorting,
            DossierRows rows,
            Documents documents,
            Nominees nominees,
            MailRows mails,
            ScanPages pages,
            Slotting slotting,
            Jobs jobs,
            Assessment assessment,
            ReceiptWindows windows,
            Tasks tasks,
            EventLog events,
            JsonMapper json,
            Clock campaignClock,
            Clock machineClock) {
        this.campaign = campaign;
        this.sorting = sorting;
        this.rows = rows;
        this.documents = documents;
        this.nominees = nominees;
        this.mails = mails;
        this.pages = pages;
        this.slotting = slotting;
        this.jobs = jobs;
        this.assessment = assessment;
        this.windows = windows;
        this.tasks = tasks;
        this.events = events;
        this.json = json;
        this.campaignClock = campaignClock;
        this.machineClock = machineClock;
    }

    /**
     * @param answerable whether the mail may be answered: its window opens only then
     */
    void file(RecognisedMail mail, Unit unit, boolean answerable) {
        file(mail, unit, answerable, sorted -> true);
    }

    /**
     * Files nothing of the mail but one kind of document, and does not answer.
     *
     * @return how many files or forms were left out
     */
    int fileOnly(String document, RecognisedMail mail, Unit unit) {
        return file(
                mail,
                unit,
                false,
                sorted -> sorted instanceof Sorted.Slotted slotted
                        && slotted.document().id().equals(document));
    }

    private int file(RecognisedMail mail, Unit unit, boolean answerable, Predicate<Sorted> wanted) {
        OpenedMail opened = mail.mail().mail();
        StoredMail stored = opened.stored();
        Set<String> unfinished = new LinkedHashSet<>(rows.unfinished(unit.code()));
        Optional<String> tagged = opened.receiptTag().flatMap(this::stageOf);
        List<Sorted> all = sorting.sort(mail, new Sorting.Known(tagged, unfinished, nominees.of(unit.code())));
        List<Sorted> sorted = all.stream().filter(wanted).toList();

        Map<String, DossierRow> touched = lock(unit, stages(sorted, tagged, unfinished, stored.receivedAt()));
        Map<String, Long> parts = new HashMap<>();
        for (Sorted one : sorted) {
            long part = parts.computeIfAbsent(one.place(), any -> part(stored.id(), one, Sorted.alone(one, all)));
            if (one instanceof Sorted.Slotted slotted) {
                slot(slotted, row(touched, slotted.stage()), stored.id(), stored.receivedAt(), part);
            } else if (one instanceof Sorted.Nameless nameless) {
                keepNameless(nameless, row(touched, nameless.stage()), stored, part);
            } else if (one instanceof Sorted.Unsure unsure) {
                if (!reading(unsure.file())) {
                    tasks.open(
                            "unrecognised-file", "part/" + part, unit.code(), null, stored.id(), Map.of("part", part));
                }
                events.append("FILE_UNSURE", "rule", unit.code(), null, stored.id(), fileKeys(unsure.file()));
            } else if (one instanceof Sorted.Refused refused) {
                Map<String, Object> details = new HashMap<>(fileKeys(refused.file()));
                details.put("reason", refused.reason().name());
                events.append("FILE_REFUSED", "rule", unit.code(), null, stored.id(), details);
            }
        }
        if (answerable) {
            windows.add(unit.code(), stored.id(), nearDue());
        }
        for (long unplaced : pages.unplaced(unit.code(), stored.id())) {
            readLater(unplaced);
        }
        touched.values().forEach(row -> assessment.afterMail(row, stored.id(), stored.receivedAt()));
        return all.size() - sorted.size();
    }

    private Set<Stage> stages(
            List<Sorted> sorted, Optional<String> tagged, Set<String> unfinished, Instant receivedAt) {
        Set<Stage> stages = new LinkedHashSet<>();
        for (Sorted one : sorted) {
            if (one instanceof Sorted.Slotted slotted) {
                stages.add(slotted.stage());
            } else if (one instanceof Sorted.Nameless nameless) {
                stages.add(nameless.stage());
            }
        }
        return stages.isEmpty()
                ? Set.of(new StageChoice(campaign.stages()).current(tagged, unfinished, receivedAt))
                : stages;
    }

    /** Locks in the campaign's order of stages, so that two mails of a unit cannot wait for each other. */
    private Map<String, DossierRow> lock(Unit unit, Set<Stage> stages) {
        Map<String, DossierRow> locked = new LinkedHashMap<>();
        campaign.stages().stream()
                .filter(stages::contains)
                .forEach(stage -> locked.put(stage.id(), rows.lock(unit.code(), stage.id())));
        return locked;
    }

    private static DossierRow row(Map<String, DossierRow> touched, Stage stage) {
        return Objects.requireNonNull(touched.get(stage.id()));
    }

    /** @param alone whether the file holds one document and no more */
    private long part(long mailId, Sorted one, boolean alone) {
        ReadFile file = one.file();
        Outcome outcome = switch (kind(one)) {
            case "refused" -> Outcome.REFUSED;
            case "unsure" ->
                reading(file)
                        ? Outcome.READING
                        : file.reading() instanceof Reading.Unchecked ? Outcome.UNCHECKED : Outcome.UNRECOGNISED;
            default ->
                file.reading() instanceof Reading.Readable
                        ? Outcome.RECOGNISED
                        : file.reading() instanceof Reading.Scan ? Outcome.SCAN : Outcome.UNCHECKED;
        };
        String reason = one instanceof Sorted.Refused refused ? refused.reason().name() : null;
        Optional<Long> before = mails.partOf(mailId, file.part().path(), file.name());
        if (before.isPresent()) {
            return before.get();
        }
        long part = mails.part(
                mailId,
                file.part().path(),
                file.name(),
                file.part().declaredType(),
                file.size(),
                file.sha256(),
                outcome,
                reason);
        if (file.reading() instanceof Reading.Scan scan) {
            pages.keep(part, scan);
            if (reading(file)) {
                readLater(part);
            }
        }
        if (file.reading() instanceof Reading.Readable readable) {
            pages.keep(part, TypedFile.of(readable.sheet(), alone));
        }
        return part;
    }

    private void readLater(long part) {
        jobs.schedule(Scans.JOB, Long.toString(part), machineClock.instant());
    }

    /** Whether pages of the file are still to be read. */
    private static boolean reading(ReadFile file) {
        return file.reading() instanceof Reading.Scan scan
                && scan.pages().stream().anyMatch(page -> page.text() == ScanPage.Text.OPEN);
    }

    private static String kind(Sorted one) {
        return one instanceof Sorted.Refused ? "refused" : one instanceof Sorted.Unsure ? "unsure" : "slotted";
    }

    private void slot(Sorted.Slotted slotted, DossierRow dossier, long mail, Instant received, long part) {
        ReadFile file = slotted.file();
        if (documents.filedBefore(dossier.id(), part, slotted.document().id(), slotted.ordinal())) {
            return;
        }
        if (documents.countsFromOtherMail(dossier.id(), file.sha256(), mail)) {
            mails.outcome(part, Outcome.SEEN_BEFORE);
            events.append("FILE_SEEN_BEFORE", "rule", dossier.unit(), dossier.stage(), mail, fileKeys(file));
            return;
        }
        slotting.file(slotted, dossier, mail, received, part);
    }

    private void keepNameless(Sorted.Nameless nameless, DossierRow dossier, StoredMail mail, long part) {
        ReadFile file = nameless.file();
        if (documents.filedBefore(
                dossier.id(), part, nameless.document().id(), nameless.form().ordinal())) {
            return;
        }
        documents.keep(new NewDocument(
                dossier.id(),
                nameless.document().id(),
                "ELECTRONIC",
                null,
                mail.id(),
                part,
                nameless.form().ordinal(),
                file.name(),
                file.size(),
                file.sha256(),
                mail.receivedAt(),
                AssignedBy.READ,
                json.writeValueAsString(nameless.form())));
        events.append("FORM_WITHOUT_NAME", "rule", dossier.unit(), dossier.stage(), mail.id(), fileKeys(file));
    }

    /** Keys and hashes only: a file's name may hold a person's (P8). */
    static Map<String, Object> fileKeys(ReadFile file) {
        return Map.of("path", file.part().path(), "sha256", file.sha256());
    }

    private Optional<String> stageOf(String receiptNumber) {
        return campaign.stages().stream()
                .map(Stage::id)
                .filter(stage -> receiptNumber.contains("-" + stage + "-"))
                .findFirst();
    }

    private boolean nearDue() {
        Instant now = campaignClock.instant();
        return campaign.stages().stream()
                .anyMatch(stage -> stage.onTime(now) && !stage.onTime(now.plus(Duration.ofHours(24))));
    }
}
