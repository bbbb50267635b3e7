package org.mailroom.reading.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.reading.ReadingLimits;
import org.mailroom.reading.ScanPage;
import org.mailroom.reading.ScanPage.Line;
import org.mailroom.reading.ScanPage.Text;

/** Real recognition; skipped where there is no library for the machine. */
class RapidOcrTest {
    private static final Color INK = new Color(205, 40, 45, 210);

    @ParameterizedTest
    @ValueSource(ints = {0, 90, 180, 270})
    void a_scan_is_recognised_however_it_lies_and_its_stamp_turns_with_it(int turn) throws IOException {
        Papers form = Papers.a4(120).form("推荐对象初审表", "张三").seal(150, 260, 42, INK);
        byte[] pdf = Papers.jpeg(form.turned((360 - turn) % 360), 0.85, 120);

        ScanPage page = recognise(pdf);

        assertThat(page.turned()).isEqualTo(turn);
        assertThat(page.text()).isEqualTo(Text.RECOGNISED);
        assertThat(page.height()).isGreaterThan(page.width());
        assertThat(page.lines())
                .extracting(Line::text)
                .containsSubsequence("推荐对象初审表", "张三", "女", "汉族", "出生年月", "1975年3月", "联系电话");
        assertThat(page.lines().get(0).box().top()).isBetween(0.06, 0.1);
        assertThat(page.seals()).singleElement().satisfies(seal -> {
            assertThat(seal.box().left() * 210).isBetween(125.0, 133.0);
            assertThat(seal.box().top() * 297).isBetween(235.0, 243.0);
        });
    }

    @Test
    void a_photographed_page_lies_askew_and_is_still_read_row_by_row() throws IOException {
        BufferedImage form = Papers.a4(120).form("推荐对象初审表", "张三").image();
        BufferedImage photo = new BufferedImage(1200, 1600, BufferedImage.TYPE_INT_RGB);
        var canvas = photo.createGraphics();
        canvas.setColor(new Color(90, 70, 50));
        canvas.fillRect(0, 0, 1200, 1600);
        canvas.setRenderingHint(
                java.awt.RenderingHints.KEY_INTERPOLATION, java.awt.RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        AffineTransform askew = AffineTransform.getRotateInstance(Math.toRadians(4), 600, 800);
        askew.translate(100, 100);
        askew.shear(0.02, 0);
        canvas.drawImage(form, askew, null);
        canvas.setPaint(new java.awt.GradientPaint(0, 0, new Color(0, 0, 0, 110), 900, 1600, new Color(0, 0, 0, 0)));
        canvas.fillRect(0, 0, 1200, 1600);

        ScanPage page = recognise(Papers.jpeg(photo, 0.8, 72));

        assertThat(page.lines())
                .extracting(Line::text)
                .containsSubsequence("张三", "女", "汉族", "政治面貌", "中共党员", "行政级别", "正处级");
    }

    @Test
    void a_blank_page_is_not_handed_to_the_recogniser() throws IOException {
        Scans scans = new Scans(ScanLimits.standard());
        Pages pages = new Pages(scans, () -> {
            throw new AssertionError("was asked for");
        });
        byte[] blank = Papers.a4(100).jpeg(0.8);

        try (Held held = held(blank)) {
            assertThat(pages.recognise(held, FileType.JPEG, 1).text()).isEqualTo(Text.NONE);
        }
    }

    @Test
    void where_nothing_can_recognise_a_page_is_left_to_a_person() throws IOException {
        Pages pages = new Pages(new Scans(ScanLimits.standard()), java.util.Optional::empty);

        try (Held held = held(Papers.a4(100).form("表", "张三").jpeg(0.8))) {
            ScanPage page = pages.recognise(held, FileType.JPEG, 1);
            assertThat(page.text()).isEqualTo(Text.NONE);
            assertThat(page.blank()).isFalse();
        }
    }

    private static Held held(byte[] octets) throws IOException {
        return Held.of(
                new java.io.ByteArrayInputStream(octets), Path.of("target", "reading"), 1 << 22, (chunk, soFar) -> {});
    }

    private static ScanPage recognise(byte[] jpeg) throws IOException {
        assumeTrue(
                List.of("amd64", "x86_64").contains(System.getProperty("os.arch")),
                "no recogniser for this kind of machine");
        return Parts.reader(ReadingLimits.standard()).recognise(Parts.part("a.jpg", jpeg), "a.jpg", 1);
    }
}
