package org.mailroom.corpus;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Pictures of pages pasted into a Word file in place of a scan. */
final class PictureDocx {
    private static final int WIDTH = 440;

    private PictureDocx() {}

    static byte[] of(List<BufferedImage> pages) throws IOException {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (BufferedImage page : pages) {
                int height = WIDTH * page.getHeight() / page.getWidth();
                document.createParagraph()
                        .createRun()
                        .addPicture(
                                new ByteArrayInputStream(Scanner.jpeg(page)),
                                PictureType.JPEG,
                                "page.jpg",
                                Units.toEMU(WIDTH),
                                Units.toEMU(height));
            }
            document.write(out);
            return out.toByteArray();
        } catch (InvalidFormatException e) {
            throw new IOException(e);
        }
    }
}
