package org.mailroom.reading.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.reading.reader.ScansTest.reading;
import static org.mailroom.reading.reader.ScansTest.scan;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.mailroom.reading.Reading;
import org.mailroom.reading.ReadingLimits;
import org.mailroom.reading.ScanPage;
import org.mailroom.reading.ScanPage.Text;

class PdfPicturesTest {
    private static final Reading BEYOND = new Reading.Refused(Reading.Reason.OVER_LIMIT);
    private static final BufferedImage PAPER = Papers.a4(100)
            .form("推荐对象初审表", "张三")
            .seal(150, 250, 42, new Color(205, 40, 45))
            .image();

    @Test
    void pages_in_four_inks_in_jbig2_and_in_jpeg_2000_are_seen_as_they_are() throws IOException {
        byte[] inks = page(PdfPictures.cmykJpeg(PAPER), COSName.DCT_DECODE, COSName.DEVICECMYK, 8);
        byte[] fax = page(PdfPictures.jbig2(PAPER), COSName.JBIG2_DECODE, COSName.DEVICEGRAY, 1);
        byte[] small = page(PdfPictures.jpx(PAPER), COSName.JPX_DECODE, COSName.DEVICERGB, 8);

        for (byte[] pdf : List.of(inks, fax, small)) {
            ScanPage page = scan("a.pdf", pdf).pages().get(0);
            assertThat(page.text()).isEqualTo(Text.OPEN);
            assertThat(page.blank()).isFalse();
            assertThat(page.dpi()).isBetween(98, 102);
            assertThat(likeness(pdf)).isGreaterThan(0.95);
        }
        assertThat(scan("a.pdf", inks).pages().get(0).seals()).hasSize(1);
        assertThat(scan("a.pdf", small).pages().get(0).seals()).hasSize(1);
        assertThat(scan("a.pdf", fax).pages().get(0).colour()).isFalse();
    }

    @Test
    void R_17_a_jbig2_stream_that_declares_a_giant_is_refused_wherever_it_stands() throws IOException {
        byte[] fax = new byte[100];
        List<byte[]> giants = List.of(
                PdfPictures.jbig2Bomb(),
                PdfPictures.jbig2(800, 600, 100_000, 100_000, fax),
                PdfPictures.jbig2(800, -1, 2_000_000_000, 2_000_000_000, fax));

        for (byte[] giant : giants) {
            assertThat(reading("a.pdf", PdfPictures.content(giant, COSName.JBIG2_DECODE)))
                    .isEqualTo(BEYOND);
            assertThat(reading("a.pdf", page(giant, COSName.JBIG2_DECODE, COSName.DEVICEGRAY, 1)))
                    .isEqualTo(BEYOND);
            assertThat(reading("a.pdf", masked(giant))).isEqualTo(BEYOND);
        }
    }

    @Test
    void R_17_a_jpeg_2000_picture_that_declares_a_giant_is_refused() throws IOException {
        byte[] giant = PdfPictures.jpx(new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB));
        ByteBuffer sizes = ByteBuffer.wrap(giant);
        int start = sizes(giant);
        sizes.putInt(start, 100_000).putInt(start + 4, 100_000);

