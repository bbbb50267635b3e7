package org.mailroom.reading.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.reading.reader.Packages.p;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mailroom.reading.Reading;
import org.mailroom.reading.Sheet;
import org.mailroom.reading.Sheet.Cell;
import org.mailroom.reading.Sheet.Paragraph;
import org.mailroom.reading.Sheet.Table;

/** What a person sees in Word is what stands in the sheet. */
class DocxTest {
    private static Sheet read(String body) throws IOException {
        return Parts.sheet(Packages.docx(body));
    }

    private static List<String> paragraphs(Sheet sheet) {
        return sheet.blocks().stream()
                .filter(Paragraph.class::isInstance)
                .map(block -> ((Paragraph) block).text())
                .toList();
    }

    private static List<Table> tables(Sheet sheet) {
        return sheet.blocks().stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .toList();
    }

    private static String tc(String properties, String text) {
        return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + p(text) + "</w:tc>";
    }

    private static String span(int columns) {
        return "<w:gridSpan w:val=\"" + columns + "\"/>";
    }

    private static Reading reading(byte[] docx) throws IOException {
        return Parts.read(Parts.part("a.docx", docx)).get(0).reading();
    }

    @Test
    void paragraphs_and_tables_keep_their_order() throws IOException {
        Sheet sheet = read(p("一") + "<w:tbl><w:tr>" + tc("", "格") + "</w:tr></w:tbl>" + p("二"));
        assertThat(sheet.blocks()).hasSize(3);
        assertThat(sheet.blocks().get(0)).isEqualTo(new Paragraph("一"));
        assertThat(sheet.blocks().get(1)).isEqualTo(new Table(1, 1, 1, List.of(new Cell(1, 1, 1, 1, "格"))));
        assertThat(sheet.blocks().get(2)).isEqualTo(new Paragraph("二"));
    }

    @Test
    void merged_cells_stand_once_with_their_spans() throws IOException {
        Sheet sheet = read("<w:tbl>"
                + "<w:tr>" + tc("<w:vMerge w:val=\"restart\"/>", "左") + tc(span(2), "上") + "</w:tr>"
                + "<w:tr>" + tc("<w:vMerge/>", "") + tc("", "甲") + tc("", "乙") + "</w:tr>"
                + "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>" + tc(span(2), "下") + "</w:tr></w:tbl>");
        assertThat(tables(sheet).get(0).cells())
                .containsExactly(
                        new Cell(1, 1, 2, 1, "左"),
                        new Cell(1, 2, 1, 2, "上"),
                        new Cell(2, 2, 1, 1, "甲"),
                        new Cell(2, 3, 1, 1, "乙"),
                        new Cell(3, 2, 1, 2, "下"));
        assertThat(tables(sheet).get(0).columns()).isEqualTo(3);
    }

    @Test
    void strict_documents_are_read_as_transitional_ones() throws IOException {
        byte[] docx = Packages.document(Packages.root(Packages.STRICT, p("严格"))).zip();
        assertThat(paragraphs(Parts.sheet(docx))).containsExactly("严格");
    }

    @Test
    void runs_are_joined_and_breaks_and_tabs_kept() throws IOException {
        assertThat(paragraphs(
                        read("<w:p><w:r><w:t>姓</w:t></w:r><w:r><w:t xml:space=\"preserve\">　名</w:t><w:tab/><w:t>张</w:t>"
                                + "<w:br/><w:t>三</w:t></w:r></w:p>")))
                .containsExactly("姓　名\t张\n三");
    }

    @Test
    void deleted_and_moved_away_text_is_gone_and_inserted_text_stays() throws IOException {
        Sheet sheet =
                read("<w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins><w:r><w:t>新</w:t></w:r></w:ins>"
                        + "<w:moveFrom><w:r><w:t>移</w:t></w:r></w:moveFrom></w:p>"
                        + "<w:tbl><w:tr><w:trPr><w:del/></w:trPr>" + tc("", "删") + "</w:tr><w:tr>" + tc("", "留")
                        + "</w:tr></w:tbl>");
        assertThat(paragraphs(sheet)).containsExactly("新");
        assertThat(tables(sheet).get(0).cells()).containsExactly(new Cell(1, 1, 1, 1, "留"));
        assertThat(sheet.notes()).containsExactly("tracked-changes");
    }

