package org.mailroom.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mailroom.campaign.Medium;
import org.mailroom.campaign.Unit;
import org.mailroom.check.Dossier.Filed;
import org.mailroom.check.Dossier.Nominee;
import org.mailroom.demo.SampleForms;
import org.mailroom.demo.SampleNominee;
import org.mailroom.form.Filled;
import org.mailroom.form.Form;
import org.mailroom.form.Recogniser;
import org.mailroom.message.Part;
import org.mailroom.reading.Reading;
import org.mailroom.reading.ReadingLimits;
import org.mailroom.reading.reader.LocalReader;
import org.mailroom.testing.Forms;

/** Real files from the blanks, read, recognised and checked: material without a fault passes every rule. */
class SampleSubmissionTest {
    private static final Recogniser RECOGNISER = new Recogniser(Cnipa.FORMS, Cnipa.CAMPAIGN.lexicon());

    @TempDir
    Path temp;

    /** Municipality, provinces with and without sub-provincial cities, regions, the corps. */
    static Stream<Unit> units() {
        return Stream.of("110000", "320000", "440000", "640000", "650000", "660000")
                .map(code -> Cnipa.CAMPAIGN.unit(code).orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("units")
    void a_units_sample_material_is_without_a_fault(Unit unit) throws IOException {
        SampleForms samples = Forms.samples();
        List<SampleNominee> nominees = samples.nominees(
                unit, unit.quotas().get("collective"), unit.quotas().get("individual"));
        List<Filled> first = new ArrayList<>(
                List.of(samples.report("first-review-report", unit, nominees), samples.summaryForm(unit, nominees)));
        List<Filled> second = new ArrayList<>(
                List.of(samples.report("formal-report", unit, nominees), samples.summaryForm(unit, nominees)));
        for (SampleNominee nominee : nominees) {
            first.add(samples.nomineeForm("first-review-form", unit, nominee));
            second.add(samples.nomineeForm(nominee.category() + "-approval-form", unit, nominee));
            second.add(samples.nomineeForm("opinion-form", unit, nominee));
        }
        List<Filled> contacts = List.of(samples.contactForm(unit, "zhang@" + unit.code() + ".example"));

        assertThat(checked(unit, "S0", "2021-08-12T02:00:00Z", contacts)).isEmpty();
        assertThat(checked(unit, "S1", "2021-08-30T02:00:00Z", first)).isEmpty();
        assertThat(checked(unit, "S2", "2021-09-28T02:00:00Z", second)).isEmpty();
    }

    /** What the rules say besides remarks. */
    private List<String> checked(Unit unit, String stage, String received, List<Filled> filled) throws IOException {
        List<Form> forms = new ArrayList<>();
        for (Filled form : filled) {
            forms.addAll(read(Forms.samples().docx(form)));
        }
        assertThat(forms).as("every file is recognised").hasSameSizeAs(filled);
        NomineeList list = new NomineeList(Cnipa.CONTEXT);
        List<Nominee> nominees = list.nominees(forms);
        List<Filed> all = forms.stream()
                .map(form -> new Filed(
                        form.document(), Medium.ELECTRONIC, list.nominee(form, nominees), "", Optional.of(form)))
                .toList();
        Instant at = Instant.parse(received);
        Dossier dossier =
                new Dossier(unit, Cnipa.CAMPAIGN.stage(stage).orElseThrow(), all, List.of(), nominees, at, at);
        return Cnipa.RULES.check(dossier).stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .map(finding -> finding.place() + " " + Handed.sentence(finding))
                .toList();
    }

    private List<Form> read(byte[] docx) throws IOException {
        Part part = new Part("2", "form.docx", "", docx.length, "", "", () -> new ByteArrayInputStream(docx));
        LocalReader reader = new LocalReader(ReadingLimits.standard(), temp, Charset.forName("GB18030"));
        return reader.read(part).stream()
                .map(file -> ((Reading.Readable) file.reading()).sheet())
                .flatMap(sheet -> RECOGNISER.recognise(sheet).stream())
                .toList();
    }
}