        assertThat(reading("a.pdf", page(giant, COSName.JPX_DECODE, COSName.DEVICERGB, 8)))
                .isEqualTo(BEYOND);
        assertThat(reading("a.pdf", PdfPictures.content(giant, COSName.JPX_DECODE)))
                .isEqualTo(BEYOND);
    }

    @Test
    void R_17_a_jpeg_counts_by_its_own_size_and_not_by_what_the_pdf_says_of_it() throws IOException {
        byte[] colour = Papers.a4(20).form("表", "张三").jpeg(0.8);
        byte[] inks = PdfPictures.cmykJpeg(Papers.a4(20).form("表", "张三").image());
        for (byte[] giant : List.of(colour, inks)) {
            ByteBuffer frame = ByteBuffer.wrap(giant);
            frame.putShort(frame(giant) + 5, (short) 60_000).putShort(frame(giant) + 7, (short) 60_000);
        }

        assertThat(reading("a.pdf", page(colour, COSName.DCT_DECODE, COSName.DEVICERGB, 8)))
                .isEqualTo(BEYOND);
        assertThat(reading("a.pdf", page(inks, COSName.DCT_DECODE, COSName.DEVICECMYK, 8)))
                .isEqualTo(BEYOND);
        assertThat(reading("a.pdf", PdfPictures.content(inks, COSName.DCT_DECODE)))
                .isEqualTo(BEYOND);
    }

    @Test
    void R_17_a_mask_and_a_picture_within_the_drawing_count_too() throws IOException {
        byte[] pdf;
        try (PDDocument document = new PDDocument()) {
            COSStream image =
                    PdfPictures.image(document, new byte[3], COSName.FLATE_DECODE, COSName.DEVICERGB, 8, 1, 1);
            image.setItem(
                    COSName.SMASK,
                    PdfPictures.image(
                            document, new byte[3], COSName.FLATE_DECODE, COSName.DEVICEGRAY, 8, 60_000, 60_000));
            pdf = PdfPictures.page(document, image, PDRectangle.A4);
        }
        byte[] within = PdfPictures.content(
                "600 0 0 800 0 0 cm BI /W 60000 /H 60000 /BPC 8 /CS /G ID x EI".getBytes(StandardCharsets.US_ASCII),
                null);

        assertThat(reading("a.pdf", pdf)).isEqualTo(BEYOND);
        assertThat(reading("a.pdf", within)).isEqualTo(BEYOND);
    }

    @Test
    void R_17_paper_of_any_size_is_drawn_no_larger_than_a_page_is_looked_at() throws IOException {
        byte[] jpeg = Papers.a4(50).form("表", "张三").jpeg(0.8);
        for (PDRectangle paper : List.of(
                new PDRectangle(1e7f, 1e7f),
                new PDRectangle(1e7f, 1),
                new PDRectangle(0.001f, 0.001f),
                new PDRectangle(-2e38f, -2e38f, 3e38f, 3e38f))) {
            byte[] pdf = PdfPictures.page(jpeg, COSName.DCT_DECODE, COSName.DEVICERGB, 8, 413, 585, paper);

            assertThat(reading("a.pdf", pdf)).isInstanceOf(Reading.Scan.class);
            Parts.reader(ReadingLimits.standard()).picture(Parts.part("a.pdf", pdf), "a.pdf", 1, 2000);
        }
    }

    @Test
    void a_page_whose_picture_cannot_be_decoded_is_never_blank() throws IOException {
        byte[] garbage = "no picture at all, in none of these codings".getBytes(StandardCharsets.US_ASCII);
        for (COSName filter : List.of(COSName.JBIG2_DECODE, COSName.JPX_DECODE, COSName.DCT_DECODE)) {
            Reading alone = reading("a.pdf", page(garbage, filter, COSName.DEVICERGB, 8));
            assertThat(alone)
                    .satisfiesAnyOf(
                            reading -> assertThat(reading).isInstanceOf(Reading.Refused.class),
                            reading -> assertThat(((Reading.Scan) reading)
                                            .pages()
                                            .get(0)
                                            .blank())
                                    .isFalse());
            assertThat(scan("a.pdf", underMask(garbage, filter)).pages())
                    .singleElement()
                    .satisfies(page -> assertThat(page.blank()).isFalse());
        }
    }

    private static byte[] page(byte[] octets, COSName filter, COSName colours, int bits) throws IOException {
        return PdfPictures.page(octets, filter, colours, bits, PAPER.getWidth(), PAPER.getHeight());
    }

    /** Under a mask, so that it cannot be read by itself and the page has to be drawn. */
    private static byte[] underMask(byte[] octets, COSName filter) throws IOException {
        try (PDDocument document = new PDDocument()) {
            COSStream image = PdfPictures.image(document, octets, filter, COSName.DEVICERGB, 8, 413, 585);
            COSStream mask = document.getDocument().createCOSStream();
            mask.setItem(COSName.SUBTYPE, COSName.IMAGE);
            mask.setInt(COSName.WIDTH, 1);
            mask.setInt(COSName.HEIGHT, 1);
            mask.setInt(COSName.BITS_PER_COMPONENT, 8);
            mask.setItem(COSName.COLORSPACE, COSName.DEVICEGRAY);
            try (OutputStream out = mask.createOutputStream()) {
                out.write(255);
            }
            image.setItem(COSName.SMASK, mask);
            return PdfPictures.page(document, image, PDRectangle.A4);
        }
    }

    private static byte[] masked(byte[] mask) throws IOException {
        try (PDDocument document = new PDDocument()) {
            byte[] jpeg = Papers.a4(50).form("表", "张三").jpeg(0.8);
            COSStream image = PdfPictures.image(document, jpeg, COSName.DCT_DECODE, COSName.DEVICERGB, 8, 413, 585);
            image.setItem(
                    COSName.SMASK,
                    PdfPictures.image(document, mask, COSName.JBIG2_DECODE, COSName.DEVICEGRAY, 1, 413, 585));
            return PdfPictures.page(document, image, PDRectangle.A4);
        }
    }

    /** Where the marker SIZ says the size (ITU-T T.800, A.5.1). */
    private static int sizes(byte[] jpx) {
        for (int at = 0; at < jpx.length - 4; at++) {
            if (ByteBuffer.wrap(jpx).getInt(at) == 0xff4fff51) {
                return at + 8;
            }
        }
        throw new AssertionError("no codestream");
    }

    /** Where the frame of a JPEG begins. */
    private static int frame(byte[] jpeg) {
        for (int at = 0; at < jpeg.length - 1; at++) {
            if ((jpeg[at] & 0xff) == 0xff && (jpeg[at + 1] & 0xff) == 0xc0) {
                return at;
            }
        }
        throw new AssertionError("no frame");
    }

    /** Share of the points of the page that are as dark as on the paper. */
    private static double likeness(byte[] pdf) throws IOException {
        byte[] png = Parts.reader(ReadingLimits.standard())
                .picture(Parts.part("a.pdf", pdf), "a.pdf", 1, PAPER.getWidth())
                .orElseThrow();
        BufferedImage shown = ImageIO.read(new ByteArrayInputStream(png));
        int alike = 0;
        for (int y = 0; y < shown.getHeight(); y++) {
            for (int x = 0; x < shown.getWidth(); x++) {
                boolean dark = (shown.getRGB(x, y) >> 8 & 0xff) < 128;
                boolean wanted =
                        (PAPER.getRGB(Math.min(x, PAPER.getWidth() - 1), Math.min(y, PAPER.getHeight() - 1)) >> 8
                                        & 0xff)
                                < 128;
                alike += dark == wanted ? 1 : 0;
            }
        }
        return (double) alike / (shown.getWidth() * shown.getHeight());
    }
}
