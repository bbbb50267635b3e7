package org.mailroom.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A mistake in a campaign file names file, line and what is expected, and the campaign does not load. */
class BrokenCampaignTest {
    @TempDir
    Path temporary;

    @ParameterizedTest(name = "{0}: {2} instead of {1}")
    @MethodSource("mistakes")
    void a_mistake_names_file_line_and_what_is_expected(
            String file, String right, String wrong, int linesBelow, String expected) {
        CopiedCampaign maple = CopiedCampaign.of(CopiedCampaign.MAPLE, temporary);
        int line = maple.replace(file, right, wrong) + linesBelow;
        assertThat(maple.mistake()).startsWith("maple-2026/" + file + ", line " + line + ": " + expected);
    }

    static Stream<Arguments> mistakes() {
        // spotless:off
        return Stream.of(
            // values of the wrong kind
            campaign("due: 2026-03-06", "due: \"31.8.\"", "\"due\": must be a date like 2021-08-31, found \"31.8.\""),
            campaign("due: 2026-03-06", "due: 2026-02-30", "\"due\": must be a date like 2021-08-31, found \"2026-02-30\""),
            campaign("due: 2026-03-06", "due:", "\"due\": must be a text, found nothing"),
            campaign("due: 2026-03-06", "due: [2026-03-06]", "\"due\": must be a text, found a list"),
            campaign("due: 2026-03-06", "due: 2012-03-06", "\"due\": must not be before the noticeDate 2026-01-15"),
            campaign("correctionWorkdays: 2", "correctionWorkdays: two", "\"correctionWorkdays\": must be a whole number, found \"two\""),
            campaign("correctionWorkdays: 2", "correctionWorkdays: 0", "\"correctionWorkdays\": must be from 1 to 60, found 0"),
            campaign("cutoff: END_OF_DAY", "cutoff: 5 pm", "\"cutoff\": must be END_OF_DAY or a time like 17:30, found \"5 pm\""),
            campaign("cutoff: END_OF_DAY", "cutoff: 24:00", "\"cutoff\": must be END_OF_DAY or a time like 17:30, found \"24:00\""),
            campaign("zone: America/Toronto", "zone: Toronto", "\"zone\": must be a time zone like Asia/Shanghai, found \"Toronto\""),
            campaign("locale: en-CA", "locale: en_CA!", "\"locale\": must be a language tag like zh-CN, found \"en_CA!\""),
            campaign("name: Maple Grants 2026", "name: \" \"", "\"name\": must not be empty"),
            campaign("{stage}-{unit}-{n}", "{stage}-{n}", "\"receiptNumber\": must have {stage}, {unit} and {n} once each"),
            campaign("{stage}-{unit}-{n}", "{stage}-{unit}-{n}-{n}", "\"receiptNumber\": must have {stage}, {unit} and {n} once each"),
            campaign("grants@maple.example", "grants", "\"mailbox\": must be a mail address, found \"grants\""),
            campaign("signature: [Maple Grants Office]", "signature: []", "\"signature\": must be a list of at least one line"),
            campaign("of ${name}", "of ${nmae}", "\"addressee\": may use ${name} and ${shortName} only"),
            campaign("titled: false", "titled: no", "\"titled\": must be true or false, found \"no\""),
            campaign("id: A1", "id: A 1", "\"id\": must be letters and digits like S1, found \"A 1\""),
            campaign("id: application-form", "id: applicationForm", "\"id\": must be lower-case words joined by hyphens"),
            campaign("{project: 3}", "{project: -3}", "\"project\": must be 0 or more, found -3"),
            campaign("{project: 3}", "3", "\"quotaTotals\": must be a mapping (key: value), found \"3\""),
            campaign("quotaTotals:", "registry: contact-form\nquotaTotals:", "\"registry\": must be a document that one stage asks for, per unit, found \"contact-form\""),
            campaign("daysBefore: [7, 3, 1, 0]", "daysBefore: [7, 3, 3]", "\"daysBefore\": must be whole numbers from 0 to 60, each once, found \"3\""),
            campaign("daysBefore: [7, 3, 1, 0]", "daysBefore: [-1]", "\"daysBefore\": must be whole numbers from 0 to 60, each once, found \"-1\""),
            campaign("daysBefore: [7, 3, 1, 0], ", "", "\"daysBefore\": expected here and missing"),
            campaign("at: \"09:00\"", "at: \"9\"", "\"at\": must be a time like 09:00, found \"9\""),
            campaign("at: \"09:00\"", "at: \"25:00\"", "\"at\": must be a time like 09:00, found \"25:00\""),
            campaign("at: \"09:00\"", "hour: 9", "\"hour\": not known here; known are daysBefore, at"),
            // missing, unknown and repeated keys
            campaign("    due: 2026-03-06\n", "", -2, "\"due\": expected here and missing"),
            campaign("cutoff:", "cutof:", "\"cutof\": not known here; known are id, material, due, cutoff"),
            campaign("reference:", "referenz:", "\"referenz\": not known here"),
            campaign("reference: Call 2026-01", "name: Call 2026-01", "\"name\": must stand once, and is in line 2 already"),
            campaign("media: [electronic]", "media: [electronic], media: [scan]", "\"media\": must stand once"),
            campaign("media: [electronic], ", "", "\"media\": must be a list of at least one medium, each once"),
            campaign("media: [electronic]", "media: [scan, scan]", "\"media\": must be a list of at least one medium, each once"),
            // unknown references
            campaign("document: application-form", "document: letter", "\"document\": must be one of application-form, found \"letter\""),
            campaign("per: unit", "per: nominee, category: person", "\"category\": must be one of project, found \"person\""),
            campaign("per: unit", "per: unit, category: project", "\"category\": must be left out"),
            campaign("per: unit", "per: person", "\"per\": must be one of unit, nominee, found \"person\""),
            campaign("[electronic]", "[paper, fax]", "\"media\": must be one of scan, electronic, paper, found \"fax\""),
            campaign("quota: project", "quota: people", 2, "\"people\": expected here: category project has it as its quota"),
            // lists
            campaign("stages:\n", "stages: []\nother:\n", 1, "\"other\": not known here"),
            campaign("  - id: A1", "  - A1\n  - id: A1", "\"stages\": must be a list of mappings, found \"A1\" in it"),
            campaign("signature: [Maple Grants Office]", "signature: [{a: b}]", "\"signature\": must be a list of texts, found a mapping in it"),
            campaign("signature: [Maple Grants Office]", "signature: [~]", "\"signature\": must be a list of texts, found nothing in it"),
            // syntax
            campaign("name: Maple", "name: \"Maple", 11, "this must be YAML, and is not: "),
            campaign("reference: Call", "\treference: Call", "this must be YAML, and is not: "),
            campaign("name: Maple Grants 2026", "- Maple Grants 2026", 1, "this must be YAML, and is not: "),

            units("code: QC", "code: \"ON\"", "\"code\": must not have \"ON\" again: unit ON has it already"),
            units("code: QC", "code: Q-C", "\"code\": must be letters and digits like 320000, found \"Q-C\""),
            units("aliases: [Québec", "aliases: [ontario", "\"aliases\": must not have \"ontario\" again: unit ON has it already"),
            units("aliases: [Québec", "aliases: [Québec, Québec", "\"aliases\": must not have \"Québec\" again: unit QC has it already"),
            units("aliases: [Québec", "aliases: [\"\"", "\"aliases\": must not have an empty text"),
            units("[quebec.example]", "[Ontario.example]", "\"domains\": must not have \"Ontario.example\" again: unit ON has it already"),
            units("kind: province", "kind: state", "\"kind\": must be one of province, found \"state\""),
            units("{project: 2}", "{project: 2, person: 1}", "\"person\": not known here; known are project"),
            units("{project: 2}", "{}", "\"project\": expected here and missing"),
            units("{text: Ontario Street}", "{text: Ontario Street, unit: NS}", "\"unit\": must be the code of a unit, found \"NS\""),
            units("{text: Ontario Street}", "{text: Ontario Street, kind: street}", "\"kind\": not known here; known are text, unit"),

            calendar("weekend: [saturday, sunday]", "weekend: [saturday, snday]", "\"weekend\": must be one of monday, "),
            calendar("weekend: [saturday, sunday]", "weekend: []", "\"weekend\": must be a list of days"),
            calendar("2026:\n", "26:\n", "\"26\": must be a year like 2021"),
            calendar("    verified: true\n", "", 0, "\"verified\": must be true or false, and is missing"),
            calendar("from: 2026-01-01", "from: 1 January", "\"from\": must be a date like 2021-08-31, found \"1 January\""),
            calendar("from: 2026-01-01", "from: 2021-01-01", "\"from\": must lie in 2026, found 2021-01-01"),
            calendar("from: 2026-02-16", "from: 2026-01-01", "\"from\": must not have 2026-01-01 again"),
            calendar("to: 2026-12-26", "to: 2026-12-24", "\"to\": must be within 31 days after 2026-12-25, found 2026-12-24"),
            calendar("    holidays:", "    makeUpDays: [2026-03-04]\n    holidays:", "\"makeUpDays\": must fall on the weekend, and 2026-03-04 does not"),

            codes("{}", "sex: [{name: f}, {name: m, aliases: [F]}]", "\"aliases\": must not have \"F\" again: \"f\" has it already"),
            codes("{}", "sex: []", "\"sex\": must be a list of at least one code"),

            messages("state.PARTIAL=", "medium.SCAN=", "\"medium.SCAN\": must stand once, and is in maple-2026/messages.properties, line 1 already"),
            messages("medium.PAPER=paper copy", "medium.PAPER=", "\"medium.PAPER\": must have a text: key=text"),
            messages("medium.PAPER=paper copy", "medium.PAPER=${number of} copies", "\"medium.PAPER\": must write its variables like ${name}"),
            messages("medium.PAPER=paper copy", "medium.PAPER=\\u12", "after \\u four hexadecimal digits are expected"));
        // spotless:on
    }

