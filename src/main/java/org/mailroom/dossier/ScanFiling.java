package org.mailroom.dossier;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.Stage;
import org.mailroom.campaign.Unit;
import org.mailroom.custody.EventLog;
import org.mailroom.custody.Tasks;
import org.mailroom.dossier.AssignedParts.Filled;
import org.mailroom.dossier.AssignedParts.PartRow;
import org.mailroom.dossier.Documents.AssignedBy;
import org.mailroom.dossier.DossierRows.DossierRow;
import org.mailroom.dossier.MailRows.Outcome;
import org.mailroom.form.RecognisedMail.RecognisedFile;
import org.mailroom.form.ScanRecogniser;
import org.mailroom.message.Part;
import org.mailroom.reading.ReadFile;
import org.mailroom.reading.Reading;
import org.mailroom.reading.ScanPage;

/**
 * Puts a scan into its slots once all its pages are read, in the caller's transaction. Until then its name may have placed it;
 * what stands on the pages says it better, and a person says it best.
 */
final class ScanFiling {
    /** States in which something may have been held back while pages were read. */
    private static final Set<DossierState> UNFINISHED =
            EnumSet.of(DossierState.PARTIAL, DossierState.RETURNED, DossierState.LATE_RECEIVED);

    private final Campaign campaign;
    private final ScanRecogniser recogniser;
    private final Sorting sorting;
    private final ScanPages pages;
    private final DossierRows rows;
    private final Documents documents;
    private final AssignedParts parts;
    private final Nominees nominees;
    private final MailRows mails;
    private final Slotting slotting;
    private final Assessment assessment;
    private final Standings standings;
    private final ReceiptWindows windows;
    private final Tasks tasks;
    private final EventLog events;

    ScanFiling(
            Campaign campaign,
            ScanRecogniser recogniser,
            Sorting sorting,
            ScanPages pages,
            DossierRows rows,
            Documents documents,
            AssignedParts parts,
            Nominees nominees,
            MailRows mails,
            Slotting slotting,
            Assessment assessment,
            Standings standings,
            ReceiptWindows windows,
            Tasks tasks,
            EventLog events) {
        this.campaign = campaign;
        this.recogniser = recogniser;
        this.sorting = sorting;
        this.pages = pages;
        this.rows = rows;
        this.documents = documents;
        this.parts = parts;
        this.nominees = nominees;
        this.mails = mails;
        this.slotting = slotting;
        this.assessment = assessment;
        this.standings = standings;
        this.windows = windows;
        this.tasks = tasks;
        this.events = events;
    }

    /** All pages of the file are read; or forms came that may say whose a scan is that nobody could place before. */
    void finished(long partId) {
        parts.lockMail(partId);
        PartRow part = parts.find(partId, " for update").orElseThrow();
        Optional<Unit> unit = Optional.ofNullable(part.unit()).flatMap(campaign::unit);
        if (unit.isEmpty() || !part.mailState().equals("FILED")) {
            return;
        }
        List<PartRow> pictures = parts.pictures(part.mailId());
        boolean triedAgain = part.outcome().equals(Outcome.UNRECOGNISED.name());
        if (triedAgain || pictures.stream().noneMatch(picture -> picture.id() == partId)) {
            file(part, unit.get());
        } else if (pictures.stream()
                .noneMatch(picture -> pages.next(picture.id()).isPresent())) {
            papers(pictures).forEach(first -> file(first, unit.get()));
        }
    }

    /**
     * Puts pictures together that are pages of one paper, once all of the mail are read.
     *
     * @return the first page of each, and what stands alone
     */
    private List<PartRow> papers(List<PartRow> pictures) {
        PhotographedPaper<PartRow> photographed =
                new PhotographedPaper<>(PartRow::name, picture -> pages.picture(picture.id()));
        List<PartRow> loose =
                pictures.stream().filter(picture -> parts.loose(picture.id())).toList();
        loose.forEach(picture -> parts.paper(List.of(picture)));
        List<PartRow> alone = new ArrayList<>(pictures);
        for (List<PartRow> paper : photographed.among(loose, recogniser)) {
            parts.paper(paper);
            List<PartRow> further = paper.subList(1, paper.size());
            for (PartRow page : further) {
                parts.filled(page.id()).forEach(parts::takeOut);
                settle(page, true);
            }
            alone.removeAll(further);
        }
        return alone;
    }

    private void file(PartRow part, Unit unit) {
        List<Filled> before = parts.filled(part.id());
        boolean placed = documents.placedByPerson(part.id()) || part.outcome().equals(Outcome.SKIPPED.name());
        List<Sorted.Slotted> slots = placed ? List.of() : slots(part, unit);
        if (slots.isEmpty() && part.outcome().equals(Outcome.UNRECOGNISED.name())) {
            return;
        }
        Set<String> touched = touched(part, before, slots);
        Map<String, DossierRow> begun = lock(unit, touched);
        place(part, before, slots, begun);
        settle(part, !before.isEmpty() || !slots.isEmpty());
        events.append("SCAN_READ", "rule", part.unit(), null, part.mailId(), Map.of("part", part.id()));
        boolean last = !pages.open(unit.code());
        begun.forEach((stage, row) -> {
            // a scan that stays where its name had put it changes nothing, unless it is the last that was waited for
            if (touched.contains(stage) && (last || !slots.isEmpty())) {
                assess(row, part.mailId(), part.receivedAt().toInstant());
            } else if (last && UNFINISHED.contains(row.state()) && row.lastReceived() != null) {
                Instant received = row.lastReceived().toInstant();
                rows.lastMail(row).ifPresent(mail -> assess(row, mail, received));
            }
        });
    }

