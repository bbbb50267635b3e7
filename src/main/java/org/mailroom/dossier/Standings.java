package org.mailroom.dossier;

import static java.util.stream.Collectors.groupingBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.Category;
import org.mailroom.campaign.DocumentKind;
import org.mailroom.campaign.Medium;
import org.mailroom.campaign.RequiredDocument;
import org.mailroom.campaign.Stage;
import org.mailroom.check.Dossier;
import org.mailroom.check.Finding;
import org.mailroom.check.Severity;
import org.mailroom.dossier.Documents.AssignedBy;
import org.mailroom.dossier.Documents.Current;
import org.mailroom.dossier.Documents.Further;
import org.mailroom.dossier.DossierRows.DossierRow;
import org.mailroom.dossier.MailRows.Outcome;
import org.mailroom.dossier.Standing.Count;
import org.mailroom.dossier.Standing.Received;

/** What is committed of a dossier, put together for those who speak of it. */
public final class Standings {
    private final Campaign campaign;
    private final DossierRows rows;
    private final Documents documents;
    private final MailRows mails;
    private final Findings findings;
    private final Assessment assessment;
    private final LinkRows links;
    private final ScanPages pages;

    Standings(
            Campaign campaign,
            DossierRows rows,
            Documents documents,
            MailRows mails,
            Findings findings,
            Assessment assessment,
            LinkRows links,
            ScanPages pages) {
        this.campaign = campaign;
        this.rows = rows;
        this.documents = documents;
        this.mails = mails;
        this.findings = findings;
        this.assessment = assessment;
        this.links = links;
        this.pages = pages;
    }

    /** A standing with the next number of its receipts. */
    public record Numbered(Standing standing, int receipt) {}

    /**
     * The dossiers that the mails of a closed window were filed into, locked, in the campaign's order of stages; each takes
     * its next receipt number, and a correction date if something is to be corrected.
     *
     * @param today the campaign's day, from which the correction date counts (D-4)
     */
    public List<Numbered> answer(String unit, List<Long> answered, LocalDate today) {
        List<Numbered> standings = new ArrayList<>();
        for (Stage stage : campaign.stages()) {
            if (rows.filedInto(unit, stage.id(), answered)) {
                DossierRow row = rows.lock(unit, stage.id());
                Optional<LocalDate> due = row.state() == DossierState.RETURNED
                        ? Optional.of(campaign.workingDays().after(today, stage.correctionWorkdays()))
                        : Optional.empty();
                rows.correctionDue(row.id(), due);
                Standing standing = standing(row, due, answered);
                rows.told(row.id(), fingerprint(standing));
                standings.add(new Numbered(standing, rows.nextReceipt(row.id())));
            }
        }
        return standings;
    }

    /** Whether a unit would be told something else of this dossier than it was told last; false if it never was. */
    boolean changed(String unit, String stage) {
        return rows.find(unit, stage)
                .flatMap(row -> rows.told(row.id())
                        .map(told -> !told.equals(
                                fingerprint(standing(row, Optional.ofNullable(row.correctionDue()), List.of())))))
                .orElse(false);
    }