    private static Arguments campaign(String right, String wrong, String expected) {
        return campaign(right, wrong, 0, expected);
    }

    private static Arguments campaign(String right, String wrong, int linesBelow, String expected) {
        return arguments("campaign.yaml", right, wrong, linesBelow, expected);
    }

    private static Arguments units(String right, String wrong, String expected) {
        return arguments("units.yaml", right, wrong, 0, expected);
    }

    private static Arguments calendar(String right, String wrong, String expected) {
        return calendar(right, wrong, 0, expected);
    }

    private static Arguments calendar(String right, String wrong, int linesBelow, String expected) {
        return arguments("calendar.yaml", right, wrong, linesBelow, expected);
    }

    private static Arguments codes(String right, String wrong, String expected) {
        return arguments("codes.yaml", right, wrong, 0, expected);
    }

    private static Arguments messages(String right, String wrong, String expected) {
        return arguments("messages.properties", right, wrong, 0, expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"campaign.yaml", "units.yaml", "calendar.yaml", "codes.yaml", "rules.yaml"})
    void a_missing_file_is_named(String file) {
        CopiedCampaign maple =
                CopiedCampaign.of(CopiedCampaign.MAPLE, temporary).delete(file);
        assertThat(maple.mistake()).isEqualTo("maple-2026/" + file + ", line 1: this file is expected and is missing");
    }

