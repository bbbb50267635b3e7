package org.mailroom.corpus;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.mailroom.form.Soffice;

/** Prints Word files: LibreOffice lays them out, PDFBox makes pictures of the pages. */
final class Printer {
    private Printer() {}

    /** As PDF with text, in the order of the files; all in one run, for LibreOffice takes longer to start than to convert. */
    static List<byte[]> pdf(List<byte[]> docx) throws Exception {
        Path folder = Files.createTempDirectory("printed");
        for (int i = 0; i < docx.size(); i++) {
            Files.write(folder.resolve(i + ".docx"), docx.get(i));
        }
        Path converted = Soffice.converted(folder, ".docx", "pdf:writer_pdf_Export");
        List<byte[]> pdf = new ArrayList<>();
        for (int i = 0; i < docx.size(); i++) {
            pdf.add(Files.readAllBytes(converted.resolve(i + ".pdf")));
        }
        return pdf;
    }

    /** The pages as they come out of the printer. */
    static List<BufferedImage> pages(byte[] pdf, int dpi) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFRenderer renderer = new PDFRenderer(document);
            List<BufferedImage> pages = new ArrayList<>();
            for (int page : IntStream.range(0, document.getNumberOfPages()).toArray()) {
                pages.add(renderer.renderImageWithDPI(page, dpi, ImageType.RGB));
            }
            return pages;
        }
    }
}