    /** A hash over all of a standing that calls for another letter: the state, what is missing, what is wrong. */
    private static String fingerprint(Standing standing) {
        List<Finding> wrong = standing.findings().stream()
                .filter(finding -> finding.severity().compareTo(Severity.RETURN) <= 0)
                .toList();
        String all = List.of(standing.state(), standing.gaps(), standing.checking(), wrong)
                .toString();
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Where a unit stands now, as committed; nothing is locked and no number is taken. */
    public Standing now(String unit, Stage stage) {
        return look(unit, stage.id()).orElseGet(() -> now(DossierRow.notBegun(unit, stage.id())));
    }

    /** Where a dossier stands now, for those who look; empty while nothing has happened to it. */
    public Optional<Standing> look(String unit, String stage) {
        return rows.find(unit, stage).map(this::now);
    }

    private Standing now(DossierRow row) {
        return standing(row, Optional.ofNullable(row.correctionDue()), List.of());
    }

    /**
     * A standing with the next number of its receipts, for a letter that no mail calls for.
     *
     * @param mails that brought what counts now
     */
    public record Told(Standing standing, int receipt, List<Long> mails) {}

    /** The dossier as it stands after a decision; the caller holds its lock. */
    Told tell(String unit, String stage, Optional<LocalDate> correctionDue) {
        DossierRow row = rows.lock(unit, stage);
        rows.correctionDue(row.id(), correctionDue);
        List<Long> mails = documents.current(row.id()).stream()
                .map(Current::mailId)
                .distinct()
                .toList();
        return new Told(standing(row, correctionDue, List.of()), rows.nextReceipt(row.id()), mails);
    }

    private Standing standing(DossierRow row, Optional<LocalDate> correctionDue, List<Long> answered) {
        Stage stage = campaign.stage(row.stage()).orElseThrow();
        Instant first = row.firstReceived() == null
                ? Instant.EPOCH
                : row.firstReceived().toInstant();
        Instant last = row.lastReceived() == null ? first : row.lastReceived().toInstant();
        Dossier dossier = assessment.dossier(row, first, last, answered);
        List<Current> current = documents.current(row.id());
        List<Finding> found = findings.of(row.id());
        List<String> unsure = mails.names(answered, List.of(Outcome.UNRECOGNISED, Outcome.UNCHECKED));
        List<String> by = current.stream().map(Current::assignedBy).toList();
        boolean byName = by.contains(AssignedBy.NAME.name());
        boolean guessed = byName || by.contains(AssignedBy.OCR.name());
        boolean reading = pages.open(row.unit());
        boolean warned = found.stream().anyMatch(finding -> finding.severity() == Severity.WARN);
        List<Standing.Gap> all = Gaps.of(dossier);
        List<Standing.Gap> gaps = Gaps.certain(all, reading);
        return new Standing(
                dossier.unit(),
                stage,
                row.state(),
                stage.onTime(first),
                first,
                last,
                stage.required().stream()
                        .map(required -> received(dossier, required, gaps))
                        .filter(received -> received.scans() + received.electronic() > 0)
                        .toList(),
                files(current),
                gaps,
                all.stream().filter(gap -> !gaps.contains(gap)).toList(),
                found,
                campaign.categories().stream()
                        .map(category -> count(category, dossier, dossier.counted()))
                        .toList(),
                assessment.division(dossier),
                correctionDue,
                documents.replacing(row.id(), answered),
                mails.names(answered, List.of(Outcome.SEEN_BEFORE)),
                links.hosts(answered),
                unsure,
                byName,
                guessed || reading || warned || !unsure.isEmpty());
    }

    private Received received(Dossier dossier, RequiredDocument required, List<Standing.Gap> gaps) {
        List<Dossier.Filed> filed = dossier.filed().stream()
                .filter(one -> one.document().equals(required.document().id()))
                .toList();
        boolean complete = gaps.stream().noneMatch(gap -> gap.document().equals(required.document()));
        List<Dossier.Nominee> covered =
                filed.stream().flatMap(one -> one.nominee().stream()).distinct().toList();
        return new Received(
                required.document(),
                Gaps.whose(dossier, required).size(),
                count(filed, Medium.SCAN),
                count(filed, Medium.ELECTRONIC),
                complete,
                required.per() == RequiredDocument.Per.UNIT
                        ? List.of()
                        : campaign.categories().stream()
                                .map(category -> count(category, dossier, covered))
                                .filter(counted -> counted.count() > 0)
                                .toList());
    }

    private static int count(List<Dossier.Filed> filed, Medium medium) {
        return (int) filed.stream().filter(one -> one.medium() == medium).count();
    }

    private static Count count(Category category, Dossier dossier, List<Dossier.Nominee> nominees) {
        int count = (int) nominees.stream()
                .filter(nominee -> nominee.category().equals(category.id()))
                .count();
        return new Count(category, count, dossier.places(category.id(), category.quota()));
    }

    /** One line a file, whatever is in it: a file with ten forms is one file, a paper in five pictures is five. */
    private List<Standing.File> files(List<Current> current) {
        Map<String, Standing.File> files = new LinkedHashMap<>();
        Map<Long, List<Further>> further =
                documents
                        .further(
                                current.stream().map(Current::partId).distinct().toList())
                        .stream()
                        .collect(groupingBy(Further::paper));
        for (Current document : current) {
            DocumentKind kind = campaign.documents().get(document.document());
            if (kind != null) {
                Medium medium = Medium.valueOf(document.medium());
                Stream.concat(
                                Stream.of(new Standing.File(
                                        document.fileName(),
                                        document.size(),
                                        document.sha256(),
                                        List.of(kind),
                                        medium)),
                                further.getOrDefault(document.partId(), List.of()).stream()
                                        .map(page -> new Standing.File(
                                                page.name(), page.size(), page.sha256(), List.of(kind), medium)))
                        .forEach(file -> files.merge(file.sha256() + file.name(), file, Standings::together));
            }
        }
        return List.copyOf(files.values());
    }

    private static Standing.File together(Standing.File before, Standing.File more) {
        List<DocumentKind> documents = Stream.concat(before.documents().stream(), more.documents().stream())
                .distinct()
                .toList();
        return new Standing.File(before.name(), before.size(), before.sha256(), documents, before.medium());
    }

    /**
     * One cell of the matrix units × stages.
     *
     * @param gaps how many items were missing when the dossier was last looked at
     */
    public record Cell(String unit, String stage, DossierState state, int gaps, int corrections, int receipts) {}

    /** Every dossier that has begun, for the matrix. */
    public List<Cell> matrix() {
        return rows.all().stream()
                .map(row -> new Cell(
                        row.unit(),
                        row.stage(),
                        row.state(),
                        row.gaps(),
                        (int) findings.of(row.id()).stream()
                                .filter(finding -> finding.severity().compareTo(Severity.RETURN) <= 0)
                                .count(),
                        row.receipts()))
                .toList();
    }

    /**
     * What the dossiers of a stage nominate together.
     *
     * @param byCategory nominees by category, without those cancelled
     * @param capped how many of them count against the capped quota
     */
    public record Nominated(Map<String, Integer> byCategory, int capped) {
        public Nominated {
            byCategory = Map.copyOf(byCategory);
        }
    }

    /** Over all units, without dossiers that are forfeited or withdrawn. Reads every form: for reports, not for pages. */
    public Nominated nominated(Stage stage) {
        Map<String, Integer> byCategory = new HashMap<>();
        int capped = 0;
        for (DossierRow row : rows.all()) {
            if (row.stage().equals(stage.id()) && row.firstReceived() != null && nominates(row.state())) {
                Instant first = row.firstReceived().toInstant();
                Dossier dossier = assessment.dossier(row, first, first, List.of());
                dossier.counted().forEach(nominee -> byCategory.merge(nominee.category(), 1, Integer::sum));
                capped += assessment.division(dossier);
            }
        }
        return new Nominated(byCategory, capped);
    }

    private static boolean nominates(DossierState state) {
        return state != DossierState.FORFEITED && state != DossierState.WITHDRAWN;
    }
}
