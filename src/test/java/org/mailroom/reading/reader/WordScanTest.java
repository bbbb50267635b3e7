package org.mailroom.reading.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.reading.reader.Packages.p;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.mailroom.message.Part;
import org.mailroom.reading.ReadFile;
import org.mailroom.reading.Reading;
import org.mailroom.reading.ReadingLimits;
import org.mailroom.reading.ScanPage;
import org.mailroom.reading.ScanPage.Text;
import org.mailroom.reading.Sheet;

class WordScanTest {
    private static final String TARGETS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    @Test
    void a_scan_pasted_into_word_is_a_scan_of_its_pages_in_the_order_they_are_shown() throws IOException {
        byte[] stamped = Papers.a4(100)
                .form("推荐对象初审表", "张三")
                .seal(150, 250, 42, new Color(205, 40, 45))
                .jpeg(0.9);
        byte[] plain = Papers.a4(100).form("推荐对象初审表", "李四").png();
        byte[] logo = Papers.encode(new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB), "png");

        ReadFile read = read(docx(p("扫描件") + shown("b") + old("a") + shown("b") + shown("c"), stamped, plain, logo));

        Reading.Scan scan = (Reading.Scan) read.reading();
        assertThat(scan.type()).isEqualTo("docx");
        assertThat(scan.pages()).extracting(ScanPage::number).containsExactly(1, 2);
        assertThat(scan.pages()).extracting(ScanPage::text).containsOnly(Text.OPEN);
        assertThat(scan.pages()).extracting(page -> page.seals().size()).containsExactly(0, 1);
    }

    @Test
    void its_pages_are_shown_and_recognised_as_those_of_any_scan() throws IOException {
        byte[] page = Papers.a4(100).form("推荐对象初审表", "张三").jpeg(0.9);
        Part part = Parts.part("扫描.docx", docx(shown("a"), page));
        LocalReader reader = Parts.reader(ReadingLimits.standard());

        BufferedImage shown = ImageIO.read(
                new ByteArrayInputStream(reader.picture(part, "扫描.docx", 1, 400).orElseThrow()));

        assertThat(shown.getWidth()).isBetween(390, 400);
        assertThat(reader.picture(part, "扫描.docx", 2, 400)).isEmpty();
        ScanPage recognised = reader.recognise(part, "扫描.docx", 1);
        assertThat(recognised.number()).isEqualTo(1);
        assertThat(recognised.text()).isNotEqualTo(Text.OPEN);
    }

    @Test
    void a_document_with_small_pictures_only_stays_a_document() throws IOException {
        byte[] page = Papers.a4(100).form("推荐对象初审表", "张三").jpeg(0.9);
        byte[] portrait = Papers.encode(new BufferedImage(413, 579, BufferedImage.TYPE_INT_RGB), "png");

        assertThat(read(docx(shown("a"), portrait)).reading()).isInstanceOf(Reading.Readable.class);
        assertThat(read(docx(shown("a"), new byte[] {1, 2, 3})).reading()).isInstanceOf(Reading.Readable.class);
        assertThat(read(docx(shown("a", 35, 53), page)).reading())
                .as("a portrait with the pixels of a page")
                .isInstanceOf(Reading.Readable.class);
        assertThat(read(docx(old("a", "width:99pt;height:150.5pt"), page)).reading())
                .isInstanceOf(Reading.Readable.class);
        assertThat(read(docx(shown("a", 75, 105), page)).reading())
                .as("half a page")
                .isInstanceOf(Reading.Scan.class);
        assertThat(read(docx(old("a", "position:absolute; width:415pt; height:587pt"), page))
                        .reading())
                .isInstanceOf(Reading.Scan.class);
    }

    @Test
    void pages_that_stand_behind_a_text_are_a_scan_that_lies_in_the_document() throws IOException {
        byte[] page = Papers.a4(100).form("推荐对象初审表", "张三").jpeg(0.9);
        String words = p("一".repeat(60)) + shown("c", 35, 53);
        Part part = Parts.part("初审表.docx", docx(words + shown("a", 146, 207) + shown("b"), page, page, page));
        LocalReader reader = Parts.reader(ReadingLimits.standard());

        List<ReadFile> files = reader.read(part);

        assertThat(files).extracting(ReadFile::name).containsExactly("初审表.docx", "初审表.docx/image1-2");
        assertThat(((Reading.Readable) files.get(0).reading()).sheet().blocks())
                .contains(new Sheet.Paragraph("一".repeat(60)));
        assertThat(((Reading.Scan) files.get(1).reading()).pages())
                .extracting(ScanPage::number)
                .containsExactly(1, 2);
        assertThat(files.get(0).shows(files.get(1))).isTrue();
        assertThat(files.get(1).shows(files.get(0))).isFalse();
        assertThat(reader.picture(part, "初审表.docx/image1-2", 2, 400)).isPresent();
        assertThat(reader.picture(part, "初审表.docx/image1-2", 3, 400)).isEmpty();
        assertThat(reader.picture(part, "初审表.docx", 1, 400)).isEmpty();
    }

    @Test
    void pages_in_a_document_that_cannot_be_seen_are_for_a_person_and_the_document_counts() throws IOException {
        byte[] page = Papers.a4(100).png();
        byte[] huge = Hostile.claiming(page, 100_000);

        List<ReadFile> files = Parts.read(Parts.part("初审表.docx", docx(p("一".repeat(60)) + shown("a"), huge)));

        assertThat(files).extracting(ReadFile::name).containsExactly("初审表.docx", "初审表.docx/image");
        assertThat(files.get(0).reading()).isInstanceOf(Reading.Readable.class);
        assertThat(files.get(1).reading()).isEqualTo(new Reading.Unchecked("docx"));
        assertThat(read(docx(shown("a"), huge)).reading()).isEqualTo(new Reading.Refused(Reading.Reason.OVER_LIMIT));
    }

    private static ReadFile read(byte[] docx) throws IOException {
        List<ReadFile> files = Parts.read(Parts.part("扫描.docx", docx));
        assertThat(files).hasSize(1);
        return files.get(0);
    }

    private static String shown(String id) {
        return "<w:p><w:r><w:drawing><a:blip xmlns:r=\"" + TARGETS + "\" r:embed=\"" + id
                + "\"/></w:drawing></w:r></w:p>";
    }

    /** @param width as it is shown, in millimetres */
    private static String shown(String id, int width, int height) {
        return "<w:p><w:r><w:drawing><wp:inline xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/"
                + "wordprocessingDrawing\"><wp:extent cx=\"" + width * 36_000 + "\" cy=\"" + height * 36_000
                + "\"/><a:blip xmlns:r=\"" + TARGETS + "\" r:embed=\"" + id
                + "\"/></wp:inline></w:drawing></w:r></w:p>";
    }

    /** As Word 2003 and WPS write it. */
    private static String old(String id, String style) {
        return old(id).replace("<v:shape>", "<v:shape style=\"" + style + "\">");
    }

    private static String old(String id) {
        return "<w:p><w:r><w:pict><v:shape><v:imagedata xmlns:r=\"" + TARGETS + "\" r:id=\"" + id
                + "\"/></v:shape></w:pict></w:r></w:p>";
    }

    /** @param pictures by their ids: a, b, c */
    private static byte[] docx(String body, byte[]... pictures) throws IOException {
        Packages file = Packages.document(Packages.root(Packages.MAIN, body));
        StringBuilder relations = new StringBuilder(
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        for (int at = 0; at < pictures.length; at++) {
            String id = String.valueOf((char) ('a' + at));
            file.with("word/media/" + id, pictures[at]);
            relations
                    .append("<Relationship Id=\"")
                    .append(id)
                    .append("\" Type=\"" + TARGETS + "/image\" Target=\"media/")
                    .append(id)
                    .append("\"/>");
        }
        return file.with(
                        "word/_rels/document.xml.rels",
                        relations.append("</Relationships>").toString())
                .zip();
    }
}
