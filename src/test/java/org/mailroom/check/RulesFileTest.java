package org.mailroom.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.CampaignException;
import org.mailroom.campaign.CampaignLoader;
import org.mailroom.campaign.Messages;
import org.mailroom.campaign.YamlText;
import org.mailroom.form.FormDescriptors;

/** rules.yaml and its words, read as data. */
class RulesFileTest {
    @Test
    void the_rules_of_both_campaigns_load() {
        Campaign maple = new CampaignLoader().load(Path.of("src/test/campaigns/maple-2026"));

        assertThat(Cnipa.RULES.ids()).contains("R-12", "R-13", "R-21", "R-46", "R-57", "R-58", "R-62", "R-74");
        assertThat(Rules.load(maple, FormDescriptors.load(maple.forms(), maple.lexicon()))
                        .ids())
                .contains("R-13", "R-21", "R-57");
    }

    @Test
    void every_message_of_a_rule_belongs_to_a_rule_that_stands_in_the_file() {
        Set<String> used = Cnipa.CAMPAIGN.messages().texts().keySet().stream()
                .filter(key -> key.startsWith("R-"))
                .map(key -> key.split("\\.")[0])
                .collect(Collectors.toSet());

        assertThat(Cnipa.RULES.ids()).containsAll(used);
    }

    @Test
    void docs_rules_md_lists_every_kind() throws IOException {
        String docs = Files.readString(Path.of("docs/rules.md"));

        assertThat(Kinds.names()).allSatisfy(kind -> assertThat(docs).contains("| `" + kind + "` |"));
    }

    @Test
    void no_sentence_of_a_rule_ends_with_a_stop_or_blames() {
        Cnipa.CAMPAIGN.messages().texts().forEach((key, text) -> {
            if (key.startsWith("R-")) {
                assertThat(text).as(key).doesNotEndWith("。").doesNotEndWith("；").doesNotContain("你们", "您", "！");
            }
        });
    }

    @Test
    void a_rule_of_an_existing_kind_needs_no_java() {
        Rules rules = load("{id: R-57, clause: x, kind: text-length, field: awards, max: 2, severity: warn}");

        assertThat(rules.check(Sample.first().dossier()))
                .extracting(Finding::message, Finding::severity)
                .containsOnly(tuple("R-57", Severity.WARN));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{id: R-57, clause: x, kind: text-lenght, field: deeds, max: 300, severity: return};must be one of [age-below",
                "{id: R-57, clause: x, kind: text-length, field: deed, max: 300, severity: return};must be a field of these documents, found \"deed\"",
                "{id: R-57, clause: x, kind: text-length, field: deeds, most: 300, max: 300, severity: return};\"most\"",
                "{id: R-57, clause: x, kind: text-length, field: deeds, severity: return};\"max\"",
                "{id: R-57, clause: x, kind: text-length, field: deeds, max: 300, severity: fatal};must be reject, return, warn or info, found \"fatal\"",
                "{id: R-99, clause: x, kind: text-length, field: deeds, max: 300, severity: return};needs the message \"R-99\"",
                "{id: R-21, clause: x, kind: text-length, field: deeds, max: 300, severity: return};not ${",
                "{id: R-57, clause: x, kind: text-length, field: deeds, max: 300, severity: return, stages: [S9]};must be a stage of the campaign, found \"S9\"",
                "{id: R-57, clause: x, kind: text-length, field: deeds, max: 300, severity: return, documents: [no-form]};must be a document with a form, found \"no-form\"",
                "{id: R-57, clause: x, kind: text-length, field: deeds, max: 300, severity: return, category: person};must be a category of the campaign, found \"person\"",
                "{id: R-46, clause: x, kind: identity-number, field: identityNumber, birth: birth, sex: sex, severity: return, warn: [odd]};must be one of",
                "{id: R-42, clause: x, kind: code-group, field: rank, codes: rank, group: BUREAU, severity: warn};must be a code list of the campaign, found \"rank\"",
                "{id: R-41, clause: x, kind: years-at-least, field: ipYears, min: 5, 'on': 31.8.2021, severity: return};must be a date like 2021-08-31, found \"31.8.2021\"",
                "{id: R-44, clause: x, kind: pattern, field: remark, matches: ['('], severity: warn};must hold regular expressions",
                "{id: R-44, clause: x, kind: pattern, field: remark, severity: warn};either \"matches\" or \"misses\"",
                "{id: R-14, clause: x, kind: stage-order, after: S9, severity: warn};must be a stage of the campaign, found \"S9\"",
                "{id: R-21, clause: x, kind: quota, category: collective, quota: colective, list: summary-form, severity: reject};must be a quota that every unit has"
            })
    void a_mistake_names_file_line_and_what_is_expected(String line, String expected) {
        assertThatThrownBy(() -> load(line))
                .isInstanceOf(CampaignException.class)
                .hasMessageContaining("rules.yaml, line 2: ")
                .hasMessageContaining(expected);
    }

    @Test
    void a_message_that_asks_for_an_unknown_variable_stops_the_start() {
        Map<String, String> texts = Map.of("R-57", "“${label}”栏：${count}字");

        assertThatThrownBy(() -> Rules.load(
                        YamlText.entry(
                                "rules.yaml",
                                "rules:\n  - {id: R-57, clause: x, kind: text-length, field: deeds, max: 1, severity: return}\n"),
                        withMessages(new Messages(texts))))
                .hasMessageContaining("may use [label, max, n, name], not ${count}");
    }

    /** The rules of one line, with the campaign's words. */
    static Rules load(String line) {
        return Rules.load(YamlText.entry("rules.yaml", "rules:\n  - " + line + "\n"), Cnipa.CONTEXT);
    }

    /** The rules of one line, with these words. */
    static Rules load(String line, Map<String, String> texts) {
        return Rules.load(
                YamlText.entry("rules.yaml", "rules:\n  - " + line + "\n"), withMessages(new Messages(texts)));
    }

    private static RuleContext withMessages(Messages messages) {
        RuleContext given = Cnipa.CONTEXT;
        return new RuleContext(
                given.forms(),
                given.documents(),
                given.categories(),
                given.stages(),
                given.units(),
                given.codes(),
                given.lexicon(),
                messages,
                given.workingDays(),
                given.noticeDate(),
                given.zone(),
                given.locale());
    }
}
