package org.mailroom.corpus;

import static java.util.stream.Collectors.joining;

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
import org.mailroom.reading.ScanPage.Seal;

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
                + "\t" + page.text() + "\t" + page.colour());
        List<Seal> seals = page.seals();
        lines.add(seals.stream()
                .map(seal -> place(seal.box()) + "\t" + seal.millimetres())
                .collect(joining("\t")));
        for (Line line : page.lines()) {
            String text = line.text().replace('\t', ' ').replace('\n', ' ');
            lines.add(place(line.box()) + "\t" + line.confidence() + "\t" + text);
        }
        return lines;
    }

    private static String place(Box box) {
        return box.left() + "\t" + box.top() + "\t" + box.width() + "\t" + box.height();
    }

    private static ScanPage read(List<String> lines) {
        String[] head = lines.get(0).split("\t");
        List<Line> read = new ArrayList<>();
        for (String line : lines.subList(2, lines.size())) {
            String[] parts = line.split("\t", 6);
            read.add(new Line(parts[5], box(parts, 0), number(parts[4])));
        }
        return new ScanPage(
                Integer.parseInt(head[0]),
                Integer.parseInt(head[1]),
                Integer.parseInt(head[2]),
                Integer.parseInt(head[3]),
                Integer.parseInt(head[4]),
                read.isEmpty(),
                Boolean.parseBoolean(head[6]),
                seals(lines.get(1)),
                ScanPage.Text.valueOf(head[5]),
                read);
    }

    private static List<Seal> seals(String line) {
        String[] parts = line.isEmpty() ? new String[0] : line.split("\t");
        List<Seal> seals = new ArrayList<>();
        for (int at = 0; at < parts.length; at += 5) {
            seals.add(new Seal(box(parts, at), number(parts[at + 4])));
        }
        return seals;
    }

    private static Box box(String[] parts, int at) {
        return new Box(number(parts[at]), number(parts[at + 1]), number(parts[at + 2]), number(parts[at + 3]));
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
