package org.mailroom.reading.reader;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;

/** Sheets of paper as a scanner sees them: forms with text, tables and stamps, drawn at a given resolution. */
public final class Papers {
    private static final Font FONT = font();

    private final int dpi;
    private final BufferedImage image;
    private final Graphics2D canvas;

    private Papers(int dpi, double widthMm, double heightMm) {
        this.dpi = dpi;
        this.image = new BufferedImage(px(widthMm), px(heightMm), BufferedImage.TYPE_INT_RGB);
        this.canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        canvas.setColor(new Color(252, 251, 248));
        canvas.fillRect(0, 0, image.getWidth(), image.getHeight());
    }

    private static Font font() {
        try (InputStream in = Papers.class.getResourceAsStream("/fonts/NotoSerifSC.ttf")) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException | FontFormatException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public static Papers a4(int dpi) {
        return new Papers(dpi, 210, 297);
    }

    private int px(double millimetres) {
        return (int) Math.round(millimetres * dpi / 25.4);
    }

    /** Text with its base line at the given millimetres. */
    public Papers text(double x, double y, double points, String text) {
        return text(x, y, points, text, new Color(30, 30, 34));
    }

    public Papers text(double x, double y, double points, String text, Color colour) {
        canvas.setColor(colour);
        canvas.setFont(FONT.deriveFont((float) (points * dpi / 72)));
        canvas.drawString(text, px(x), px(y));
        return this;
    }

    public Papers line(double x1, double y1, double x2, double y2, double thick, Color colour) {
        canvas.setColor(colour);
        canvas.setStroke(new BasicStroke((float) (thick * dpi / 25.4)));
        canvas.drawLine(px(x1), px(y1), px(x2), px(y2));
        return this;
    }

    public Papers frame(double x, double y, double width, double height, Color colour) {
        return line(x, y, x + width, y, 0.4, colour)
                .line(x, y + height, x + width, y + height, 0.4, colour)
                .line(x, y, x, y + height, 0.4, colour)
                .line(x + width, y, x + width, y + height, 0.4, colour);
    }

    public Papers fill(double x, double y, double width, double height, Color colour) {
        canvas.setColor(colour);
        canvas.fillRect(px(x), px(y), px(width), px(height));
        return this;
    }

    /** A form of about thirty cells with a title. */
    public Papers form(String title, String name) {
        text(60, 30, 20, title);
        String[] labels = {"姓    名", "性    别", "民    族", "出生年月", "政治面貌", "学    历", "工作单位及职务", "职    称", "行政级别", "联系电话"};
        String[] values = {name, "女", "汉族", "1975年3月", "中共党员", "研究生", "江苏省知识产权局保护处处长", "高级工程师", "正处级", "025-83236001"};
        for (int row = 0; row < 10; row++) {
            double y = 45 + row * 12;
            frame(20, y, 40, 12, Color.BLACK);
            frame(60, y, 130, 12, Color.BLACK);
            text(23, y + 8, 12, labels[row]);
            text(63, y + 8, 12, values[row]);
        }
        frame(20, 165, 170, 70, Color.BLACK);
        for (int row = 0; row < 8; row++) {
            text(23, 173 + row * 8, 12, "该同志长期从事知识产权保护工作，坚持原则，公正廉洁，成绩突出。");
        }
        return this;
    }

    /** A round stamp with its ring, its star and its words around. */
    public Papers seal(double x, double y, double millimetres, Color ink) {
        return seal(x, y, millimetres, millimetres, ink);
    }

    public Papers seal(double x, double y, double width, double height, Color ink) {
        AffineTransform before = canvas.getTransform();
        canvas.translate(px(x), px(y));
        canvas.scale(width / height, 1);
        int radius = px(height / 2);
        canvas.setColor(ink);
        canvas.setStroke(new BasicStroke((float) (1.1 * dpi / 25.4)));
        canvas.drawOval(-radius, -radius, 2 * radius, 2 * radius);
        Path2D star = new Path2D.Double();
        for (int point = 0; point < 10; point++) {
            double angle = -Math.PI / 2 + point * Math.PI / 5;
            double reach = radius * (point % 2 == 0 ? 0.35 : 0.14);
            if (point == 0) {
                star.moveTo(reach * Math.cos(angle), reach * Math.sin(angle));
            } else {
                star.lineTo(reach * Math.cos(angle), reach * Math.sin(angle));
            }
        }
        canvas.fill(star);
        canvas.setFont(FONT.deriveFont((float) (radius * 0.24)));
        String words = "江苏省人力资源和社会保障厅";
        for (int letter = 0; letter < words.length(); letter++) {
            AffineTransform upright = canvas.getTransform();
            canvas.rotate(Math.toRadians(-130 + letter * 260.0 / (words.length() - 1)));
            canvas.drawString(words.substring(letter, letter + 1), -(float) (radius * 0.12), -(float) (radius * 0.7));
            canvas.setTransform(upright);
        }
        canvas.setTransform(before);
        return this;
    }

    public BufferedImage image() {
        return image;
    }

    public byte[] jpeg(double quality) {
        return jpeg(image, quality, dpi);
    }

    public byte[] noisy(int noise, double quality, long seed) {
        Random random = new Random(seed);
        BufferedImage rough = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < rough.getHeight(); y++) {
            for (int x = 0; x < rough.getWidth(); x++) {
                int colour = image.getRGB(x, y);
                int shade = (int) (random.nextGaussian() * noise);
                int result = 0;
                for (int shift = 16; shift >= 0; shift -= 8) {
                    int value = (colour >> shift & 0xff) + shade + (int) (random.nextGaussian() * noise * 0.5);
                    result |= Math.max(0, Math.min(255, value)) << shift;
                }
                rough.setRGB(x, y, result);
            }
        }
        return jpeg(rough, quality, dpi);
    }

    public static byte[] jpeg(BufferedImage image, double quality, int dpi) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream sink = new MemoryCacheImageOutputStream(out)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality((float) quality);
            writer.setOutput(sink);
            IIOMetadata none = null;
            writer.write(none, new IIOImage(image, null, none), param);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            writer.dispose();
        }
        byte[] octets = out.toByteArray();
        // JFIF: unit and densities stand at fixed places (JFIF 1.02, page 5).
        octets[13] = 1;
        octets[14] = (byte) (dpi >> 8);
        octets[15] = (byte) dpi;
        octets[16] = (byte) (dpi >> 8);
        octets[17] = (byte) dpi;
        return octets;
    }

    public byte[] png() {
        return encode(image, "png");
    }

    public static byte[] encode(BufferedImage image, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, out)) {
                throw new IllegalStateException("no writer for " + format);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return out.toByteArray();
    }

    public BufferedImage turned(int degrees) {
        return Pixels.of(image).turned(degrees).image();
    }

    /** One page for each JPEG, each filling its A4 page. */
    public static byte[] pdf(List<byte[]> jpegs) {
        try (PDDocument document = new PDDocument()) {
            for (byte[] jpeg : jpegs) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.drawImage(
                            JPEGFactory.createFromByteArray(document, jpeg),
                            0,
                            0,
                            PDRectangle.A4.getWidth(),
                            PDRectangle.A4.getHeight());
                }
            }
            return saved(document);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public static byte[] saved(PDDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }
}
