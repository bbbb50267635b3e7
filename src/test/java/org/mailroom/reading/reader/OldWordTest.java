package org.mailroom.reading.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.mailroom.reading.reader.Packages.p;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.poi.hwpf.HWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.form.Soffice;
import org.mailroom.reading.Reading;
import org.mailroom.reading.Sheet;
import org.mailroom.reading.Sheet.Cell;
import org.mailroom.reading.Sheet.Paragraph;
import org.mailroom.reading.Sheet.Table;

/** Documents of before 2007, RTF and OpenDocument, as LibreOffice writes them from a docx. */
class OldWordTest {
    private static final String CHANGED = "<w:p><w:r><w:t>甲</w:t></w:r>"
            + "<w:del w:id=\"1\" w:author=\"a\"><w:r><w:delText>旧</w:delText></w:r></w:del>"
            + "<w:ins w:id=\"2\" w:author=\"a\"><w:r><w:t>新</w:t></w:r></w:ins></w:p>";

    private static final String TABLE = "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"2000\"/><w:gridCol w:w=\"2000\"/>"
            + "<w:gridCol w:w=\"3000\"/></w:tblGrid>"
            + "<w:tr>" + tc(2000, "<w:vMerge w:val=\"restart\"/>", p("照片"))
            + tc(5000, "<w:gridSpan w:val=\"2\"/>", p("上")) + "</w:tr>"
            + "<w:tr>" + tc(2000, "<w:vMerge/>", "<w:p/>") + tc(2000, "", p("左") + p("二")) + tc(3000, "", "<w:p/>")
            + "</w:tr></w:tbl>";

    private static String tc(int width, String properties, String content) {
        return "<w:tc><w:tcPr><w:tcW w:w=\"" + width + "\" w:type=\"dxa\"/>" + properties + "</w:tcPr>" + content
                + "</w:tc>";
    }

    private static byte[] docx() throws Exception {
        String types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Override PartName=\"/word/document.xml\" ContentType=\"application/"
                + "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
        String relations = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + "<Relationship Id=\"r1\" Target=\"word/document.xml\" Type=\"http://schemas.openxmlformats.org/"
                + "officeDocument/2006/relationships/officeDocument\"/></Relationships>";
        return new Packages()
                .with("[Content_Types].xml", types)
                .with("_rels/.rels", relations)
                .with(
                        "word/document.xml",
                        Packages.root(
                                Packages.MAIN,
                                CHANGED + TABLE + p("末")
                                        + "<w:sectPr><w:pgSz w:w=\"16838\" w:h=\"11906\"/></w:sectPr>"))
                .zip();
    }

    @Test
    void tables_and_changes_are_as_a_person_sees_them_in_every_format(@TempDir Path folder) throws Exception {
        assumeTrue(Soffice.installed(), "soffice is not installed");
        Files.write(folder.resolve("a.docx"), docx());
        for (Map.Entry<String, String> format : Map.of(
                        "doc", "doc:MS Word 97", "rtf", "rtf:Rich Text Format", "odt", "odt:writer8")
                .entrySet()) {
            Path saved = Soffice.converted(folder, ".docx", format.getValue());
            byte[] octets = Files.readAllBytes(saved.resolve("a." + format.getKey()));
            Sheet sheet = Parts.sheet("a.wps", octets);
            assertThat(sheet.blocks())
                    .as(format.getKey())
                    .containsExactly(
                            new Paragraph("甲新"),
                            new Table(
                                    1,
                                    2,
                                    3,
                                    List.of(
                                            new Cell(1, 1, 2, 1, "照片"),
                                            new Cell(1, 2, 1, 2, "上"),
                                            new Cell(2, 2, 1, 1, "左\n二"),
                                            new Cell(2, 3, 1, 1, ""))),
                            new Paragraph("末"));
            assertThat(sheet.notes()).as(format.getKey()).contains("tracked-changes");
            if (!format.getKey().equals("odt")) {
                assertThat(sheet.page()).contains(new Sheet.Page(16838, 11906));
            }
        }
    }

    @Test
    void the_pages_it_prints_are_those_its_program_counted(@TempDir Path folder) throws Exception {
        assumeTrue(Soffice.installed(), "soffice is not installed");
        Files.write(folder.resolve("a.docx"), docx());
        byte[] doc = Files.readAllBytes(
                Soffice.converted(folder, ".docx", "doc:MS Word 97").resolve("a.doc"));
        assertThat(Parts.sheet("a.doc", doc).printed()).isEmpty();
        try (HWPFDocument document = new HWPFDocument(new ByteArrayInputStream(doc));
                ByteArrayOutputStream counted = new ByteArrayOutputStream()) {
            document.getSummaryInformation().setPageCount(7);
            document.write(counted);
            assertThat(Parts.sheet("a.doc", counted.toByteArray()).printed()).contains(7);
        }
    }

    @Test
    void a_broken_document_ends_in_a_refusal(@TempDir Path folder) throws Exception {
        assumeTrue(Soffice.installed(), "soffice is not installed");
        Files.write(folder.resolve("a.docx"), docx());
        byte[] doc = Files.readAllBytes(
                Soffice.converted(folder, ".docx", "doc:MS Word 97").resolve("a.doc"));
        byte[] cut = Arrays.copyOf(doc, doc.length / 3);
        assertThat(Parts.read(Parts.part("a.doc", cut)).get(0).reading()).isInstanceOf(Reading.Refused.class);
    }
}
