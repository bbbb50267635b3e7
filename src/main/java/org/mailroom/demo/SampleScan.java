package org.mailroom.demo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.mailroom.form.Filled;

/** Stand-ins for what comes from a scanner or a camera: valid files with little in them. */
public final class SampleScan {
    /** A circle of radius 60 around (420, 150), as four Bézier curves. */
    private static final String SEAL =
            "0.85 0.1 0.1 RG 4 w 480 150 m 480 183 453 210 420 210 c 387 210 360 183 360 150 c "
                    + "360 117 387 90 420 90 c 453 90 480 117 480 150 c S\n";

    private SampleScan() {}

    /**
     * A PDF of A4 pages with grey lines for writing and, on the last, a red ring for a seal; no text layer, like a scan.
     *
     * @param title kept in the document's properties; may be in any language
     */
    public static byte[] pdf(String title, int pages) {
        List<String> objects = new ArrayList<>();
        StringBuilder kids = new StringBuilder();
        for (int page = 0; page < pages; page++) {
            kids.append(4 + 2 * page).append(" 0 R ");
        }
        objects.add("<< /Type /Catalog /Pages 2 0 R >>");
        objects.add("<< /Type /Pages /Count " + pages + " /Kids [ " + kids + "] >>");
        objects.add("<< /Title <FEFF" + HexFormat.of().withUpperCase().formatHex(title.getBytes(UTF_16BE)) + "> >>");
        for (int page = 0; page < pages; page++) {
            objects.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> /Contents "
                    + (5 + 2 * page) + " 0 R >>");
            String content = lines(page) + (page == pages - 1 ? SEAL : "");
            objects.add("<< /Length " + content.length() + " >>\nstream\n" + content + "endstream");
        }
        return file(objects);
    }

    /**
     * One PDF with all these forms as a scanner makes it when everything is fed at once: pictures of the printed pages, no text
     * layer, a red seal on the last page of each form.
     *
     * <pre>
     * byte[] pdf = SampleScan.stamped(samples, List.of(samples.summaryForm(unit, nominees), samples.nomineeForm(…)), 150);
     * </pre>
     *
     * @param dpi resolution, for example 150
     */
    public static byte[] stamped(SampleForms samples, List<Filled> forms, int dpi) {
        List<BufferedImage> pages = new ArrayList<>();
        for (Filled form : forms) {
            List<BufferedImage> printed = SamplePrinter.pages(samples.markup(form), dpi);
            SampleSeal.press(printed.get(printed.size() - 1), dpi, 0.7, 0.8);
            pages.addAll(printed);
        }
        return pictures(pages, dpi);
    }

    private static byte[] pictures(List<BufferedImage> pages, int dpi) {
        List<String> objects = new ArrayList<>();
        StringBuilder kids = new StringBuilder();
        for (int page = 0; page < pages.size(); page++) {
            kids.append(4 + 3 * page).append(" 0 R ");
        }
        objects.add("<< /Type /Catalog /Pages 2 0 R >>");
        objects.add("<< /Type /Pages /Count " + pages.size() + " /Kids [ " + kids + "] >>");
        objects.add("<< /Producer (scanner) >>");
        for (int page = 0; page < pages.size(); page++) {
            BufferedImage image = pages.get(page);
            int width = Math.round(image.getWidth() * 72f / dpi);
            int height = Math.round(image.getHeight() * 72f / dpi);
            int number = 4 + 3 * page;
            objects.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 " + width + " " + height
                    + "] /Resources << /XObject << /P " + (number + 2) + " 0 R >> >> /Contents " + (number + 1)
                    + " 0 R >>");
            String content = width + " 0 0 " + height + " 0 0 cm /P Do\n";
            objects.add("<< /Length " + content.length() + " >>\nstream\n" + content + "endstream");
            String picture = new String(jpeg(image), ISO_8859_1);
            objects.add(
                    "<< /Type /XObject /Subtype /Image /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode"
                            + " /Width "
                            + image.getWidth() + " /Height " + image.getHeight() + " /Length " + picture.length()
                            + " >>\nstream\n" + picture + "\nendstream");
        }
        return file(objects);
    }

    /** A photograph for a document: 2 inches (35 by 49 mm at 300 dpi), blue behind a plain figure. */
    public static byte[] photo() {
        BufferedImage image = new BufferedImage(413, 579, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(67, 142, 219));
        graphics.fillRect(0, 0, 413, 579);
        graphics.setColor(new Color(60, 60, 70));
        graphics.fillOval(60, 400, 293, 360);
        graphics.setColor(new Color(225, 190, 165));
        graphics.fillOval(126, 150, 160, 220);
        graphics.dispose();
        return jpeg(image);
    }

    private static byte[] jpeg(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static String lines(int page) {
        StringBuilder content = new StringBuilder("0.75 G 1 w\n");
        for (int y = 740; y > 240; y -= 24) {
            content.append("90 ")
                    .append(y)
                    .append(" m ")
                    .append(505 - (y + page * 37) % 120)
                    .append(' ')
                    .append(y)
                    .append(" l S\n");
        }
        return content.toString();
    }

    /** ISO 32000-1 section 7.5: header, objects, cross-reference table, trailer. */
    private static byte[] file(List<String> objects) {
        StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
        StringBuilder table = new StringBuilder("0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            table.append(String.format(Locale.ROOT, "%010d 00000 n \n", pdf.length()));
            pdf.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
        }
        int start = pdf.length();
        pdf.append("xref\n0 ").append(objects.size() + 1).append('\n').append(table);
        pdf.append("trailer\n<< /Size ").append(objects.size() + 1).append(" /Root 1 0 R /Info 3 0 R >>\n");
        return pdf.append("startxref\n")
                .append(start)
                .append("\n%%EOF\n")
                .toString()
                .getBytes(ISO_8859_1);
    }
}
