package org.mailroom.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.CampaignLoader;
import org.mailroom.campaign.Unit;
import org.mailroom.form.Descriptors;
import org.mailroom.form.Filled;
import org.mailroom.form.Layouts;

/**
 * The wrongly filled corpus. Deterministic: a seed gives the same files on every machine, but for what LibreOffice makes.
 *
 * <p>What was chosen as held out before anything was measured: every third {@link Fault}, drawn layouts and samples of seeds
 * from {@value #HELD_OUT_SEEDS} on, ordinary documents of an odd seed.
 *
 * <pre>
 * for (CorpusCase made : new Corpus().faults(3)) { read(made.file()) … made.truth() … made.breaches() }
 * </pre>
 */
public final class Corpus {
    static final long HELD_OUT_SEEDS = 1000;

    private final Campaign campaign = new CampaignLoader().load(Descriptors.CNIPA);

    /** Forms on our own blanks, filled in as they should be. */
    public List<CorpusCase> blanks(long seed) {
        List<CorpusCase> cases = new ArrayList<>();
        for (Filled filled : sample(seed).all()) {
            cases.add(CorpusCase.docx("blank-" + filled.form().document(), Sampled.docx(filled), Truth.of(filled))
                    .held(seed >= HELD_OUT_SEEDS));
        }
        return cases;
    }

    /** The layouts drawn by hand. */
    public List<CorpusCase> layouts() {
        List<CorpusCase> cases = new ArrayList<>();
        for (Layouts layout : Layouts.all()) {
            cases.add(HandDrawn.of(layout));
        }
        return cases;
    }

    /** Forms laid out anew by the seed. */
    public List<CorpusCase> drawn(long seed) {
        List<CorpusCase> cases = new ArrayList<>();
        for (Filled filled : sample(seed).all()) {
            if (!filled.form().letter()) {
                try {
                    cases.add(DrawnLayout.of(filled, seed).held(seed >= HELD_OUT_SEEDS));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return cases;
    }

    /** Each fault once or a few times, as .docx. */
    public List<CorpusCase> faults(long seed) {
        boolean held = seed >= HELD_OUT_SEEDS;
        return Fault.all().stream()
                .flatMap(fault -> fault.cases(sample(seed)).stream().map(made -> made.held(made.heldOut() || held)))
                .toList();
    }

    /** The cases of one fault. */
    public List<CorpusCase> fault(String name, long seed) {
        return Fault.all().stream()
                .filter(fault -> fault.name().equals(name))
                .flatMap(fault -> fault.cases(sample(seed)).stream())
                .toList();
    }

    /** Documents that are none of our forms, all different. */
    public List<CorpusCase> ordinary(int count, long seed) {
        return Ordinary.cases(count, seed).stream()
                .map(made -> made.held(seed % 2 == 1))
                .toList();
    }

    /** These documents on paper, scanned and photographed by turns; none where LibreOffice is not installed. */
    public List<CorpusCase> papers(List<CorpusCase> docx, long seed) throws Exception {
        return ScanFaults.possible() ? ScanFaults.papers(docx, new Random(seed)) : List.of();
    }

    /** Good forms saved by other programs, under wrong names, with a password. */
    public List<CorpusCase> saved(long seed) throws Exception {
        List<CorpusCase> cases = new ArrayList<>(new SavedFaults(sample(seed)).plain());
        cases.addAll(new SavedFaults(sample(seed)).saved());
        return cases.stream().map(made -> made.held(seed >= HELD_OUT_SEEDS)).toList();
    }

    /**
     * Every form printed and sealed, then scanned or photographed; none where LibreOffice is not installed.
     *
     * @param photographed page by page with a telephone, else scanned at 150 dpi
     */
    public List<CorpusCase> scans(long seed, boolean photographed) throws Exception {
        return ScanFaults.possible()
                ? new ScanFaults(sample(seed), seed >= HELD_OUT_SEEDS).plain(photographed)
                : List.of();
    }

    /** What happens to paper on its way; none where LibreOffice is not installed. */
    public List<CorpusCase> paperFaults(long seed) throws Exception {
        return ScanFaults.possible() ? new ScanFaults(sample(seed), seed >= HELD_OUT_SEEDS).faults() : List.of();
    }

    /**
     * One PDF of pictures with all these forms, each sealed on its last page, as a unit sends it that feeds everything through
     * the scanner at once. Needs LibreOffice.
     */
    public byte[] stampedPdf(List<Filled> forms, String office) throws Exception {
        return ScanFaults.stamped(forms, office);
    }

    /** Photographs for documents, good and bad. */
    public List<CorpusCase> portraits(long seed) throws IOException {
        return Portraits.all(sample(seed).approval());
    }

    /** Names of all faults made in Word. */
    public Stream<String> faultNames() {
        return Fault.all().stream().map(Fault::name);
    }

    public Campaign campaign() {
        return campaign;
    }

    Sample sample(long seed) {
        List<Unit> units = campaign.units();
        return Sample.of(units, seed);
    }
}
