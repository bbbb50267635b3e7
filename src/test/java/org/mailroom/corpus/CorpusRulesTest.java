package org.mailroom.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mailroom.campaign.Unit;
import org.mailroom.check.Finding;
import org.mailroom.check.Severity;

/** The campaign's rules find in each wrongly filled file what is the matter with it, where it stands, and nothing else. */
class CorpusRulesTest {
    private static final Corpus CORPUS = new Corpus();

    @TempDir
    Path temp;

    static LongStream seeds() {
        return LongStream.of(1, 2, 3, 4, Corpus.HELD_OUT_SEEDS);
    }

    @Test
    void nobody_left_open_what_the_rules_say_of_a_fault() throws Exception {
        assertThat(Stream.of(CORPUS.faults(1), CORPUS.saved(1), CORPUS.portraits(1))
                        .flatMap(List::stream))
                .allSatisfy(made -> assertThat(made.breaches()).as(made.kind()).isPresent());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_rules_find_each_fault_made_in_word(long seed) throws IOException {
        found(CORPUS.faults(seed), seed);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_rules_find_each_fault_of_a_portrait(long seed) throws IOException {
        found(CORPUS.portraits(seed), seed);
    }

    @Test
    void the_rules_find_what_another_program_spoilt() throws Exception {
        found(CORPUS.saved(1), 1);
    }

    @Test
    void a_picture_in_its_cell_is_seen_and_a_form_without_one_is_a_remark_beside_the_photo() throws IOException {
        Checked checked = new Checked(CORPUS.campaign(), temp, false);
        Unit unit = CORPUS.sample(1).unit();
        CorpusCase inCell = portrait("photo-in-its-cell");
        CorpusCase beside = portrait("photo-as-asked-for");
        CorpusCase both = beside.as("portrait", inCell.file(), beside.files().get(1));

        assertThat(checked.remarks(beside, unit)).extracting(Finding::rule).containsExactly("R-78");
        assertThat(checked.remarks(both, unit)).isEmpty();
        assertThat(checked.remarks(inCell, unit)).isEmpty();
    }

    @Test
    void what_happens_to_paper_is_for_a_person_and_another_version_or_a_missing_seal_is_told() throws Exception {
        assumeTrue(ScanFaults.possible(), "soffice is not installed");
        assumeTrue(
                List.of("amd64", "x86_64").contains(System.getProperty("os.arch")),
                "no recogniser for this kind of machine");
        Checked checked = new Checked(CORPUS.campaign(), temp, true);
        for (CorpusCase made : CORPUS.paperFaults(1)) {
            List<Finding> findings = checked.findings(made, CORPUS.sample(1).unit());
            assertThat(findings)
                    .as(made.kind())
                    .allSatisfy(finding -> assertThat(finding.severity()).isEqualTo(Severity.WARN));
            assertThat(Checked.breaches(findings))
                    .as("%s: %s", made.kind(), findings)
                    .isEqualTo(made.breaches().orElseThrow());
        }
    }

    private static CorpusCase portrait(String kind) throws IOException {
        return CORPUS.portraits(1).stream()
                .filter(made -> made.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private void found(List<CorpusCase> cases, long seed) throws IOException {
        Checked checked = new Checked(CORPUS.campaign(), temp, false);
        assertThat(cases).isNotEmpty();
        SoftAssertions softly = new SoftAssertions();
        for (CorpusCase made : cases) {
            List<Finding> findings = checked.findings(made, CORPUS.sample(seed).unit());
            softly.assertThat(Checked.breaches(findings))
                    .as("%s: %s", made, findings)
                    .isEqualTo(made.breaches().orElseThrow());
        }
        softly.assertAll();
    }
}
