package org.mailroom.reading;

import java.awt.Color;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mailroom.Mailroom;
import org.mailroom.message.Part;
import org.mailroom.reading.reader.Papers;
import org.mailroom.reading.reader.Parts;
import org.mailroom.testing.TestClassPath;

/** Prints what a reader's process takes while it recognises a dense scan of 20 pages. Not a test: docs/recognition.md. */
public final class ReaderMemory {
    private static final int PAGES = 20;

    private ReaderMemory() {}

    public static void main(String[] arguments) throws Exception {
        Part part = Parts.part("a.pdf", dense());
        Path folder = Files.createTempDirectory("reader-memory");
        ReaderSettings settings = new ReaderSettings(1, Duration.ofMinutes(2), Duration.ofMinutes(2), true, 512, 4096);
        try (ReaderPool pool = new ReaderPool(
                TestClassPath.reader(Mailroom.class, Mailroom.READER),
                settings,
                ReadingLimits.standard(),
                Charset.forName("GB18030"),
                folder)) {
            pool.read(part);
            print(pool, "looked at " + PAGES + " pages");
            for (int page = 1; page <= PAGES; page++) {
                int lines = pool.recognise(part, "a.pdf", page).lines().size();
                print(pool, "page " + page + ", " + lines + " lines");
            }
        }
    }

    private static void print(ReaderPool pool, String what) throws Exception {
        StringBuilder line = new StringBuilder();
        for (long process : pool.processes()) {
            for (String said : Files.readAllLines(Path.of("/proc", Long.toString(process), "status"))) {
                if (said.startsWith("VmHWM") || said.startsWith("VmRSS")) {
                    line.append(String.format(Locale.ROOT, "%s MB  ", said.replaceAll("\\s+|...\\s*kB", " ")));
                }
            }
        }
        System.out.println(line + what);
    }

    /** A4 at 200 dpi, some fifty lines on each page. */
    private static byte[] dense() {
        List<byte[]> pages = new ArrayList<>();
        for (int page = 0; page < PAGES; page++) {
            Papers paper = Papers.a4(200);
            for (int row = 0; row < 48; row++) {
                paper.text(
                        20, 20 + row * 5.4, 10.5, "该同志长期从事知识产权保护工作，坚持原则，公正廉洁，成绩突出，深受群众好评，第" + (page * 48 + row) + "行。");
            }
            pages.add(paper.seal(150, 250, 42, new Color(205, 40, 45, 200)).noisy(5, 0.8, page));
        }
        return Papers.pdf(pages);
    }
}
