package org.mailroom.corpus;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What a unit makes that puts all its paper on the scanner at once: one PDF with every form, each sealed on its last page. */
public final class OneScan {
    private static final int PHOTO_DPI = 200;

    private OneScan() {}

    /** Whether this machine can print: LibreOffice and a Chinese font. */
    public static boolean possible() {
        return ScanFaults.possible();
    }

    /** @param sealed the words on the seal */
    public static byte[] of(List<byte[]> docx, String sealed, int dpi) throws Exception {
        List<BufferedImage> all = new ArrayList<>();
        for (byte[] pdf : Printer.pdf(docx)) {
            List<BufferedImage> pages = Printer.pages(pdf, dpi);
            new Seal(sealed, new Random(7)).press(pages.get(pages.size() - 1), 0.68, 0.8);
            all.addAll(pages);
        }
        return Scanner.pdf(all, dpi);
    }

    /** The same pages photographed with a telephone: a picture a page, as JPEG, in order. */
    public static List<byte[]> photographed(List<byte[]> docx, String sealed) throws Exception {
        Random random = new Random(11);
        List<byte[]> pictures = new ArrayList<>();
        for (byte[] pdf : Printer.pdf(docx)) {
            List<BufferedImage> pages = Printer.pages(pdf, PHOTO_DPI);
            new Seal(sealed, new Random(7)).press(pages.get(pages.size() - 1), 0.68, 0.8);
            for (BufferedImage page : pages) {
                pictures.add(Scanner.jpeg(new Camera(random).picture(page)));
            }
        }
        return pictures;
    }
}