    private List<Sorted.Slotted> slots(PartRow part, Unit unit) {
        List<ScanPage> seen = pages.of(part.id());
        ReadFile file = new ReadFile(
                new Part(part.path(), part.name(), part.declaredType(), part.size(), part.sha256(), "", () -> {
                    throw new IOException("only what was seen of the file is at hand");
                }),
                part.name(),
                part.size(),
                part.sha256(),
                new Reading.Scan("", seen, Optional.empty()));
        List<String> stages = rows.stagesOf(part.mailId());
        Sorting.Known known = new Sorting.Known(
                stages.size() == 1 ? Optional.of(stages.get(0)) : Optional.empty(),
                new LinkedHashSet<>(rows.unfinished(unit.code())),
                nominees.of(unit.code()));
        return sorting
                .sortRead(
                        new RecognisedFile(file, List.of(), recogniser.recognise(seen)),
                        documents.kinds(part.mailId()),
                        part.receivedAt().toInstant(),
                        known)
                .stream()
                .map(Sorted.Slotted.class::cast)
                .toList();
    }

    private Set<String> touched(PartRow part, List<Filled> before, List<Sorted.Slotted> slots) {
        Set<String> stages = new LinkedHashSet<>(rows.stagesOf(part.mailId()));
        before.forEach(filled -> stages.add(filled.stage()));
        slots.forEach(slotted -> stages.add(slotted.stage().id()));
        return stages;
    }

    /**
     * The dossiers that the file touches and those begun that it does not, for what was held back there while its pages were
     * read. In the campaign's order of stages, as filing locks: of two files of the unit whose last pages are read at the same
     * time, the later one then sees that no page is open any more.
     */
    private Map<String, DossierRow> lock(Unit unit, Set<String> touched) {
        Map<String, DossierRow> locked = new LinkedHashMap<>();
        campaign.stages().stream()
                .map(Stage::id)
                .filter(stage ->
                        touched.contains(stage) || rows.find(unit.code(), stage).isPresent())
                .forEach(stage -> locked.put(stage, rows.lock(unit.code(), stage)));
        return locked;
    }

    private void place(PartRow part, List<Filled> before, List<Sorted.Slotted> slots, Map<String, DossierRow> begun) {
        Set<Long> kept = new LinkedHashSet<>();
        for (Sorted.Slotted slotted : slots) {
            DossierRow row = Objects.requireNonNull(begun.get(slotted.stage().id()));
            String key = slotted.document().id() + "/" + slotted.medium() + "/"
                    + slotting.nominee(slotted, row).map(String::valueOf).orElse("-");
            Optional<Filled> same = before.stream()
                    .filter(filled ->
                            filled.dossierId() == row.id() && filled.slotKey().equals(key))
                    .findFirst();
            if (same.isPresent()) {
                kept.add(same.get().documentId());
                slotting.content(slotted)
                        .ifPresent(content -> documents.read(same.get().documentId(), Slotting.by(slotted), content));
            } else if (!documents.filedBefore(
                    row.id(), part.id(), slotted.document().id(), slotted.ordinal())) {
                slotting.file(slotted, row, part.mailId(), part.receivedAt().toInstant(), part.id());
            }
        }
        if (!slots.isEmpty()) {
            before.stream()
                    .filter(filled -> filled.assignedBy().equals(AssignedBy.NAME.name()))
                    .filter(filled -> !kept.contains(filled.documentId()))
                    .forEach(parts::takeOut);
        }
    }

    private void settle(PartRow part, boolean placed) {
        boolean settled = !part.outcome().equals(Outcome.READING.name())
                && !part.outcome().equals(Outcome.UNRECOGNISED.name());
        if (settled) {
            return;
        }
        mails.outcome(part.id(), placed ? Outcome.SCAN : Outcome.UNRECOGNISED);
        String subject = "part/" + part.id();
        if (placed) {
            tasks.close("unrecognised-file", subject);
        } else {
            tasks.open("unrecognised-file", subject, part.unit(), null, part.mailId(), Map.of("part", part.id()));
        }
    }

    /**
     * Looks at a dossier again; a unit that was answered already is answered again only if there is something new to say.
     *
     * @param mailId the mail of the dossier that is answered
     */
    private void assess(DossierRow row, long mailId, Instant received) {
        assessment.afterMail(row, mailId, received);
        if (windows.answered(mailId) && standings.changed(row.unit(), row.stage())) {
            windows.add(row.unit(), mailId, false);
        }
    }
}
