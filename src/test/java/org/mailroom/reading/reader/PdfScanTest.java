package org.mailroom.reading.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.reading.reader.ScansTest.reading;
import static org.mailroom.reading.reader.ScansTest.scan;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.reading.Reading;
import org.mailroom.reading.ReadingLimits;
import org.mailroom.reading.ScanPage;
import org.mailroom.reading.ScanPage.Line;
import org.mailroom.reading.ScanPage.Text;

class PdfScanTest {
    @Test
    void a_text_layer_is_read_cell_by_cell_in_reading_order() throws IOException {
        byte[] pdf = drawn(0, (content, font) -> {
            show(content, font, 20, 220, 750, "推荐对象初审表");
            show(content, font, 12, 70, 700, "姓名");
            show(content, font, 12, 140, 700, "张三");
            show(content, font, 12, 300, 700, "性别");
            show(content, font, 12, 326, 700, "女");
            content.moveTo(325, 690);
            content.lineTo(325, 720);
            content.stroke();
            show(content, font, 12, 70, 680, "工作单位：江苏省知识产权局");
        });

        ScanPage page = scan("a.pdf", pdf).pages().get(0);

        assertThat(page.text()).isEqualTo(Text.LAYER);
        assertThat(page.lines())
                .extracting(Line::text)
                .containsExactly("推荐对象初审表", "姓名", "张三", "性别", "女", "工作单位：江苏省知识产权局");
        assertThat(page.lines())
                .allSatisfy(line -> assertThat(line.confidence()).isEqualTo(1));
        assertThat(page.lines().get(1).box().left()).isBetween(0.11, 0.13);
        assertThat(page.lines().get(1).box().top()).isBetween(0.14, 0.18);
    }

    @ParameterizedTest
    @ValueSource(ints = {90, 180, 270})
    void a_page_that_lies_on_its_side_is_put_upright_by_its_text_whether_its_rotation_says_so_or_not(int turn)
            throws IOException {
        for (int said : new int[] {0, turn}) {
            byte[] pdf = drawn(said, (content, font) -> {
                double w = PDRectangle.A4.getWidth();
                double h = PDRectangle.A4.getHeight();
                content.transform(
                        turn == 90
                                ? new Matrix(0, 1, -1, 0, (float) w, 0)
                                : turn == 180
                                        ? new Matrix(-1, 0, 0, -1, (float) w, (float) h)
                                        : new Matrix(0, -1, 1, 0, 0, (float) h));
                show(content, font, 16, 60, 480, "推荐对象初审表");
                show(content, font, 12, 60, 440, "工作单位：江苏省知识产权局");
            });

            ScanPage page = scan("a.pdf", pdf).pages().get(0);

            assertThat(page.turned()).isEqualTo(turn);
            assertThat(page.lines()).extracting(Line::text).containsExactly("推荐对象初审表", "工作单位：江苏省知识产权局");
            assertThat(page.width() > page.height()).isEqualTo(turn != 180);
        }
    }