    @Test
    void content_controls_are_looked_through_around_text_cells_and_rows() throws IOException {
        String control = "<w:sdt><w:sdtPr/><w:sdtContent>%s</w:sdtContent></w:sdt>";
        Sheet sheet = read(control.formatted(p("段")) + "<w:tbl>"
                + control.formatted("<w:tr>" + control.formatted(tc("", "格")) + tc("", "二") + "</w:tr>") + "</w:tbl>");
        assertThat(paragraphs(sheet)).containsExactly("段");
        assertThat(tables(sheet).get(0).cells()).extracting(Cell::text).containsExactly("格", "二");
    }

    @Test
    void a_prompt_in_a_content_control_is_no_answer() throws IOException {
        String prompt = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>%s</w:sdtContent></w:sdt>";
        Sheet sheet = read("<w:tbl><w:tr>" + tc("", "姓名") + prompt.formatted(tc("", "单击此处输入文字。")) + "</w:tr></w:tbl>");
        assertThat(tables(sheet).get(0).cells()).extracting(Cell::text).containsExactly("姓名", "");
    }

    @Test
    void check_boxes_of_every_making_show_their_state() throws IOException {
        String box = "<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val=\"%s\"/></w14:checkbox></w:sdtPr>"
                + "<w:sdtContent><w:r><w:t>X</w:t></w:r></w:sdtContent></w:sdt>";
        String legacy =
                "<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:checkBox><w:default w:val=\"0\"/>%s</w:checkBox>"
                        + "</w:ffData></w:fldChar></w:r>";
        String wingdings = "<w:r><w:rPr><w:rFonts w:ascii=\"Wingdings 2\"/></w:rPr><w:t>R</w:t></w:r>";
        Sheet sheet = read("<w:p>" + box.formatted("1") + box.formatted("0") + legacy.formatted("<w:checked/>")
                + legacy.formatted("") + "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/></w:r>"
                + "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0A8\"/></w:r>" + wingdings + "</w:p>");
        assertThat(paragraphs(sheet)).containsExactly("☑□☑□☑□☑");
    }

    @Test
    void a_text_box_is_read_once_though_it_is_stored_twice() throws IOException {
        String box = "<w:txbxContent>" + p("框内") + "</w:txbxContent>";
        Sheet sheet =
                read("<w:p><w:r><w:t>前</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing>"
                        + "<wps:txbx>" + box + "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
                        + box
                        + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>");
        assertThat(paragraphs(sheet)).containsExactly("前", "框内");
    }

    @Test
    void hidden_text_and_field_codes_are_not_seen() throws IOException {
        assertThat(paragraphs(read(
                        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
                                + "<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>显</w:t></w:r></w:p>")))
                .containsExactly("显");
    }

    @Test
    void a_picture_is_one_object_character() throws IOException {
        Sheet sheet =
                read("<w:tbl><w:tr><w:tc><w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p></w:tc></w:tr></w:tbl>");
        assertThat(tables(sheet).get(0).cells()).extracting(Cell::text).containsExactly("\uFFFC");
    }

    @Test
    void a_form_inside_a_frame_is_a_table_of_its_own_and_a_table_in_a_text_stays_text() throws IOException {
        String inner = "<w:tbl><w:tr>" + tc("", "姓名") + tc("", "张三") + "</w:tr><w:tr>" + tc("", "性别") + tc("", "男")
                + "</w:tr></w:tbl>";
        Sheet framed = read("<w:tbl><w:tr><w:tc>" + inner + "<w:p/></w:tc></w:tr></w:tbl>");
        assertThat(tables(framed)).hasSize(1);
        assertThat(tables(framed).get(0).rows()).isEqualTo(2);
        Sheet quoted = read("<w:tbl><w:tr><w:tc>" + p("事迹如下") + inner + "</w:tc></w:tr></w:tbl>");
        assertThat(tables(quoted).get(0).cells()).extracting(Cell::text).containsExactly("事迹如下\n姓名\n张三\n性别\n男");
    }

    @Test
    void macros_and_comments_are_noted() throws IOException {
        byte[] docx = Packages.document(
                        Packages.root(Packages.MAIN, "<w:p><w:commentRangeStart/><w:r><w:t>一</w:t></w:r></w:p>"))
                .with("word/vbaProject.bin", "x")
                .zip();
        assertThat(Parts.sheet(docx).notes()).containsExactly("comments", "macros");
    }

    @Test
    void the_pages_it_prints_are_those_its_program_counted() throws IOException {
        assertThat(Parts.sheet(saying("<Properties><Pages>3</Pages></Properties>"))
                        .printed())
                .contains(3);
        assertThat(Parts.sheet(saying("<ep:Properties><ep:Pages> 12 </ep:Pages></ep:Properties>"))
                        .printed())
                .contains(12);
        assertThat(Parts.sheet(saying("<Properties><Pages>0</Pages></Properties>"))
                        .printed())
                .isEmpty();
        assertThat(Parts.sheet(saying("<Properties><Pages>99999999999</Pages>")).printed())
                .isEmpty();
        assertThat(read(p("一")).printed()).isEmpty();
    }

    private static byte[] saying(String properties) throws IOException {
        return Packages.document(Packages.root(Packages.MAIN, p("一")))
                .with("docProps/app.xml", properties)
                .zip();
    }

    private static String relations(String relation) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + relation
                + "</Relationships>";
    }