    @Test
    void a_folder_without_messages_or_without_forms_names_what_is_missing() {
        CopiedCampaign maple =
                CopiedCampaign.of(CopiedCampaign.MAPLE, temporary).delete("forms");
        assertThat(maple.mistake())
                .isEqualTo("maple-2026/forms/*.yaml, line 1: at least one such file is expected, and there is none");
        CopiedCampaign cnipa = CopiedCampaign.of(CopiedCampaign.CNIPA, temporary);
        for (String file : cnipa.messageFiles()) {
            cnipa.delete(file);
        }
        assertThat(cnipa.mistake())
                .isEqualTo(
                        "cnipa-2021/messages*.properties, line 1: at least one such file is expected, and there is none");
    }

    @Test
    void a_campaign_without_a_stage_is_refused() {
        CopiedCampaign maple = CopiedCampaign.of(CopiedCampaign.MAPLE, temporary);
        String text = maple.read("campaign.yaml");
        String before = text.substring(0, text.indexOf("stages:"));
        maple.write("campaign.yaml", before + "stages: []\n");
        assertThat(maple.mistake())
                .isEqualTo("maple-2026/campaign.yaml, line " + (before.lines().count() + 1)
                        + ": \"stages\": must be a list of at least one stage");
        maple.write("campaign.yaml", before);
        assertThat(maple.mistake()).endsWith(": \"stages\": must be a list of at least one stage");
    }

    @Test
    void sums_of_places_that_differ_from_the_totals_are_refused_with_both_numbers() {
        CopiedCampaign cnipa = CopiedCampaign.of(CopiedCampaign.CNIPA, temporary);
        cnipa.replace(
                "units.yaml",
                "{collective: 6, individual: 5, division: 1}",
                "{collective: 7, individual: 5, division: 1}");
        assertThat(cnipa.mistake())
                .matches("cnipa-2021/units.yaml, line \\d+: \"units\": must have 128 places \"collective\" in all,"
                        + " as quotaTotals in campaign.yaml says, and have 129");
    }

