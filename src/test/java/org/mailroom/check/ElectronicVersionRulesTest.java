package org.mailroom.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.campaign.Medium;
import org.mailroom.check.Dossier.Filed;
import org.mailroom.check.Dossier.Nominee;
import org.mailroom.reading.Photo;
import org.mailroom.reading.TypedFile;

/** Rules on the files of electronic versions, and on the picture in a form. */
class ElectronicVersionRulesTest {
    private static final Photo GOOD = new Photo(413, 579, false, new Photo.Patch(214, 0.6), new Photo.Patch(214, 0.6));

    @Test
    void R_06_a_form_comes_as_a_word_file_and_the_list_also_as_a_spreadsheet() {
        assertThat(typed("summary-form", "spreadsheet").findings("R-06")).isEmpty();
        assertThat(typed("first-review-form").findings("R-06")).isEmpty();
        assertThat(typed("first-review-form", "spreadsheet").findings("R-06"))
                .extracting(Finding::severity, finding -> finding.place().document())
                .containsExactly(tuple(Severity.RETURN, "first-review-form"));
        assertThat(typed("first-review-form", "spreadsheet").sentences("R-06"))
                .containsExactly("电子版为电子表格，请改以Word文档（.docx、.doc或.wps）报送");
    }

    @Test
    void R_06_a_web_page_or_plain_text_is_no_electronic_version() {
        assertThat(typed("first-review-report", "plain").sentences("R-06"))
                .containsExactly("电子版为网页或纯文本文件，请改以Word文档（.docx、.doc或.wps）报送");
        assertThat(typed("summary-form", "plain").findings("R-06"))
                .extracting(Finding::severity)
                .containsExactly(Severity.RETURN);
    }

    @ParameterizedTest
    @CsvSource({
        "R-06, pictures-only",
        "R-12, hidden-rows",
        "R-12, hidden-columns",
        "R-12, hidden-sheets",
        "R-12, tracked-changes",
        "R-12, comments",
        "R-17, macros",
        "R-17, wrong-name"
    })
    void what_a_reader_notes_of_a_file_is_for_a_person_and_said_once_a_file(String rule, String note) {
        Handed twice = typed("first-review-form", note).and(filed("summary-form", "a.docx", note));

        assertThat(twice.findings(rule))
                .extracting(Finding::message, Finding::severity)
                .containsExactly(tuple(rule + "." + note, Severity.WARN));
        assertThat(twice.sentences(rule)).singleElement().asString().startsWith("附件“a.docx”");
    }

    @Test
    void a_scan_and_a_file_that_nobody_looked_into_say_nothing() {
        Filed scan = new Filed(
                "first-review-form",
                Medium.SCAN,
                Optional.empty(),
                "a.docx",
                Optional.empty(),
                Optional.empty(),
                Optional.of(new TypedFile(List.of("spreadsheet", "macros"), Optional.empty())));
        Filed unread = new Filed("first-review-form", Medium.ELECTRONIC, Optional.empty(), "b.docx", Optional.empty());

        assertThat(Handed.first().and(scan).and(unread).findings()).isEmpty();
    }

    @Test
    void R_78_a_form_without_a_picture_is_a_remark_where_the_photo_came_by_itself() {
        Paper form = Paper.approval("individual", Sample.PERSON).set("photo", "");
        Filed photo = Scan.photo(Sample.PERSON, GOOD);

        assertThat(Handed.second(form).and(photo).findings("R-78"))
                .extracting(Finding::severity, finding -> finding.place().label())
                .containsExactly(tuple(Severity.INFO, "照片（2寸蓝底彩色证件照片）"));
        assertThat(Handed.second(form).findings("R-78"))
                .as("nothing came at all: the dossier reports it as missing")
                .isEmpty();
        assertThat(Handed.second(form).and(Scan.photo("李四", GOOD)).findings("R-78"))
                .isEmpty();
        Paper pictured = Paper.approval("individual", Sample.PERSON).set("photo", "\uFFFC");
        assertThat(Handed.second(pictured).and(photo).findings("R-78")).isEmpty();
    }

    private static Handed typed(String document, String... notes) {
        return Handed.first().and(filed(document, "a.docx", notes));
    }

    private static Filed filed(String document, String file, String... notes) {
        return new Filed(
                document,
                Medium.ELECTRONIC,
                Optional.of(new Nominee("individual", Sample.PERSON)),
                file,
                Optional.empty(),
                Optional.empty(),
                Optional.of(new TypedFile(List.of(notes), Optional.empty())));
    }
}
