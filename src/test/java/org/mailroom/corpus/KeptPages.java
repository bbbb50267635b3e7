package org.mailroom.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.mailroom.message.Part;
import org.mailroom.reading.PageReader;
import org.mailroom.reading.ScanPage;
import org.mailroom.reading.ScanPage.Box;
import org.mailroom.reading.ScanPage.Line;

/** Recognises each page once: what was recognised is kept in a folder, for OCR takes most of the table's time. */
final class KeptPages implements PageReader {
    private final PageReader pages;
    private final Path folder;

    KeptPages(PageReader pages, Path folder) {
        this.pages = pages;
        this.folder = folder;
    }

    @Override
    public ScanPage recognise(Part part, String name, int page) throws IOException {
        Path kept = folder.resolve(sha256(part) + "-" + page);
        if (!Files.exists(kept)) {
            Files.createDirectories(folder);
            Files.write(kept, written(pages.recognise(part, name, page)));
        }
        return read(Files.readAllLines(kept));
    }

    @Override
    public Optional<byte[]> picture(Part part, String name, int page, int width) throws IOException {
        return pages.picture(part, name, page, width);
    }

    private static List<String> written(ScanPage page) {
        List<String> lines = new ArrayList<>();
        lines.add(page.number() + "\t" + page.width() + "\t" + page.height() + "\t" + page.dpi() + "\t" + page.turned()
                + "\t" + page.text());
        for (Line line : page.lines()) {
            Box box = line.box();
            lines.add(box.left() + "\t" + box.top() + "\t" + box.width() + "\t" + box.height() + "\t"
                    + line.confidence() + "\t" + line.text().replace('\t', ' ').replace('\n', ' '));
        }
        return lines;
    }

    private static ScanPage read(List<String> lines) {
        String[] head = lines.get(0).split("\t");
        List<Line> read = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] parts = line.split("\t", 6);
            Box box = new Box(number(parts[0]), number(parts[1]), number(parts[2]), number(parts[3]));
            read.add(new Line(parts[5], box, number(parts[4])));
        }
        return new ScanPage(
                Integer.parseInt(head[0]),
                Integer.parseInt(head[1]),
                Integer.parseInt(head[2]),
                Integer.parseInt(head[3]),
                Integer.parseInt(head[4]),
                read.isEmpty(),
                true,
                List.of(),
                ScanPage.Text.valueOf(head[5]),
                read);
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }

    private static String sha256(Part part) throws IOException {
        try (InputStream in = part.content().open()) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(in.readAllBytes())).substring(0, 32);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
