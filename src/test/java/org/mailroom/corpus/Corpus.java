package org.mailroom.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
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
 * for (CorpusCase made : new Corpus().faults(3)) { read(made.file()) … made.truth() … made.rules() }
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