    @Test
    void values_of_form_fields_stand_beside_their_labels() throws IOException {
        byte[] pdf;
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            PDFont font = chinese(document);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                show(content, font, 12, 70, 700, "姓名");
                show(content, font, 12, 300, 700, "性别");
            }
            PDAcroForm form = new PDAcroForm(document);
            document.getDocumentCatalog().setAcroForm(form);
            PDTextField field = new PDTextField(form);
            field.setPartialName("name");
            field.getCOSObject().setString(COSName.V, "张三");
            PDAnnotationWidget widget = field.getWidgets().get(0);
            widget.setRectangle(new PDRectangle(140, 696, 120, 16));
            page.getAnnotations().add(widget);
            form.getFields().add(field);
            pdf = Papers.saved(document);
        }

        assertThat(scan("a.pdf", pdf).pages().get(0).lines())
                .extracting(Line::text)
                .containsExactly("姓名", "张三", "性别");
    }

    @Test
    void letters_that_no_one_can_map_and_a_scanners_own_guess_are_no_text_layer() throws IOException {
        byte[] garbled = drawn(0, (content, font) -> {
            PDFont latin = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
            show(content, latin, 12, 70, 700, "ÍÆ¼ö¶ÔÏó³õÉó±í ÐÕÃû ÕÅÈý ÐÔ±ð Å®");
        });
        byte[] guessed = scanned(content -> {}, (content, font) -> {
            content.setRenderingMode(RenderingMode.NEITHER);
            for (int row = 0; row < 10; row++) {
                show(content, font, 12, 70, 700 - row * 20, "江苏省知识产权局推荐对象");
            }
        });
        byte[] marked = scanned(content -> {}, (content, font) -> show(content, font, 9, 70, 20, "由扫描全能王扫描创建"));

        assertThat(scan("a.pdf", garbled).pages().get(0).text()).isEqualTo(Text.OPEN);
        assertThat(scan("a.pdf", guessed).pages().get(0).text()).isEqualTo(Text.OPEN);
        assertThat(scan("a.pdf", marked).pages().get(0).text()).isEqualTo(Text.OPEN);
    }

    @Test
    void a_stamp_on_a_drawn_page_is_found_too() throws IOException {
        byte[] pdf = drawn(0, (content, font) -> {
            show(content, font, 16, 60, 780, "关于报送初审材料的函");
            content.setStrokingColor(Color.RED);
            content.setLineWidth(3);
            circle(content, 400, 300, 60);
            content.stroke();
        });

        assertThat(scan("a.pdf", pdf).pages().get(0).seals())
                .singleElement()
                .satisfies(seal -> assertThat(seal.millimetres()).isBetween(40.0, 46.0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SimSun", "FangSong_GB2312", "FZXBSJW--GB1-0", "SimHei", "KaiTi_GB2312", "STSong-Light"})
    void a_page_never_shows_boxes_where_a_chinese_font_is_not_embedded(String name) throws IOException {
        byte[] pdf = unembedded(name, "推荐对象初审表");

        byte[] png = Parts.reader(ReadingLimits.standard())
                .picture(Parts.part("a.pdf", pdf), "a.pdf", 1, 800)
                .orElseThrow();
        BufferedImage shown = ImageIO.read(new ByteArrayInputStream(png));
        BufferedImage expected = shown(drawn(0, (content, font) -> show(content, font, 36, 70, 700, "推荐对象初审表")));
        int[] off = {0};
        int[] ink = {0};
        for (int y = 0; y < shown.getHeight(); y++) {
            for (int x = 0; x < shown.getWidth(); x++) {
                boolean dark = (shown.getRGB(x, y) & 0xff) < 128;
                boolean wanted = (expected.getRGB(x, y) & 0xff) < 128;
                ink[0] += wanted ? 1 : 0;
                off[0] += dark != wanted ? 1 : 0;
            }
        }

        assertThat(ink[0]).isGreaterThan(1000);
        assertThat(off[0]).isLessThan(ink[0] / 20);
        assertThat(scan("a.pdf", pdf).pages().get(0).lines())
                .extracting(Line::text)
                .containsExactly("推荐对象初审表");
    }

    @Test
    void R_17_a_pdf_that_only_forbids_printing_is_read_and_one_with_a_password_is_refused() throws IOException {
        assertThat(reading("a.pdf", locked(""))).isInstanceOf(Reading.Scan.class);
        assertThat(reading("a.pdf", locked("123456"))).isEqualTo(new Reading.Refused(Reading.Reason.ENCRYPTED));
    }

    @Test
    void R_17_a_pdf_that_lost_its_end_is_repaired_or_refused_as_cut_off() throws IOException {
        byte[] jpeg = Papers.a4(100).form("表", "张三").jpeg(0.8);
        byte[] pdf = Papers.pdf(List.of(jpeg, jpeg));
        byte[] withoutIndex = Arrays.copyOf(pdf, new String(pdf, StandardCharsets.ISO_8859_1).lastIndexOf("startxref"));

        assertThat(scan("a.pdf", withoutIndex).pages()).hasSize(2);
        assertThat(reading("a.pdf", Arrays.copyOf(pdf, pdf.length / 4)))
                .isEqualTo(new Reading.Refused(Reading.Reason.TRUNCATED));
        assertThat(reading("a.pdf", "%PDF-1.7\nnothing at all\n%%EOF".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(new Reading.Refused(Reading.Reason.UNREADABLE));
    }

    @Test
    void R_17_too_many_pages_and_forms_within_forms_without_end_are_refused() throws IOException {
        byte[] pages;
        try (PDDocument document = new PDDocument()) {
            for (int page = 0; page < 201; page++) {
                document.addPage(new PDPage());
            }
            pages = Papers.saved(document);
        }

        assertThat(reading("a.pdf", pages)).isEqualTo(new Reading.Refused(Reading.Reason.OVER_LIMIT));
        assertThat(reading("a.pdf", laughs(12))).isEqualTo(new Reading.Refused(Reading.Reason.OVER_LIMIT));
    }

    @Test
    void R_17_a_stream_that_unpacks_to_gigabytes_costs_the_file_and_not_the_reader() throws IOException {
        byte[] pdf;
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            COSStream image = document.getDocument().createCOSStream();
            image.setItem(COSName.TYPE, COSName.XOBJECT);
            image.setItem(COSName.SUBTYPE, COSName.IMAGE);
            image.setInt(COSName.WIDTH, 60_000);
            image.setInt(COSName.HEIGHT, 60_000);
            image.setInt(COSName.BITS_PER_COMPONENT, 1);
            image.setItem(COSName.COLORSPACE, COSName.DEVICEGRAY);
            try (var out = image.createOutputStream(COSName.FLATE_DECODE)) {
                byte[] nothing = new byte[1 << 16];
                for (int block = 0; block < 200; block++) {
                    out.write(nothing);
                }
            }
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(
                        new org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject(
                                new org.apache.pdfbox.pdmodel.common.PDStream(image), null),
                        0,
                        0,
                        595,
                        842);
            }
            pdf = Papers.saved(document);
        }

        assertThat(reading("a.pdf", pdf)).isEqualTo(new Reading.Refused(Reading.Reason.OVER_LIMIT));
    }

    @Test
    void scripts_launches_and_links_of_a_pdf_are_only_passed_over() throws IOException {
        byte[] pdf;
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            PDFont font = chinese(document);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                show(content, font, 12, 70, 700, "推荐对象初审表");
            }
            COSDictionary script = new COSDictionary();
            script.setItem(COSName.S, COSName.JAVA_SCRIPT);
            script.setItem(COSName.JS, new COSString("while(true){}"));
            COSDictionary launch = new COSDictionary();
            launch.setItem(COSName.S, COSName.getPDFName("Launch"));
            launch.setItem(COSName.F, new COSString("calc.exe"));
            script.setItem(COSName.getPDFName("Next"), launch);
            document.getDocumentCatalog().getCOSObject().setItem(COSName.OPEN_ACTION, script);
            pdf = Papers.saved(document);
        }

        assertThat(scan("a.pdf", pdf).pages().get(0).lines())
                .extracting(Line::text)
                .containsExactly("推荐对象初审表");
    }

    @Test
    void a_page_in_an_archive_is_found_by_its_name_and_shown_no_larger_than_asked() throws IOException {
        byte[] pdf = Papers.pdf(List.of(Papers.a4(150).form("表", "张三").jpeg(0.8)));
        byte[] zip = new Packages().with("附件1/张三.pdf", pdf).zip();
        LocalReader reader = Parts.reader(ReadingLimits.standard());

        Optional<byte[]> png = reader.picture(Parts.part("材料.zip", zip), "材料.zip/附件1/张三.pdf", 1, 400);

        BufferedImage shown = ImageIO.read(new ByteArrayInputStream(png.orElseThrow()));
        assertThat(shown.getWidth()).isBetween(390, 400);
        assertThat(reader.picture(Parts.part("材料.zip", zip), "材料.zip/附件1/张三.pdf", 2, 400))
                .isEmpty();
        assertThat(reader.picture(Parts.part("材料.zip", zip), "材料.zip/李四.pdf", 1, 400))
                .isEmpty();
    }

    /** Something drawn on a page. */
    @FunctionalInterface
    interface Drawing {
        void on(PDPageContentStream content, PDFont font) throws IOException;
    }

    /** Something set on the content of a page. */
    @FunctionalInterface
    interface Setting {
        void on(PDPageContentStream content) throws IOException;
    }

    static byte[] drawn(int rotation, Drawing drawing) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            page.setRotation(rotation);
            document.addPage(page);
            PDFont font = chinese(document);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                drawing.on(content, font);
            }
            return Papers.saved(document);
        }
    }

    private static byte[] scanned(Setting before, Drawing after) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            PDFont font = chinese(document);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                before.on(content);
                content.drawImage(
                        JPEGFactory.createFromByteArray(
                                document, Papers.a4(100).form("推荐对象初审表", "张三").jpeg(0.8)),
                        0,
                        0,
                        595,
                        842);
                after.on(content, font);
            }
            return Papers.saved(document);
        }
    }

    static PDFont chinese(PDDocument document) throws IOException {
        try (InputStream in = PdfScanTest.class.getResourceAsStream("/fonts/NotoSerifSC.ttf")) {
            return PDType0Font.load(document, in);
        }
    }

    static void show(PDPageContentStream content, PDFont font, float size, float x, float y, String text)
            throws IOException {
        content.beginText();
        content.setFont(font, size);
        content.newLineAtOffset(x, y);
        content.showText(text);
        content.endText();
    }

    private static void circle(PDPageContentStream content, float x, float y, float r) throws IOException {
        float k = r * 0.5523f;
        content.moveTo(x + r, y);
        content.curveTo(x + r, y + k, x + k, y + r, x, y + r);
        content.curveTo(x - k, y + r, x - r, y + k, x - r, y);
        content.curveTo(x - r, y - k, x - k, y - r, x, y - r);
        content.curveTo(x + k, y - r, x + r, y - k, x + r, y);
    }

    private static BufferedImage shown(byte[] pdf) throws IOException {
        byte[] png = Parts.reader(ReadingLimits.standard())
                .picture(Parts.part("a.pdf", pdf), "a.pdf", 1, 800)
                .orElseThrow();
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    /** A page in a font that is only named, its letters coded as UCS-2 of GB (ISO 32000-1, 9.7.5.2). */
    static byte[] unembedded(String name, String text) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            COSDictionary system = new COSDictionary();
            system.setString(COSName.REGISTRY, "Adobe");
            system.setString(COSName.ORDERING, "GB1");
            system.setInt(COSName.SUPPLEMENT, 2);
            COSDictionary descriptor = new COSDictionary();
            descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
            descriptor.setName(COSName.FONT_NAME, name);
            descriptor.setInt(COSName.FLAGS, 4);
            COSDictionary cid = new COSDictionary();
            cid.setItem(COSName.TYPE, COSName.FONT);
            cid.setItem(COSName.SUBTYPE, name.startsWith("ST") ? COSName.CID_FONT_TYPE0 : COSName.CID_FONT_TYPE2);
            cid.setName(COSName.BASE_FONT, name);
            cid.setItem(COSName.CIDSYSTEMINFO, system);
            cid.setItem(COSName.FONT_DESC, descriptor);
            cid.setItem(COSName.DW, COSInteger.get(1000));
            COSArray descendants = new COSArray();
            descendants.add(cid);
            COSDictionary font = new COSDictionary();
            font.setItem(COSName.TYPE, COSName.FONT);
            font.setItem(COSName.SUBTYPE, COSName.TYPE0);
            font.setName(COSName.BASE_FONT, name);
            font.setName(COSName.ENCODING, "UniGB-UCS2-H");
            font.setItem(COSName.DESCENDANT_FONTS, descendants);
            PDResources resources = new PDResources();
            COSDictionary fonts = new COSDictionary();
            fonts.setItem(COSName.getPDFName("F1"), font);
            resources.getCOSObject().setItem(COSName.FONT, fonts);
            page.setResources(resources);
            COSStream content = document.getDocument().createCOSStream();
            try (var out = content.createOutputStream()) {
                String hex = java.util.HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_16BE));
                out.write(("BT /F1 36 Tf 70 700 Td <" + hex + "> Tj ET").getBytes(StandardCharsets.US_ASCII));
            }
            page.getCOSObject().setItem(COSName.CONTENTS, content);
            return Papers.saved(document);
        }
    }

    private static byte[] locked(String password) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            PDFont font = chinese(document);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                show(content, font, 12, 70, 700, "推荐对象初审表");
            }
            AccessPermission rights = new AccessPermission();
            rights.setCanPrint(false);
            StandardProtectionPolicy policy = new StandardProtectionPolicy("owner", password, rights);
            policy.setEncryptionKeyLength(128);
            document.protect(policy);
            return Papers.saved(document);
        }
    }

    /** Each form draws the one before ten times. */
    private static byte[] laughs(int depth) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            COSStream inner = form(document, "0 0 m 1 1 l S", null);
            for (int level = 0; level < depth; level++) {
                inner = form(document, "/X Do ".repeat(10), inner);
            }
            page.setResources(new PDResources(inner.getCOSDictionary(COSName.RESOURCES)));
            COSStream content = document.getDocument().createCOSStream();
            try (var out = content.createOutputStream()) {
                out.write("/X Do".getBytes(StandardCharsets.US_ASCII));
            }
            page.getCOSObject().setItem(COSName.CONTENTS, content);
            return Papers.saved(document);
        }
    }

    private static COSStream form(PDDocument document, String drawing, COSStream inner) throws IOException {
        COSStream form = document.getDocument().createCOSStream();
        form.setItem(COSName.TYPE, COSName.XOBJECT);
        form.setItem(COSName.SUBTYPE, COSName.FORM);
        form.setItem(COSName.BBOX, PDRectangle.A4.getCOSArray());
        COSDictionary objects = new COSDictionary();
        if (inner != null) {
            objects.setItem(COSName.getPDFName("X"), inner);
        }
        COSDictionary resources = new COSDictionary();
        resources.setItem(COSName.XOBJECT, objects);
        form.setItem(COSName.RESOURCES, resources);
        try (var out = form.createOutputStream()) {
            out.write(drawing.getBytes(StandardCharsets.US_ASCII));
        }
        return form;
    }
}
