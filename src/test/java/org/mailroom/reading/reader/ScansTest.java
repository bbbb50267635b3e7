package org.mailroom.reading.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.reading.Photo;
import org.mailroom.reading.Reading;
import org.mailroom.reading.ScanPage;

class ScansTest {
    private static final Color INK = new Color(205, 40, 45, 210);

    @Test
    void a_scanned_pdf_tells_its_pages_their_resolution_and_that_they_are_to_be_recognised() throws IOException {
        byte[] page =
                Papers.a4(150).form("推荐对象初审表", "张三").seal(150, 225, 42, INK).jpeg(0.8);

        Reading.Scan scan = scan("扫描全能王 2021-8-30.pdf", Papers.pdf(List.of(page, page, page)));

        assertThat(scan.type()).isEqualTo("pdf");
        assertThat(scan.pages()).extracting(ScanPage::number).containsExactly(1, 2, 3);
        assertThat(scan.pages()).allSatisfy(seen -> {
            assertThat(seen.dpi()).isBetween(148, 152);
            assertThat(seen.width()).isEqualTo(1240);
            assertThat(seen.height()).isEqualTo(1754);
            assertThat(seen.blank()).isFalse();
            assertThat(seen.colour()).isTrue();
            assertThat(seen.text()).isEqualTo(ScanPage.Text.OPEN);
            assertThat(seen.seals()).hasSize(1);
        });
        assertThat(scan.photo()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"100, 42, 0.9, 0", "150, 42, 0.5, 6", "200, 38, 0.7, 8", "300, 45, 0.8, 0", "150, 58, 0.8, 0"})
    void R_15_a_round_red_stamp_is_found_with_its_place_and_size(int dpi, double size, double quality, int noise)
            throws IOException {
        byte[] page =
                Papers.a4(dpi).form("推荐对象初审表", "张三").seal(140, 220, size, INK).noisy(noise, quality, 7);

        ScanPage seen = page(page);

        assertThat(seen.seals()).singleElement().satisfies(seal -> {
            assertThat(seal.millimetres()).isBetween(size - 3, size + 4);
            assertThat(seal.box().left() * 210).isBetween(140 - size / 2 - 3, 140 - size / 2 + 3);
            assertThat(seal.box().top() * 297).isBetween(220 - size / 2 - 3, 220 - size / 2 + 3);
        });
    }

    @Test
    void R_15_a_faded_stamp_an_oval_one_and_two_over_each_other_are_found() throws IOException {
        ScanPage faded = page(Papers.a4(150)
                .form("表", "张三")
                .seal(140, 255, 42, new Color(235, 150, 150))
                .jpeg(0.8));
        ScanPage oval =
                page(Papers.a4(150).form("表", "张三").seal(140, 255, 45, 30, INK).jpeg(0.8));
        ScanPage two = page(Papers.a4(150)
                .form("表", "张三")
                .seal(70, 255, 42, INK)
                .seal(98, 258, 42, INK)
                .jpeg(0.8));

        assertThat(faded.seals()).hasSize(1);
        assertThat(oval.seals())
                .singleElement()
                .satisfies(seal -> assertThat(seal.millimetres()).isBetween(42.0, 49.0));
        assertThat(two.seals()).hasSize(2);
    }

    @Test
    void R_15_red_titles_rules_tables_and_dresses_are_no_stamps() throws IOException {
        Papers letter = Papers.a4(150)
                .text(25, 45, 44, "江苏省知识产权局文件", new Color(220, 20, 20))
                .line(25, 70, 185, 70, 1.2, new Color(220, 20, 20))
                .line(25, 72, 185, 72, 0.5, new Color(220, 20, 20))
                .frame(40, 90, 50, 50, Color.RED)
                .frame(40, 90, 25, 25, Color.RED)
                .fill(120, 90, 40, 40, new Color(190, 20, 30))
                .text(40, 160, 16, "关于报送先进集体和先进个人初审材料的函");
        Papers table = Papers.a4(150);
        for (int row = 0; row < 9; row++) {
            for (int column = 0; column < 6; column++) {
                table.frame(20 + column * 28, 60 + row * 20, 28, 20, Color.RED);
                table.text(24 + column * 28, 72 + row * 20, 14, "内容", Color.RED);
            }
        }

        assertThat(page(letter.jpeg(0.7)).seals()).isEmpty();
        assertThat(page(table.jpeg(0.7)).seals()).isEmpty();
    }