    @Test
    void a_lexicon_key_in_two_files_is_refused_with_both() {
        CopiedCampaign maple = CopiedCampaign.of(CopiedCampaign.MAPLE, temporary)
                .write("lexicon/zz1.yaml", "only-here: [a]\nboth: [a]\n")
                .write("lexicon/zz2.yaml", "# comment\nboth: [b]\n");
        assertThat(maple.mistake())
                .isEqualTo(
                        "maple-2026/lexicon/zz2.yaml, line 2: \"both\": must stand once, and is in lexicon/zz1.yaml already");
    }

    @Test
    void a_message_key_in_two_files_is_refused_with_both() {
        CopiedCampaign maple = CopiedCampaign.of(CopiedCampaign.MAPLE, temporary)
                .write("messages-zz.properties", "# a comment that goes on \\\n\nmedium.SCAN = again\n");
        assertThat(maple.mistake())
                .isEqualTo("maple-2026/messages.properties, line 1: \"medium.SCAN\": must stand once,"
                        + " and is in maple-2026/messages-zz.properties, line 3 already");
    }

    @Test
    void keys_that_stand_twice_are_found_in_forms_and_rules_too() {
        CopiedCampaign maple = CopiedCampaign.of(CopiedCampaign.MAPLE, temporary)
                .write("rules.yaml", "rules:\n  - id: R-01\n    values:\n      - {a: 1, b: 2, a: 3}\n");
        assertThat(maple.mistake())
                .isEqualTo("maple-2026/rules.yaml, line 4: \"a\": must stand once, and is in line 4 already");
        maple.write("rules.yaml", "rule: []\n");
        assertThat(maple.mistake()).startsWith("maple-2026/rules.yaml, line 1: \"rules\": must be a list");
    }

    @Test
    void an_empty_file_and_a_file_that_is_no_mapping_are_refused() {
        CopiedCampaign maple =
                CopiedCampaign.of(CopiedCampaign.MAPLE, temporary).write("units.yaml", "# nothing\n");
        assertThat(maple.mistake())
                .isEqualTo("maple-2026/units.yaml, line 1: a mapping (key: value) is expected, and the file is empty");
        maple.write("units.yaml", "\n- a list\n");
        assertThat(maple.mistake())
                .isEqualTo("maple-2026/units.yaml, line 2: a mapping (key: value) is expected, found a list");
    }

    @Test
    void a_file_in_another_encoding_is_refused_at_its_line() {
        CopiedCampaign maple = CopiedCampaign.of(CopiedCampaign.MAPLE, temporary)
                .write("messages-zz.properties", "a=plain\nb=补正\n".getBytes(Charset.forName("GB18030")));
        assertThat(maple.mistake()).isEqualTo("maple-2026/messages-zz.properties, line 2: text in UTF-8 is expected");
    }

    @Test
    void a_byte_order_mark_is_no_mistake() {
        CopiedCampaign maple = CopiedCampaign.of(CopiedCampaign.MAPLE, temporary);
        maple.write("codes.yaml", "\uFEFFsex: [{name: f}]\n").write("messages-zz.properties", "\uFEFFa=b\n");
        assertThat(maple.load().codes().has("sex")).isTrue();
        assertThat(maple.load().messages().find("a")).contains("b");
    }

    @Test
    void aliases_depth_and_size_are_limited() {
        CopiedCampaign maple =
                CopiedCampaign.of(CopiedCampaign.MAPLE, temporary).write("codes.yaml", "a: &a [{name: x}]\nb: *a\n");
        assertThat(maple.mistake())
                .isEqualTo("maple-2026/codes.yaml, line 2: the value itself is expected, found the alias *a");
        maple.write("codes.yaml", "a:\n  " + "[".repeat(5000) + "]".repeat(5000));
        assertThat(maple.mistake())
                .isEqualTo("maple-2026/codes.yaml, line 2: at most 30 lists or mappings in one another are expected");
        maple.write("codes.yaml", "#".repeat(SourceFile.MAX_BYTES + 1));
        assertThat(maple.mistake())
                .isEqualTo("maple-2026/codes.yaml, line 1: a file of at most 1048576 bytes is expected");
    }

    @Test
    void a_folder_whose_name_can_be_no_id_is_refused() {
        CopiedCampaign maple = CopiedCampaign.of(CopiedCampaign.MAPLE, temporary);
        CopiedCampaign renamed = CopiedCampaign.of(maple.folder, temporary.resolve("x"), "Maple 2026");
        assertThat(renamed.mistake()).contains("must be like cnipa-2021, found \"Maple 2026\"");
    }
}