    @Test
    void objects_and_links_are_noted_and_never_followed() throws IOException {
        String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
        byte[] docx = Packages.document(Packages.root(Packages.MAIN, p("一")))
                .with("word/embeddings/oleObject1.bin", "x")
                .with(
                        "word/_rels/document.xml.rels",
                        relations(
                                "<Relationship Id=\"r1\" TargetMode=\"External\" Target=\"http://localhost:1/x\" Type=\""
                                        + office + "oleObject\"/>"))
                .zip();
        assertThat(Parts.sheet(docx).notes()).containsExactly("embedded-objects", "external-links");
        byte[] template = Packages.document(Packages.root(Packages.MAIN, p("一")))
                .with(
                        "word/_rels/settings.xml.rels",
                        relations(
                                "<Relationship Id=\"r1\" TargetMode=\"External\" Target=\"http://localhost:1/x.dotm\" Type=\""
                                        + office + "attachedTemplate\"/>"))
                .zip();
        assertThat(Parts.sheet(template).notes()).containsExactly("external-links");
        assertThat(read("<w:p><w:r><w:instrText> INCLUDETEXT \"x\" </w:instrText></w:r></w:p>")
                        .notes())
                .containsExactly("external-links");
        byte[] linked = Packages.document(Packages.root(Packages.MAIN, p("一")))
                .with(
                        "word/_rels/document.xml.rels",
                        relations(
                                "<Relationship Id=\"r1\" TargetMode=\"External\" Target=\"http://localhost:1/\" Type=\""
                                        + office + "hyperlink\"/>"))
                .zip();
        assertThat(Parts.sheet(linked).notes()).isEmpty();
    }

    @Test
    void a_document_put_in_as_a_chunk_is_shown_in_its_place() throws IOException {
        String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
        byte[] docx = Packages.document(Packages.root(
                        Packages.MAIN,
                        p("前") + "<w:altChunk xmlns:r=\"" + office.replaceFirst("/$", "") + "\" r:id=\"c1\"/>"
                                + "<w:altChunk r:id=\"c2\" xmlns:r=\"x\"/>" + "<w:tbl><w:tr>" + tc("", "格")
                                + "</w:tr></w:tbl>" + "<w:altChunk r:id=\"none\" xmlns:r=\"x\"/>"))
                .with("word/a.htm", "<html><body><table><tr><td>姓名<td>张三</table></body></html>")
                .with("word/b.docx", Packages.docx(p("后")))
                .with(
                        "word/_rels/document.xml.rels",
                        relations("<Relationship Id=\"c1\" Target=\"a.htm\" Type=\"" + office + "aFChunk\"/>"
                                + "<Relationship Id=\"c2\" Target=\"/word/b.docx\" Type=\"" + office + "aFChunk\"/>"))
                .zip();
        Sheet sheet = Parts.sheet(docx);
        assertThat(paragraphs(sheet)).containsExactly("前", "后");
        assertThat(tables(sheet)).extracting(Table::number).containsExactly(1, 2);
        assertThat(tables(sheet).get(0).cells()).extracting(Cell::text).containsExactly("姓名", "张三");
        assertThat(sheet.notes()).containsExactly("embedded-objects");
    }

    @Test
    void a_scan_pasted_into_a_document_is_seen_and_a_photo_in_a_form_is_no_scan() throws IOException {
        String picture = "<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>";
        assertThat(read(p("扫描件") + picture + picture).notes()).containsExactly("pictures", "pictures-only");
        assertThat(read(p("一".repeat(60)) + picture).notes()).containsExactly("pictures");
    }

