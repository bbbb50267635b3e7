package org.mailroom.reading.reader;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.mailroom.reading.ScanPage;

/**
 * A scan that somebody has pasted into a word processor's document: each picture as large as a page is a page, in the order in
 * which the document shows them. Small ones are decoration, and one that is shown small is a portrait or a logo however many
 * pixels it has.
 */
final class WordScan implements ScanFile {
    private static final Set<FileType> READ =
            EnumSet.of(FileType.JPEG, FileType.PNG, FileType.GIF, FileType.BMP, FileType.TIFF);

    /** Pixels of the longer and the shorter side: A4 at 85 dpi; few portraits and logos have as many. */
    private static final int LONG = 1000;

    private static final int SHORT = 600;

    /** A tenth of an A4 sheet, in square millimetres: two pages side by side are larger, any portrait is smaller. */
    private static final double SMALL = 210 * 297 / 10.0;

    private final WordPictures document;
    private final Effort effort;
    private final List<WordPictures.Source> pages = new ArrayList<>();

    /** @param document closed with the scan */
    WordScan(WordPictures document, Effort effort) throws IOException {
        this.document = document;
        this.effort = effort;
        try {
            for (WordPictures.Shown shown : document.shown()) {
                if (shown.area() >= SMALL && large(shown.octets().read())) {
                    pages.add(shown.octets());
                }
            }
            effort.countPages(pages.size());
        } catch (IOException | RuntimeException broken) {
            document.close();
            throw broken;
        }
    }

    private boolean large(byte[] octets) throws IOException {
        if (!READ.contains(type(octets))) {
            return false;
        }
        try {
            return new PictureDecoder(effort).open(octets, reader -> {
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                return Math.max(width, height) >= LONG && Math.min(width, height) >= SHORT;
            });
        } catch (IOException broken) {
            Refusal.rethrow(broken);
            return false;
        }
    }

    private static FileType type(byte[] octets) {
        return FileType.of(Arrays.copyOf(octets, Math.min(octets.length, 1024)));
    }

    /** The picture of a page, as a file of its own would be opened. */
    private PictureScan picture(int page) throws IOException {
        byte[] octets = pages.get(page - 1).read();
        Held held = Held.of(new ByteArrayInputStream(octets), Path.of(""), Integer.MAX_VALUE, (chunk, soFar) -> {});
        return new PictureScan(held, type(octets), effort);
    }

    @Override
    public int pages() {
        return pages.size();
    }

    @Override
    public ScanPage look(int page) throws IOException {
        return picture(page).look(1).numbered(page);
    }

    @Override
    public ScanPage named(int page) throws IOException {
        return picture(page).named(1).numbered(page);
    }

    @Override
    public Pixels picture(int page, int longSide) throws IOException {
        return picture(page).picture(1, longSide);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
