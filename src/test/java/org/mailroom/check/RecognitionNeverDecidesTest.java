package org.mailroom.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.campaign.CampaignException;
import org.mailroom.check.Dossier.Filed;

/** What a machine guessed from the picture of a page may point a person somewhere: it never rejects and never returns. */
class RecognitionNeverDecidesTest {
    /** Scans on which recognition reads the worst it could. */
    static Stream<Filed> scans() {
        Paper garbled = Paper.firstReview("individual", Sample.PERSON);
        Paper collective = Paper.firstReview("collective", Sample.BUREAU);
        Paper approval = Paper.approval("individual", Sample.PERSON);
        Paper group = Paper.approval("collective", Sample.BUREAU);
        Paper opinions = Paper.opinions("individual", Sample.PERSON);
        List<Paper> papers = List.of(garbled, collective, approval, group, opinions);
        List<Filed> scans = new ArrayList<>();
        for (String misread : List.of("", "无", "/", "999", "不同意，绝密★1年", "事".repeat(400), "8月23日至24日", "副厅级")) {
            for (Paper paper : papers) {
                paper.form().fields().keySet().forEach(field -> paper.set(field, misread));
                String category = paper.form().category().orElseThrow();
                String name = category.equals("individual") ? Sample.PERSON : Sample.BUREAU;
                scans.add(Scan.of(paper)
                        .of(category, name)
                        .unsealed()
                        .dpi(30)
                        .withBlankSecondPage()
                        .filed());
                scans.add(Scan.of(paper).unsealed().filed());
            }
        }
        Paper list = Paper.summary();
        for (int i = 0; i < 20; i++) {
            list.collective("误认" + i).individual("误认" + i);
        }
        scans.add(Scan.of(list).filed());
        scans.add(Scan.of("formal-report")
                .showing(Sample.report().form())
                .line("不符", 0.9)
                .filed());
        return scans.stream();
    }

    @ParameterizedTest
    @MethodSource("scans")
    void what_a_scan_adds_is_only_for_a_person(Filed scan) {
        for (Handed material : List.of(Sample.first(), Sample.second())) {
            Set<Finding> without = new HashSet<>(material.findings());
            List<Finding> added = material.and(scan).findings().stream()
                    .filter(finding -> !without.contains(finding))
                    .toList();

            assertThat(added)
                    .allSatisfy(finding -> assertThat(finding.severity())
                            .as(finding.toString())
                            .isIn(Severity.WARN, Severity.INFO));
        }
    }

    @Test
    void the_worst_scans_do_raise_questions() {
        Set<String> rules = new HashSet<>();
        scans().forEach(scan -> Sample.second()
                .and(scan)
                .findings()
                .forEach(finding -> finding.spot().ifPresent(spot -> rules.add(finding.rule()))));

        assertThat(rules).contains("R-15", "R-16", "R-19", "R-69", "R-71");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{id: R-15, clause: x, kind: scan-sealed, outcomes: [none], severity: return}",
                "{id: R-15, clause: x, kind: scan-legible, dpi: 100, severity: reject}",
                "{id: R-16, clause: x, kind: scan-matches, fields: [name], confidence: 80, tolerance: 20, pages: 1, severity: return}",
                "{id: R-70, clause: x, kind: pattern, field: police, matches: [x], scans: 80, severity: return}",
                "{id: R-71, clause: x, kind: opinion-tone, documents: [opinion-form], scans: 80, severity: return}"
            })
    void a_line_that_looks_at_scans_and_would_return_stops_the_start(String line) {
        assertThatThrownBy(() -> RulesFileTest.load(line))
                .isInstanceOf(CampaignException.class)
                .hasMessageContaining("what is read from scans never decides alone");
    }

    @Test
    void a_mark_on_a_scan_is_a_hint_even_where_the_line_would_return() {
        Rules rules =
                RulesFileTest.load("{id: R-19, clause: x, kind: text-without, matches: ['绝密★'], severity: reject}");
        Dossier dossier = Sample.first()
                .and(Scan.of("summary-form").line("绝密★", 1).filed())
                .dossier();

        assertThat(rules.check(dossier)).extracting(Finding::severity).containsExactly(Severity.WARN);
    }
}
