package org.mailroom.reading.reader;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailroom.message.Part;
import org.mailroom.reading.PageReader;
import org.mailroom.reading.PartReader;
import org.mailroom.reading.ReadFile;
import org.mailroom.reading.ReadingLimits;
import org.mailroom.reading.ScanPage;
import org.mailroom.testing.NativeFault;

/** The reader's process as it is, but for what some names make it do. */
public final class TroubledReader implements PartReader, PageReader {
    /** In the name of a file: what becomes of the process over it. */
    public static final String HANGS = "hangs";

    public static final String FAULTS = "faults";
    public static final String HEAP = "heap";
    public static final String NATIVE_MEMORY = "native memory";
    public static final String KEEPS_MEMORY = "keeps memory";
    public static final String BREAKS = "breaks";
    public static final String SPEAKS = "speaks";
    public static final String TELLS = "tells";
    public static final String WAITS_ONCE = "waits once";

    /** Megabytes: of 500 that the test allows, less than ends it at once and more than it may keep. */
    private static final int KEPT = 460;

    private final LocalReader reader;
    private final Path marks;

    private TroubledReader(LocalReader reader, Path marks) {
        this.reader = reader;
        this.marks = marks;
    }

    /** @param arguments a folder that outlives the process */
    public static void main(String[] arguments) {
        ReaderMain.run((ReadingLimits limits, Path temp, Charset oldNames) -> {
            TroubledReader troubled =
                    new TroubledReader(new LocalReader(limits, temp, oldNames), Path.of(arguments[0]));
            return new ReaderMain.Hands(troubled, troubled);
        });
    }

    @Override
    public List<ReadFile> read(Part part) throws IOException {
        trouble(part.fileName());
        List<ReadFile> files = reader.read(part);
        if (part.fileName().contains(TELLS)) {
            Files.writeString(
                    marks.resolve("pid"), Long.toString(ProcessHandle.current().pid()));
            Files.writeString(
                    marks.resolve("environment"),
                    String.join("\n", System.getenv().keySet()));
            Files.writeString(marks.resolve("temp"), System.getProperty("java.io.tmpdir"));
            Files.writeString(Path.of("lies here"), "in the working directory");
            Files.writeString(Files.createTempFile("lies", "here"), "in the temporary folder");
        }
        return files;
    }

    @Override
    public ScanPage recognise(Part part, String name, int page) throws IOException {
        trouble(name);
        return reader.recognise(part, name, page);
    }

    @Override
    public Optional<byte[]> picture(Part part, String name, int page, int width) throws IOException {
        trouble(name);
        return Optional.of((name + " " + page + " " + width).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private void trouble(String name) throws IOException {
        if (name.contains(HANGS) || name.contains(WAITS_ONCE) && firstTime()) {
            forever();
        } else if (name.contains(FAULTS)) {
            NativeFault.now();
        } else if (name.contains(HEAP)) {
            List<byte[]> all = new ArrayList<>();
            while (all.add(new byte[1024 * 1024])) {
                // until there is no more
            }
        } else if (name.contains(NATIVE_MEMORY)) {
            NativeFault.takeMemory();
            forever();
        } else if (name.contains(KEEPS_MEMORY)) {
            while (residentMegabytes() < KEPT) {
                NativeFault.takeMemory(5);
            }
        } else if (name.contains(BREAKS)) {
            throw new IllegalStateException("quotes 张三 430102199001010057");
        } else if (name.contains(SPEAKS)) {
            System.out.println("0000000000000000000000000000000000000000 {\"fault\":\"\"}");
            System.err.println("a library complains");
        }
    }

    private static int residentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToInt(line -> Integer.parseInt(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    private boolean firstTime() throws IOException {
        Path mark = marks.resolve("waiting");
        if (Files.exists(mark)) {
            return false;
        }
        Files.writeString(mark, Long.toString(ProcessHandle.current().pid()));
        return true;
    }

    @SuppressWarnings("InfiniteLoopStatement")
    private static void forever() {
        while (true) {
            Thread.onSpinWait();
        }
    }
}
