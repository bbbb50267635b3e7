package org.mailroom.corpus;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.Unit;
import org.mailroom.check.Finding;
import org.mailroom.check.NomineeList;
import org.mailroom.check.RuleContext;
import org.mailroom.check.Rules;
import org.mailroom.check.Severity;
import org.mailroom.dossier.Precheck;
import org.mailroom.form.Descriptors;
import org.mailroom.form.FormDescriptor;
import org.mailroom.form.ScanRecogniser;
import org.mailroom.reading.PageReader;
import org.mailroom.reading.ReadingLimits;
import org.mailroom.reading.reader.LocalReader;

/** Cases read and held against the campaign's rules, as the desk looks at material that a unit hands in. */
final class Checked {
    /** Both reviews are open or have just closed. */
    private static final Instant HANDED_IN = Instant.parse("2021-09-28T02:00:00Z");

    private final Reader reader;
    private final Precheck precheck;

    /** @param ocr whether pages of scans are recognised, some four seconds each */
    Checked(Campaign campaign, Path temp, boolean ocr) throws IOException {
        List<FormDescriptor> forms = Descriptors.of(Descriptors.CNIPA);
        LocalReader local = new LocalReader(ReadingLimits.standard(), temp, Charset.forName("GB18030"));
        Optional<PageReader> pages =
                ocr ? Optional.of(new KeptPages(local, Path.of("target", "recognition"))) : Optional.empty();
        this.reader = new Reader(campaign, forms, local, pages);
        this.precheck = new Precheck(
                campaign,
                Rules.load(campaign, forms),
                new NomineeList(RuleContext.of(campaign, forms)),
                new ScanRecogniser(forms, campaign.lexicon()));
    }

    /** All that the rules say besides remarks. */
    List<Finding> findings(CorpusCase made, Unit unit) throws IOException {
        return said(made, unit)
                .filter(finding -> finding.severity() != Severity.INFO)
                .toList();
    }

    List<Finding> remarks(CorpusCase made, Unit unit) throws IOException {
        return said(made, unit)
                .filter(finding -> finding.severity() == Severity.INFO)
                .toList();
    }

    private Stream<Finding> said(CorpusCase made, Unit unit) throws IOException {
        return precheck.look(unit, true, reader.files(made), HANDED_IN).stages().stream()
                .flatMap(stage -> stage.findings().stream());
    }

    static Set<Breach> breaches(List<Finding> findings) {
        return findings.stream()
                .map(finding -> new Breach(
                        finding.rule(), finding.place().row(), finding.place().label()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
