package org.mailroom.reading.reader;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.mailroom.reading.Reading;
import org.mailroom.reading.ScanPage;
import org.mailroom.reading.ScanPage.Line;
import org.mailroom.reading.reader.PageMarks.Glyph;

/** A PDF file (ISO 32000). Its scripts, actions, links and embedded files are never looked at. */
final class PdfScan implements ScanFile {
    private static final double DRAWN_DPI = 150;
    private static final double POINTS = 72;

    private final PDDocument document;
    private final Effort effort;
    private final CarefulRenderer renderer;
    private final FormFields fields;
    private final int pages;

    private int openPage;
    private Optional<Opened> opened = Optional.empty();

    /** What one page draws, and how it lies. */
    private record Opened(
            int number,
            PDPage page,
            PageMarks marks,
            Optional<FullPicture> picture,
            PageFrame frame,
            List<Line> lines,
            boolean whole) {}

    PdfScan(Held held, Effort effort) throws IOException {
        this.effort = effort;
        this.document = load(held);
        try {
            this.pages = document.getNumberOfPages();
            if (pages == 0) {
                throw new Refusal(Reading.Reason.UNREADABLE);
            }
            effort.countPages(pages);
            this.renderer = new CarefulRenderer(document, effort);
            this.fields = fields(document);
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            document.close();
            throw broken;
        }
    }

    private static PDDocument load(Held held) throws IOException {
        RandomAccessRead octets = held.file().isPresent()
                ? new RandomAccessReadBufferedFile(held.file().get())
                : new RandomAccessReadBuffer(held.open());
        try {
            return Loader.loadPDF(octets);
        } catch (InvalidPasswordException | NoClassDefFoundError locked) {
            // Locked to certificates (ISO 32000-1, 7.6.4): what opens those is not packed, nobody here has the keys.
            octets.close();
            throw new Refusal(Reading.Reason.ENCRYPTED);
        } catch (IOException | RuntimeException broken) {
            octets.close();
            throw broken;
        }
    }

    private static FormFields fields(PDDocument document) {
        try {
            return FormFields.of(document);
        } catch (RuntimeException broken) {
            return FormFields.none();
        }
    }

    @Override
    public int pages() {
        return pages;
    }

    @Override
    public ScanPage look(int number) throws IOException {
        Opened page = open(number);
        PageFrame frame = page.frame();
        double millimetres = frame.plausible() ? Math.max(frame.width(), frame.height()) * 25.4 / POINTS : 0;
        if (page.picture().isPresent()) {
            FullPicture picture = page.picture().get();
            Pixels small = picture.alone()
                    ? picture.quick(PageView.LONG_SIDE)
                            .shrunk(PageView.LONG_SIDE)
                            .turned(frame.turned())
                    : render(page, PageView.LONG_SIDE);
            return new PageView(
                            number,
                            small,
                            frame.sideways() ? picture.height() : picture.width(),
                            frame.sideways() ? picture.width() : picture.height(),
                            millimetres == 0 ? 0 : picture.dpi(),
                            frame.turned(),
                            millimetres,
                            false)
                    .page(page.lines(), !page.whole() || !picture.alone() && renderer.lost());
        }
        Pixels drawn = render(page, PageView.LONG_SIDE);
        return new PageView(
                        number,
                        drawn,
                        pixels(frame.width()),
                        pixels(frame.height()),
                        0,
                        frame.turned(),
                        millimetres,
                        true)
                .page(page.lines(), !page.whole() || renderer.lost());
    }

    private static int pixels(double points) {
        return Math.max(1, (int) Math.round(points * DRAWN_DPI / POINTS));
    }

    @Override
    public ScanPage named(int number) {
        PDPage page = document.getPage(number - 1);
        PageFrame frame = new PageFrame(paper(page), turn(page.getRotation()));
        return new ScanPage(
                number,
                pixels(frame.width()),
                pixels(frame.height()),
                0,
                frame.turned(),
                false,
                true,
                List.of(),
                ScanPage.Text.OPEN,
                List.of());
    }

