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
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;

/** Pictures of pages pasted into a Word file in place of a scan. */
public final class PictureDocx {
    private static final int WIDTH = 440;

    private PictureDocx() {}

    /** The form with a photograph put over the words that ask for it. */
    static byte[] inCell(byte[] form, byte[] jpeg) throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(form));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XWPFTableCell cell = document.getTables().stream()
                    .flatMap(table -> table.getRows().stream())
                    .flatMap(row -> row.getTableCells().stream())
                    .filter(one -> one.getText().startsWith("照片"))
                    .findFirst()
                    .orElseThrow();
            XWPFParagraph words = cell.getParagraphs().get(0);
            while (!words.getRuns().isEmpty()) {
                words.removeRun(0);
            }
            words.createRun()
                    .addPicture(
                            new ByteArrayInputStream(jpeg),
                            PictureType.JPEG,
                            "photo.jpg",
                            Units.toEMU(99),
                            Units.toEMU(139));
            document.write(out);
            return out.toByteArray();
        } catch (InvalidFormatException e) {
            throw new IOException(e);
        }
    }

    static byte[] of(List<BufferedImage> pages) throws IOException {
        return with(new XWPFDocument(), pages);
    }

    /** The form, and its stamped pages behind it in the same file. */
    public static byte[] behind(byte[] form, List<BufferedImage> pages) throws IOException {
        return with(new XWPFDocument(new ByteArrayInputStream(form)), pages);
    }

    private static byte[] with(XWPFDocument opened, List<BufferedImage> pages) throws IOException {
        try (XWPFDocument document = opened;
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
