package org.mailroom.reading.reader;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.mailroom.reading.Reading;
import org.mailroom.reading.ScanPage;

/** Opens paper files: PDF, pictures, OFD, and word processors' documents for the pictures of pages in them. */
final class Scans {
    private static final int TAIL = 64 * 1024;

    private final ScanLimits limits;

    Scans(ScanLimits limits) {
        this.limits = limits;
        FontMappers.set(new PackedFonts());
        new MeasuredPictures(limits).register();
    }

    /** Something done with an open file. */
    @FunctionalInterface
    interface Use<T> {
        T with(ScanFile file, Effort effort) throws IOException;
    }

    /** What can be seen of the file without recognising text. */
    Reading read(Held held, FileType type) throws IOException {
        if (!opens(type)) {
            return new Reading.Scan(type.key());
        }
        return with(held, type, (file, effort) -> scan(held, file, type, effort));
    }

    /** How many pictures as large as pages a document shows. */
    int pictured(Held held, FileType type) throws IOException {
        return with(held, type, (file, effort) -> file.pages());
    }

    /** Files of other kinds can only be named. */
    static boolean opens(FileType type) {
        return type.picture() && type != FileType.HEIC && type != FileType.WEBP;
    }

    private static Reading scan(Held held, ScanFile file, FileType type, Effort effort) throws IOException {
        List<ScanPage> pages = new ArrayList<>();
        int broken = 0;
        for (int number = 1; number <= file.pages(); number++) {
            try {
                pages.add(effort.spent() ? file.named(number) : file.look(number));
            } catch (IOException | RuntimeException failed) {
                Refusal.rethrow(failed);
                broken++;
                pages.add(ScanPage.unseen(number));
            }
        }
        if (broken == pages.size() || broken > 0 && !whole(held, type)) {
            throw new Refusal(whole(held, type) ? Reading.Reason.UNREADABLE : Reading.Reason.TRUNCATED);
        }
        return new Reading.Scan(type.key(), pages, file.photo());
    }

    /** @throws Refusal if the file cannot be counted */
    <T> T with(Held held, FileType type, Use<T> use) throws IOException {
        Effort effort = new Effort(limits);
        if ((type == FileType.JPEG || type == FileType.PNG) && !whole(held, type)) {
            throw new Refusal(Reading.Reason.TRUNCATED);
        }
        try (ScanFile file = open(held, type, effort)) {
            return use.with(file, effort);
        } catch (OutOfMemoryError exhausted) {
            // Some streams say nothing of their size before they are unpacked. What was unpacked is gone by now.
            throw new Refusal(Reading.Reason.OVER_LIMIT);
        }
    }

    private static ScanFile open(Held held, FileType type, Effort effort) throws IOException {
        try {
            return switch (type) {
                case PDF -> new PdfScan(held, effort);
                case OFD -> new OfdScan(held, effort);
                case DOCX -> new WordScan(new DocxPictures(held), effort);
                case DOC -> new WordScan(new OldWordPictures(held), effort);
                case ODT -> new WordScan(new OpenDocumentPictures(held), effort);
                case RICH_TEXT -> new WordScan(new RtfPictures(held), effort);
                default -> new PictureScan(held, type, effort);
            };
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            Refusal.rethrow(broken);
            throw new Refusal(whole(held, type) ? Reading.Reason.UNREADABLE : Reading.Reason.TRUNCATED);
        }
    }

    /**
     * Whether the mark that ends such a file stands near its end; some gateways append a little. An /Encrypt entry says nothing:
     * most such files only forbid printing and open without a password.
     */
    private static boolean whole(Held held, FileType type) throws IOException {
        String tail = new String(held.tail(TAIL), StandardCharsets.ISO_8859_1);
        return switch (type) {
            case PDF -> tail.contains("%%EOF") || tail.contains("startxref");
            case JPEG -> tail.contains("\u00ff\u00d9");
            case PNG -> tail.contains("IEND");
            default -> true;
        };
    }
}