    @Override
    public Pixels picture(int number, int longSide) throws IOException {
        Opened page = open(number);
        Optional<FullPicture> picture = page.picture().filter(FullPicture::alone);
        return picture.isPresent()
                ? picture.get().full().scaled(longSide).turned(page.frame().turned())
                : render(page, longSide);
    }

    @Override
    public List<Line> guessed(int number) throws IOException {
        Opened page = open(number);
        if (page.picture().isEmpty()) {
            return List.of();
        }
        List<Glyph> hidden =
                page.marks().glyphs().stream().filter(glyph -> !glyph.seen()).toList();
        return LayerTrust.garbled(hidden, 0)
                ? List.of()
                : new TextLayer(page.frame(), page.marks().rules()).lines(hidden, 0.5);
    }

    private Opened open(int number) throws IOException {
        if (opened.isEmpty() || openPage != number) {
            opened = Optional.of(opened(number, document.getPage(number - 1)));
            openPage = number;
        }
        return opened.get();
    }

    private Opened opened(int number, PDPage page) throws IOException {
        PDRectangle paper = paper(page);
        boolean whole = whole(page);
        PageMarks marks = PageMarks.of(page, effort);
        Optional<FullPicture> picture =
                FullPicture.of(marks.pictures(), paper, new PictureDecoder(effort), stamped(page));
        int after = picture.map(FullPicture::order).orElse(0);
        List<Glyph> seen = marks.glyphs().stream()
                .filter(glyph -> glyph.seen() && glyph.order() >= after)
                .toList();
        double pictured =
                marks.pictures().stream().mapToDouble(PageMarks.Picture::area).sum()
                        / (paper.getWidth() * paper.getHeight());
        boolean trusted = LayerTrust.trusted(seen, marks.unknown(), pictured);
        int rotation = turn(page.getRotation());
        PageFrame frame = new PageFrame(paper, trusted ? TextLayer.direction(seen, rotation) : rotation);
        List<Line> lines = new ArrayList<>(fields.on(page, frame));
        if (trusted) {
            lines.addAll(new TextLayer(frame, marks.rules()).lines(seen, 1));
        }
        return new Opened(number, page, marks, picture, frame, ReadingOrder.of(lines), whole);
    }

    /** Whether all that is to be drawn can be unpacked: the library passes over what cannot, and the page looks blank. */
    private static boolean whole(PDPage page) throws IOException {
        boolean whole = true;
        for (Iterator<PDStream> contents = page.getContentStreams(); contents.hasNext(); ) {
            try (InputStream in = contents.next().createInputStream()) {
                in.transferTo(OutputStream.nullOutputStream());
            } catch (IOException | RuntimeException broken) {
                Refusal.rethrow(broken);
                whole = false;
            }
        }
        return whole;
    }

    /** Whether something lies over the page: a stamp, a note, a signature. */
    private static boolean stamped(PDPage page) {
        try {
            return page.getAnnotations().stream()
                    .anyMatch(annotation -> !annotation.isHidden()
                            && annotation.getNormalAppearanceStream() != null
                            && !"Link".equals(annotation.getSubtype())
                            && !"Popup".equals(annotation.getSubtype()));
        } catch (IOException | RuntimeException broken) {
            return false;
        }
    }

    private Pixels render(Opened page, int longSide) throws IOException {
        PDRectangle paper = page.frame().paper();
        float scale = longSide / Math.max(paper.getWidth(), paper.getHeight());
        java.awt.image.BufferedImage image =
                renderer.renderImage(page.number() - 1, Math.min(scale, 20), ImageType.RGB);
        int more = (page.frame().turned() - turn(page.page().getRotation()) + 360) % 360;
        return Pixels.of(image).turned(more);
    }

    private static PDRectangle paper(PDPage page) {
        PDRectangle paper = page.getCropBox();
        return paper.getWidth() < 1 || paper.getHeight() < 1 ? PDRectangle.A4 : paper;
    }

    private static int turn(int rotation) {
        return ((rotation % 360) + 360) % 360 / 90 * 90;
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