    @Test
    void R_15_a_stamp_on_a_red_table_is_found_and_a_grey_scan_says_that_it_cannot_show_one() throws IOException {
        Papers onTable = Papers.a4(150).form("表", "张三").seal(140, 225, 42, INK);
        for (int row = 0; row < 6; row++) {
            onTable.line(20, 200 + row * 12, 190, 200 + row * 12, 0.4, Color.RED);
        }
        BufferedImage colour =
                Papers.a4(150).form("表", "张三").seal(140, 225, 42, INK).image();
        BufferedImage grey = new BufferedImage(colour.getWidth(), colour.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        grey.createGraphics().drawImage(colour, 0, 0, null);

        assertThat(page(onTable.jpeg(0.8)).seals()).hasSize(1);
        ScanPage seen = page(Papers.jpeg(grey, 0.8, 150));
        assertThat(seen.colour()).isFalse();
        assertThat(seen.seals()).isEmpty();
    }

    @Test
    void a_blank_page_is_blank_even_if_the_paper_is_grey_and_dusty_and_one_line_of_text_is_not_blank()
            throws IOException {
        byte[] dusty = Papers.a4(150)
                .fill(0, 0, 210, 297, new Color(214, 212, 206))
                .fill(80, 90, 0.6, 0.6, Color.GRAY)
                .fill(0, 0, 3, 297, Color.BLACK)
                .noisy(6, 0.7, 3);
        byte[] line = Papers.a4(150).text(25, 30, 16, "附件1").noisy(6, 0.7, 3);

        ScanPage blank = page(dusty);
        assertThat(blank.blank()).isTrue();
        assertThat(blank.text()).isEqualTo(ScanPage.Text.NONE);
        assertThat(page(line).blank()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "bmp", "gif", "tif"})
    void other_pictures_are_seen_too(String format) throws IOException {
        byte[] octets = Papers.encode(
                Papers.a4(100).form("推荐对象初审表", "张三").seal(150, 225, 42, INK).image(), format);

        Reading.Scan scan = scan("a." + format, octets);

        assertThat(scan.pages()).singleElement().satisfies(page -> {
            assertThat(page.width()).isEqualTo(827);
            assertThat(page.seals()).hasSize(1);
            assertThat(page.text()).isEqualTo(ScanPage.Text.OPEN);
        });
    }

    @Test
    void a_tiff_may_have_many_pages_in_fax_coding() throws IOException {
        BufferedImage form = Papers.a4(200).form("推荐对象初审表", "张三").image();
        BufferedImage fax = new BufferedImage(form.getWidth(), form.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
        fax.createGraphics().drawImage(form, 0, 0, null);

        Reading.Scan scan = scan("a.tif", tiff(List.of(fax, fax, fax), "CCITT T.6"));

        assertThat(scan.pages()).hasSize(3).allSatisfy(page -> {
            assertThat(page.colour()).isFalse();
            assertThat(page.blank()).isFalse();
            assertThat(page.height()).isEqualTo(form.getHeight());
        });
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "3, 180", "6, 90", "8, 270"})
    void a_phone_says_how_it_was_held(int orientation, int turned) throws IOException {
        Papers form = Papers.a4(100).form("表", "张三").seal(150, 225, 42, INK);
        BufferedImage stored = form.turned((360 - turned) % 360);

        ScanPage seen = page(withOrientation(Papers.jpeg(stored, 0.8, 100), orientation));

        assertThat(seen.turned()).isEqualTo(turned);
        assertThat(seen.width()).isEqualTo(827);
        assertThat(seen.seals())
                .singleElement()
                .satisfies(seal -> assertThat(seal.box().left() * 210).isBetween(126.0, 132.0));
    }

    @Test
    void R_79_a_portrait_shows_its_size_and_the_colour_behind_the_head() throws IOException {
        BufferedImage portrait = new BufferedImage(413, 579, BufferedImage.TYPE_INT_RGB);
        var canvas = portrait.createGraphics();
        canvas.setColor(new Color(67, 142, 219));
        canvas.fillRect(0, 0, 413, 579);
        canvas.setColor(new Color(230, 190, 160));
        canvas.fillOval(120, 120, 170, 220);
        canvas.setColor(new Color(30, 30, 40));
        canvas.fillRect(60, 380, 290, 199);
        BufferedImage grey = new BufferedImage(413, 579, BufferedImage.TYPE_BYTE_GRAY);
        grey.createGraphics().drawImage(portrait, 0, 0, null);

        Photo photo = scan("张三.jpg", Papers.jpeg(portrait, 0.85, 300)).photo().orElseThrow();

        assertThat(photo.width()).isEqualTo(413);
        assertThat(photo.height()).isEqualTo(579);
        assertThat(photo.grey()).isFalse();
        assertThat(List.of(photo.topLeft(), photo.topRight())).allSatisfy(patch -> {
            assertThat(patch.hue()).isBetween(205.0, 215.0);
            assertThat(patch.saturation()).isGreaterThan(0.5);
        });
        assertThat(scan("李四.png", Papers.encode(grey, "png"))
                        .photo()
                        .orElseThrow()
                        .grey())
                .isTrue();
    }

    @Test
    void a_heic_is_named_and_counts_as_a_scan() throws IOException {
        byte[] head = new byte[64];
        System.arraycopy("ftypheic".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, head, 4, 8);

        assertThat(reading("IMG_2031.HEIC", head)).isEqualTo(new Reading.Scan("heic"));
    }

    @Test
    void R_17_a_picture_that_would_fill_the_memory_is_refused_before_it_is_decoded() throws IOException {
        byte[] png = Papers.encode(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), "png");
        byte[] large = png.clone();
        large[16] = 0;
        large[17] = 1;
        large[20] = 0;
        large[21] = 1;
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        crc.update(large, 12, 17);
        java.nio.ByteBuffer.wrap(large).putInt(29, (int) crc.getValue());

        assertThat(reading("a.png", large)).isEqualTo(new Reading.Refused(Reading.Reason.OVER_LIMIT));
    }

