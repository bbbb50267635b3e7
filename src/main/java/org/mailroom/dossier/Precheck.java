package org.mailroom.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.Medium;
import org.mailroom.campaign.Stage;
import org.mailroom.campaign.Unit;
import org.mailroom.check.Dossier;
import org.mailroom.check.Finding;
import org.mailroom.check.NomineeList;
import org.mailroom.check.Rules;
import org.mailroom.form.Form;
import org.mailroom.form.RecognisedMail.RecognisedFile;
import org.mailroom.form.ScanRecogniser;
import org.mailroom.reading.ReadFile;
import org.mailroom.reading.Reading;
import org.mailroom.reading.ScanPage;
import org.mailroom.reading.TypedFile;

/** Looks at files as if a unit had just handed them in, and files nothing. Needs no database; knows no history. */
public final class Precheck {
    private final Campaign campaign;
    private final Rules rules;
    private final DossierRules dossierRules;
    private final Sorting sorting;
    private final ScanRecogniser recogniser;

    /** @throws org.mailroom.campaign.CampaignException if the lexicon lacks the words for file names */
    public Precheck(Campaign campaign, Rules rules, NomineeList nominees, ScanRecogniser recogniser) {
        this.campaign = campaign;
        this.rules = rules;
        this.dossierRules = new DossierRules(rules, nominees);
        this.recogniser = recogniser;
        this.sorting = new Sorting(campaign.stages(), campaign.documents(), DossierRoom.scans(campaign), dossierRules);
    }

    /**
     * What was found in one stage.
     *
     * @param placed the files that count there, in their order
     * @param gaps what the unit would still have to hand in
     */
    public record Looked(Stage stage, List<Dossier.Filed> placed, List<Finding> findings, List<Standing.Gap> gaps) {}

    /**
     * What was found in all.
     *
     * @param unsure names of files that belong nowhere, as far as the machine can tell
     */
    public record Result(List<Looked> stages, List<String> unsure) {}

    /**
     * @param unit whose files they are
     * @param known whether that is known; if not, rules about the unit's places and names are left out
     * @param now a stage whose due time has passed is looked at as of its last moment
     */
    public Result look(Unit unit, boolean known, List<RecognisedFile> files, Instant now) {
        List<Sorted> sorted =
                sorting.sort(together(files), now, new Sorting.Known(Optional.empty(), Set.of(), List.of()));
        List<Dossier.Refused> refused = sorted.stream()
                .filter(Sorted.Refused.class::isInstance)
                .map(Sorted.Refused.class::cast)
                .map(file -> new Dossier.Refused(file.file().name(), file.reason()))
                .toList();
        List<Looked> looked = new ArrayList<>();
        for (Stage stage : campaign.stages()) {
            List<Dossier.Filed> filed = sorted.stream()
                    .flatMap(one -> filed(one, stage, sorted).stream())
                    .toList();
            if (!filed.isEmpty()) {
                // what cannot be read is said once, with the first stage
                looked.add(look(unit, known, stage, filed, looked.isEmpty() ? refused : List.of(), now));
            }
        }
        if (looked.isEmpty() && !refused.isEmpty()) {
            Stage stage = new StageChoice(campaign.stages()).current(Optional.empty(), Set.of(), now);
            looked.add(look(unit, known, stage, List.of(), refused, now));
        }
        List<String> unsure = sorted.stream()
                .filter(Sorted.Unsure.class::isInstance)
                .map(one -> one.file().name())
                .toList();
        return new Result(looked, unsure);
    }

    /** Paper that was photographed page by page becomes one file, under the name of its first page. */
    private List<RecognisedFile> together(List<RecognisedFile> files) {
        List<RecognisedFile> pictures = files.stream()
                .filter(file -> file.file().reading() instanceof Reading.Scan scan
                        && scan.photo().isPresent()
                        && scan.pages().size() == 1)
                .toList();
        PhotographedPaper<RecognisedFile> photographed = new PhotographedPaper<>(
                file -> file.file().name(),
                file -> ((Reading.Scan) file.file().reading()).pages().get(0));
        List<RecognisedFile> all = new ArrayList<>(files);
        for (List<RecognisedFile> paper : photographed.among(pictures, recogniser)) {
            List<ScanPage> pages = photographed.pages(paper);
            ReadFile first = paper.get(0).file();
            Reading whole = new Reading.Scan(((Reading.Scan) first.reading()).type(), pages, Optional.empty());
            all.set(
                    all.indexOf(paper.get(0)),
                    new RecognisedFile(
                            new ReadFile(first.part(), first.name(), first.size(), first.sha256(), whole),
                            List.of(),
                            recogniser.recognise(pages)));
            all.removeAll(paper.subList(1, paper.size()));
        }
        return all;
    }

    private Looked look(
            Unit unit,
            boolean known,
            Stage stage,
            List<Dossier.Filed> filed,
            List<Dossier.Refused> refused,
            Instant now) {
        Instant received = stage.onTime(now) ? now : stage.closesBefore().minusSeconds(1);
        List<Form> forms = filed.stream().flatMap(one -> one.form().stream()).toList();
        Dossier dossier = new Dossier(unit, stage, filed, refused, dossierRules.nominees(forms), received, received);
        return new Looked(stage, filed, known ? rules.check(dossier) : rules.checkWhosever(dossier), Gaps.of(dossier));
    }

    private static Optional<Dossier.Scanned> scanned(Sorted.Slotted slotted) {
        return slotted.file().reading() instanceof Reading.Scan scan
                        && !(scan.pages().isEmpty() && scan.photo().isEmpty())
                ? Optional.of(Dossier.Scanned.of(scan.pages(), slotted.scanned(), scan.photo()))
                : Optional.empty();
    }

    private static Optional<TypedFile> typed(Sorted one, List<Sorted> all) {
        return one.file().reading() instanceof Reading.Readable readable
                ? Optional.of(TypedFile.of(readable.sheet(), Sorted.alone(one, all)))
                : Optional.empty();
    }

    private static Optional<Dossier.Filed> filed(Sorted sorted, Stage stage, List<Sorted> all) {
        if (sorted instanceof Sorted.Slotted slotted && slotted.stage().equals(stage)) {
            return Optional.of(new Dossier.Filed(
                    slotted.document().id(),
                    slotted.medium(),
                    slotted.nominee(),
                    slotted.file().name(),
                    slotted.form(),
                    scanned(slotted),
                    typed(sorted, all)));
        }
        if (sorted instanceof Sorted.Nameless nameless && nameless.stage().equals(stage)) {
            return Optional.of(new Dossier.Filed(
                    nameless.document().id(),
                    Medium.ELECTRONIC,
                    Optional.empty(),
                    nameless.file().name(),
                    Optional.of(nameless.form()),
                    Optional.empty(),
                    typed(sorted, all)));
        }
        return Optional.empty();
    }
}
