package org.mailroom.reading.reader;

import java.awt.Color;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mailroom.message.Part;
import org.mailroom.reading.Reading;
import org.mailroom.reading.ReadingLimits;
import org.mailroom.reading.ScanPage;

/** Prints what reading scans costs. Not a test: run its main with the memory that the reader process has. */
public final class ScanSpeed {
    public static void main(String[] arguments) throws Exception {
        String only = arguments.length == 0 ? "" : arguments[0];
        LocalReader reader = Parts.reader(ReadingLimits.standard());
        for (int dpi : new int[] {150, 200}) {
            byte[] pdf = scan(dpi, 20);
            for (int round = 0; round < 3; round++) {
                long start = System.nanoTime();
                long core = core();
                Reading reading = reader.read(Parts.part("a.pdf", pdf)).get(0).reading();
                System.out.printf(
                        Locale.ROOT,
                        "20 pages at %d dpi, %d KB: %.2f s, of it %.2f s on the core, %d seals%n",
                        dpi,
                        pdf.length / 1024,
                        (System.nanoTime() - start) / 1e9,
                        (core() - core) / 1e9,
                        ((Reading.Scan) reading)
                                .pages().stream()
                                        .mapToInt(page -> page.seals().size())
                                        .sum());
            }
        }
        Part part = Parts.part("a.pdf", scan(200, 2));
        for (int round = 0; round < 3 && !only.equals("fast"); round++) {
            long start = System.nanoTime();
            long core = core();
            ScanPage page = reader.recognise(part, "a.pdf", 1);
            System.out.printf(
                    Locale.ROOT,
                    "recognised %d lines, turned %d: %.2f s, of it %.2f s on the core%n",
                    page.lines().size(),
                    page.turned(),
                    (System.nanoTime() - start) / 1e9,
                    (core() - core) / 1e9);
            if (round == 0) {
                page.lines().forEach(line -> System.out.println("  " + line));
            }
        }
        Optional<String> peak = Files.isReadable(Path.of("/proc/self/status"))
                ? Files.readAllLines(Path.of("/proc/self/status")).stream()
                        .filter(line -> line.startsWith("VmHWM"))
                        .findFirst()
                : Optional.empty();
        System.out.println(peak.orElse("peak memory unknown here"));
    }

    private static long core() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    static byte[] scan(int dpi, int pages) {
        List<byte[]> jpegs = new ArrayList<>();
        for (int page = 0; page < pages; page++) {
            jpegs.add(Papers.a4(dpi)
                    .form("推荐对象初审表", "张三")
                    .seal(150, 230, 42, new Color(205, 40, 45, 200))
                    .noisy(5, 0.8, page));
        }
        return Papers.pdf(jpegs);
    }

    private ScanSpeed() {}
}
