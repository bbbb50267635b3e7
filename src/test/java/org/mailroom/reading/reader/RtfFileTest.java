package org.mailroom.reading.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailroom.reading.Reading;
import org.mailroom.reading.ReadingLimits;
import org.mailroom.reading.Sheet;
import org.mailroom.reading.Sheet.Cell;
import org.mailroom.reading.Sheet.Paragraph;
import org.mailroom.reading.Sheet.Table;

/** Rich Text Format 1.9, as Word, WPS and LibreOffice write it. */
class RtfFileTest {
    private static Sheet read(String rtf) throws IOException {
        return new RtfFile(ReadingLimits.standard())
                .read(new ByteArrayInputStream(rtf.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static List<String> paragraphs(Sheet sheet) {
        return sheet.blocks().stream()
                .filter(Paragraph.class::isInstance)
                .map(block -> ((Paragraph) block).text())
                .toList();
    }

    private static Table table(Sheet sheet) {
        return sheet.blocks().stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void octets_are_read_in_the_charset_of_their_font_or_of_the_file() throws IOException {
        assertThat(paragraphs(
                        read("{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fcharset0 Times;}{\\f1\\fcharset134 SimSun;}}"
                                + "\\f0 \\'d5\\'c5\\'c8\\'fd\\par \\f1\\'c0\\'ee\\'cb\\'c4\\par}")))
                .containsExactly("张三", "李四");
        assertThat(paragraphs(read(
                        "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f1\\fcharset134 SimSun;}}{\\f1 \\'d5\\'c5}\\'e9}")))
                .containsExactly("张é");
        // The second octet of a character may be an ordinary letter.
        assertThat(paragraphs(read("{\\rtf1\\ansi\\ansicpg936 \\'95N}"))).containsExactly("昇");
    }

    @Test
    void unicode_characters_stand_once_and_their_fallback_is_left_out() throws IOException {
        assertThat(paragraphs(read("{\\rtf1\\uc1 \\u24352?\\u19977\\'3f{\\uc2 \\u26446\\'c0\\'ee}\\u-244 ,!\\par}")))
                .containsExactly("张三李，!");
    }

    @Test
    void cells_merged_across_and_down_are_one_cell() throws IOException {
        String row1 = "\\trowd\\clvmgf\\cellx1000\\cellx2000\\cellx3000\\intbl A\\cell B\\cell C\\cell\\row";
        String row2 = "\\trowd\\clvmrg\\cellx1000\\clmgf\\cellx2010\\clmrg\\cellx3000\\intbl\\cell D\\cell\\cell\\row";
        String row3 = "\\trowd\\cellx1000\\cellx3000\\pard\\intbl E\\par E2\\cell F\\cell\\row\\pard after\\par";
        Sheet sheet = read("{\\rtf1 before\\par" + row1 + row2 + row3 + "}");
        assertThat(table(sheet).cells())
                .containsExactly(
                        new Cell(1, 1, 2, 1, "A"),
                        new Cell(1, 2, 1, 1, "B"),
                        new Cell(1, 3, 1, 1, "C"),
                        new Cell(2, 2, 1, 2, "D"),
                        new Cell(3, 1, 1, 1, "E\nE2"),
                        new Cell(3, 2, 1, 2, "F"));
        assertThat(paragraphs(sheet)).containsExactly("before", "after");
    }

    @Test
    void a_table_in_a_cell_is_read_and_what_older_programs_are_given_instead_is_not() throws IOException {
        String inner =
                "\\pard\\intbl\\itap2 in1\\nestcell in2\\nestcell{\\*\\nesttableprops\\trowd\\cellx500\\cellx1000\\nestrow}"
                        + "{\\nonesttables\\par not shown}";
        Sheet sheet = read("{\\rtf1\\trowd\\cellx1000\\cellx2000\\pard\\intbl\\itap1 words\\par" + inner
                + "\\pard\\intbl\\itap1\\cell last\\cell\\row\\pard}");
        assertThat(table(sheet).cells()).extracting(Cell::text).containsExactly("words\nin1\nin2", "last");
    }

    @Test
    void deleted_and_hidden_text_is_gone_and_changes_and_remarks_are_noted() throws IOException {
        Sheet sheet = read(
                "{\\rtf1 a{\\deleted b}{\\revised c}{\\v d}e{\\*\\annotation f}{\\footnote g}{\\*\\unknown h}\\par}");
        assertThat(paragraphs(sheet)).containsExactly("ace");
        assertThat(sheet.notes()).containsExactlyInAnyOrder("tracked-changes", "comments");
    }

    @Test
    void a_field_shows_its_result_and_is_never_followed() throws IOException {
        Sheet sheet = read("{\\rtf1{\\field{\\*\\fldinst{ INCLUDETEXT \"http://example.org/x\"}}{\\fldrslt shown}}"
                + "{\\field{\\*\\fldinst FORMCHECKBOX {\\*\\formfield{\\fftype1\\ffres1\\ffdefres0}}}{\\fldrslt}}"
                + "{\\field{\\*\\fldinst FORMCHECKBOX {\\*\\formfield{\\fftype1\\ffres25\\ffdefres0}}}}\\par}");
        assertThat(paragraphs(sheet)).containsExactly("shown☑□");
        assertThat(sheet.notes()).containsExactly("external-links");
    }

    @Test
    void pictures_text_boxes_and_objects_are_seen() throws IOException {
        Sheet sheet = read("{\\rtf1 x{\\*\\shppict{\\pict\\pngblip 0102}}{\\nonshppict{\\pict 03}}"
                + "{\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv 1}}{\\shptxt boxed\\par}}{\\shprslt older}}y\\par"
                + "{\\object\\objemb{\\*\\objdata 0105}{\\result shown}}\\par{\\pict\\bin4 {{{{}}");
        assertThat(paragraphs(sheet)).containsExactly("x\uFFFCy", "boxed", "shown", "\uFFFC");
        assertThat(sheet.notes()).containsExactly("embedded-objects");
    }

    @Test
    void ticks_of_symbol_fonts_are_ticks() throws IOException {
        assertThat(
                        paragraphs(
                                read(
                                        "{\\rtf1{\\fonttbl{\\f0 Arial;}{\\f2\\fcharset2 Wingdings;}}\\f0 x{\\f2\\'fe}{\\f2\\u-3842 ?}\\par}")))
                .containsExactly("x☑☑");
    }

    @Test
    void groups_without_end_and_words_without_sense_end_in_a_sheet_or_a_refusal() throws IOException {
        assertThat(Parts.read(Parts.text("a.doc", "{\\rtf1 a{b{c")).get(0).reading())
                .isEqualTo(new Reading.Refused(Reading.Reason.TRUNCATED));
        assertThat(read("{\\rtf1 a\\cell\\row\\nestrow\\u\\cellx-5\\uc-1\\'zz b}")
                        .blocks())
                .isNotEmpty();
        byte[] deep = ("{\\rtf1" + "{".repeat(100_000)).getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Parts.read(Parts.part("a.rtf", deep)).get(0).reading())
                .isEqualTo(new Reading.Refused(Reading.Reason.OVER_LIMIT));
    }
}