    @Test
    void the_page_is_known_where_all_sections_agree() throws IOException {
        String upright = "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/></w:sectPr>";
        String turned = "<w:sectPr><w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/></w:sectPr>";
        String marked = "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\" w:orient=\"landscape\"/></w:sectPr>";
        String silent = "<w:sectPr/>";
        String section = "<w:p><w:pPr>%s</w:pPr></w:p>";

        assertThat(read(p("一") + upright).page()).contains(new Sheet.Page(11906, 16838));
        assertThat(read(section.replace("%s", marked) + turned).page()).contains(new Sheet.Page(16838, 11906));
        assertThat(read(section.replace("%s", turned) + upright).page()).isEmpty();
        assertThat(read(section.replace("%s", silent) + upright).page()).isEmpty();
        assertThat(read(p("一")).page()).isEmpty();
    }

    @Test
    void a_main_document_under_another_name_is_found() throws IOException {
        byte[] docx = new Packages()
                .with(
                        "[Content_Types].xml",
                        "<Types><Override PartName=\"/word/document2.xml\" ContentType=\""
                                + "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>")
                .with("word/document2.xml", Packages.root(Packages.MAIN, p("在此")))
                .zip();
        assertThat(paragraphs(Parts.sheet(docx))).containsExactly("在此");
    }

    @Test
    void no_entity_is_ever_resolved() throws IOException {
        String external = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>";
        String laughs = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
                + "<!ENTITY e \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>";
        for (String doctype : List.of(external, laughs, "<!DOCTYPE x SYSTEM \"http://localhost:1/x.dtd\">")) {
            String xml = doctype + "<w:document xmlns:w=\"" + Packages.MAIN
                    + "\"><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p>" + "</w:body></w:document>";
            assertThat(reading(Packages.document(xml).zip())).isEqualTo(new Reading.Refused(Reading.Reason.UNREADABLE));
        }
    }

    @Test
    void broken_and_foreign_xml_is_unreadable() throws IOException {
        for (String xml : List.of("", "<w:document", "<html/>", Packages.root(Packages.MAIN, "<w:p>"))) {
            assertThat(reading(Packages.document(xml).zip()))
                    .as(xml)
                    .isEqualTo(new Reading.Refused(Reading.Reason.UNREADABLE));
        }
    }

    @Test
    void tables_in_tables_without_end_are_over_the_limit() throws IOException {
        String open = "<w:tbl><w:tr><w:tc>".repeat(50_000);
        String close = "</w:tc></w:tr></w:tbl>".repeat(50_000);
        assertThat(reading(Packages.docx(open + close))).isEqualTo(new Reading.Refused(Reading.Reason.OVER_LIMIT));
    }

    @Test
    void what_nobody_reads_may_be_deep_and_wide_on_every_java() throws IOException {
        String deep = "<w:x>".repeat(150) + "</w:x>".repeat(150);
        String wide =
                IntStream.range(0, 300).mapToObj(i -> " a" + i + "=\"\"").collect(Collectors.joining("", "<w:x", "/>"));

        assertThat(((Reading.Readable) reading(Packages.docx(deep + wide + p("一"))))
                        .sheet()
                        .blocks())
                .containsExactly(new Paragraph("一"));
    }

    @Test
    void a_document_that_unfolds_too_far_is_over_the_limit() throws IOException {
        assertThat(reading(Packages.docx(p("a".repeat(6_000_000)))))
                .isEqualTo(new Reading.Refused(Reading.Reason.OVER_LIMIT));
        assertThat(reading(Packages.docx("<w:tbl>" + "<w:tr><w:tc/></w:tr>".repeat(200_001) + "</w:tbl>")))
                .isEqualTo(new Reading.Refused(Reading.Reason.OVER_LIMIT));
    }

    @Test
    void absurd_spans_cost_nothing() throws IOException {
        Sheet sheet = read("<w:tbl><w:tr>" + tc("<w:gridSpan w:val=\"2000000000\"/>", "宽")
                + tc("<w:gridSpan w:val=\"-5\"/>", "窄") + tc("<w:gridSpan w:val=\"x\"/>", "怪") + "</w:tr></w:tbl>");
        assertThat(tables(sheet).get(0).columns()).isLessThan(2000);
    }
}