    @Test
    void R_17_a_picture_that_was_cut_off_is_told_apart_from_a_broken_one() throws IOException {
        byte[] jpeg = Papers.a4(100).form("表", "张三").jpeg(0.8);
        byte[] garbage = jpeg.clone();
        Arrays.fill(garbage, 30, garbage.length - 2, (byte) 0x55);

        assertThat(reading("a.jpg", Arrays.copyOf(jpeg, jpeg.length / 2)))
                .isEqualTo(new Reading.Refused(Reading.Reason.TRUNCATED));
        assertThat(reading("a.jpg", garbage)).isEqualTo(new Reading.Refused(Reading.Reason.UNREADABLE));
    }

    private static byte[] tiff(List<BufferedImage> pages, String compression) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        var param = writer.getDefaultWriteParam();
        param.setCompressionMode(javax.imageio.ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionType(compression);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream sink = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(sink);
            writer.prepareWriteSequence(null);
            for (BufferedImage page : pages) {
                writer.writeToSequence(new IIOImage(page, null, null), param);
            }
            writer.endWriteSequence();
        }
        return out.toByteArray();
    }

    /** An Exif segment with an orientation and nothing else, after the JFIF one. */
    private static byte[] withOrientation(byte[] jpeg, int orientation) {
        byte[] exif = {
            (byte) 0xff,
            (byte) 0xe1,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            1,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation,
            0,
            0,
            0,
            0,
            0,
            0
        };
        byte[] whole = new byte[jpeg.length + exif.length];
        System.arraycopy(jpeg, 0, whole, 0, 20);
        System.arraycopy(exif, 0, whole, 20, exif.length);
        System.arraycopy(jpeg, 20, whole, 20 + exif.length, jpeg.length - 20);
        return whole;
    }

    private static ScanPage page(byte[] jpeg) throws IOException {
        return scan("a.jpg", jpeg).pages().get(0);
    }

    static Reading.Scan scan(String name, byte[] octets) throws IOException {
        Reading reading = reading(name, octets);
        assertThat(reading).isInstanceOf(Reading.Scan.class);
        return (Reading.Scan) reading;
    }

    static Reading reading(String name, byte[] octets) throws IOException {
        return Parts.read(Parts.part(name, octets)).get(0).reading();
    }
}
