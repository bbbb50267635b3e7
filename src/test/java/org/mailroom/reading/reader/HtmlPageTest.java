package org.mailroom.reading.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.reading.Reading;
import org.mailroom.reading.Sheet;
import org.mailroom.reading.Sheet.Cell;
import org.mailroom.reading.Sheet.Paragraph;
import org.mailroom.reading.Sheet.Table;

/** Pages and texts that office programs save, in every charset, under whatever name. */
class HtmlPageTest {
    private static Sheet read(String html) throws IOException {
        return Parts.sheet("a.doc", html.getBytes(StandardCharsets.UTF_8));
    }

    private static Reading reading(String name, byte[] octets) throws IOException {
        return Parts.read(Parts.part(name, octets)).get(0).reading();
    }

    private static List<String> paragraphs(Sheet sheet) {
        return sheet.blocks().stream()
                .filter(Paragraph.class::isInstance)
                .map(block -> ((Paragraph) block).text())
                .toList();
    }

    @Test
    void merged_cells_take_their_places_and_never_reach_below_the_table() throws IOException {
        Sheet sheet = read("<html><table><tr><td rowspan=2>A</td><td colspan=2>B</td></tr>"
                + "<tr><td>C</td><td rowspan=9>D</td></tr></table></html>");
        assertThat(((Table) sheet.blocks().get(0)).cells())
                .containsExactly(
                        new Cell(1, 1, 2, 1, "A"),
                        new Cell(1, 2, 1, 2, "B"),
                        new Cell(2, 2, 1, 1, "C"),
                        new Cell(2, 3, 1, 1, "D"));
    }

    @Test
    void paragraphs_breaks_and_blanks_are_as_a_browser_shows_them() throws IOException {
        Sheet sheet = read("<html><head><title>t</title><style>p{}</style></head><body><p>姓\n  名：<b>张</b>三<br>二行</p>"
                + "<div>x<span style='display:none'>hidden</span>&nbsp;y</div>"
                + "<del>old</del><ins>new</ins><img src=http://localhost:1/x.png></body></html>");
        assertThat(paragraphs(sheet)).containsExactly("姓 名：张三\n二行", "x\u00a0y", "new\uFFFC");
        assertThat(sheet.notes()).containsExactly("tracked-changes", "pictures", "pictures-only");
    }

    @ParameterizedTest
    @CsvSource({"GBK, gb2312", "GB18030, GBK", "UTF-8, utf-8", "GBK, ''", "UTF-8, ''"})
    void the_charset_is_the_stated_one_or_found_out(String written, String stated) throws IOException {
        String meta =
                stated.isEmpty() ? "" : "<meta http-equiv=Content-Type content='text/html; charset=" + stated + "'>";
        byte[] page = ("<html><head>" + meta + "</head><body><p>推荐对象初审表</p></body></html>")
                .getBytes(Charset.forName(written));
        assertThat(paragraphs(Parts.sheet("a.html", page))).containsExactly("推荐对象初审表");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, ''", "UTF-8, \uFEFF", "UTF-16LE, \uFEFF", "UTF-16BE, \uFEFF", "GB18030, ''"})
    void a_text_in_any_charset_is_a_paragraph_a_line(String charset, String mark) throws IOException {
        byte[] octets = (mark + "初审评选推荐工作报告\r\n\r\n　　一、基本情况䶮").getBytes(Charset.forName(charset));
        assertThat(paragraphs(Parts.sheet("报告.txt", octets))).containsExactly("初审评选推荐工作报告", "一、基本情况䶮");
    }

    @Test
    void a_page_saved_as_one_file_is_read_with_its_own_charset() throws IOException {
        String page = Base64.getMimeEncoder()
                .encodeToString("<html><body><table><tr><td>姓名</td><td>张三</td></tr></table></body></html>"
                        .getBytes(Charset.forName("GBK")));
        String saved = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"x\"\r\n\r\nThis is a page.\r\n"
                + "--x\r\nContent-Location: file:///C:/a.htm\r\nContent-Transfer-Encoding: base64\r\n"
                + "Content-Type: text/html; charset=\"gb2312\"\r\n\r\n" + page
                + "\r\n--x\r\nContent-Type: image/png\r\n\r\nxx\r\n--x--\r\n";
        Sheet sheet = Parts.sheet("表.doc", saved.getBytes(StandardCharsets.US_ASCII));
        assertThat(((Table) sheet.blocks().get(0)).cells())
                .extracting(Cell::text)
                .containsExactly("姓名", "张三");
    }

    @Test
    void an_active_page_is_forbidden_and_one_under_a_pictures_name_is_of_the_wrong_type() throws IOException {
        byte[] active = "<html><body><script>x</script></body></html>".getBytes(StandardCharsets.UTF_8);
        assertThat(reading("a.doc", active)).isEqualTo(new Reading.Refused(Reading.Reason.FORBIDDEN));
        byte[] page = "<html><body>x</body></html>".getBytes(StandardCharsets.UTF_8);
        assertThat(reading("a.jpg", page)).isEqualTo(new Reading.Refused(Reading.Reason.WRONG_TYPE));
    }

    @Test
    void pages_that_unfold_too_far_are_over_the_limit() throws IOException {
        byte[] tall = ("<html><table>" + "<tr><td rowspan=60000>x</td></tr>".repeat(3000) + "</table></html>")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(reading("a.html", tall)).isEqualTo(new Reading.Refused(Reading.Reason.OVER_LIMIT));
        byte[] deep = ("<html>" + "<div><table><tr><td>".repeat(20_000) + "x").getBytes(StandardCharsets.UTF_8);
        assertThat(reading("a.html", deep)).isNotNull();
    }

    @Test
    void a_document_of_word_2003_and_one_written_out_flat_are_read() throws IOException {
        String body =
                "<w:body><wx:sect><w:p><w:r><w:t>标题</w:t></w:r><aml:annotation w:type=\"Word.Deletion\"><aml:content>"
                        + "<w:r><w:delText>旧</w:delText></w:r></aml:content></aml:annotation></w:p><w:tbl>"
                        + "<w:tr><w:tc><w:tcPr><w:vmerge w:val=\"restart\"/></w:tcPr><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc></w:tr>"
                        + "<w:tr><w:tc><w:tcPr><w:vmerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl></wx:sect></w:body>";
        String old = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><?mso-application progid=\"Word.Document\"?>"
                + "<w:wordDocument xmlns:w=\"http://schemas.microsoft.com/office/word/2003/wordml\""
                + " xmlns:wx=\"x\" xmlns:aml=\"y\">" + body + "</w:wordDocument>";
        Sheet sheet = read(old);
        assertThat(sheet.blocks())
                .containsExactly(new Paragraph("标题"), new Table(1, 2, 1, List.of(new Cell(1, 1, 2, 1, "甲"))));
        assertThat(sheet.notes()).containsExactly("tracked-changes");

        String flat =
                "<?xml version=\"1.0\"?><pkg:package xmlns:pkg=\"http://schemas.microsoft.com/office/2006/xmlPackage\">"
                        + "<pkg:part><pkg:xmlData>"
                        + Packages.root(Packages.MAIN, Packages.p("平")).replaceFirst("<\\?xml[^>]*>", "")
                        + "</pkg:xmlData></pkg:part></pkg:package>";
        assertThat(paragraphs(read(flat))).containsExactly("平");
        byte[] other = "<?xml version=\"1.0\"?><invoice/>".getBytes(StandardCharsets.UTF_8);
        assertThat(reading("a.xml", other)).isEqualTo(new Reading.Unchecked("xml"));
    }
}
