package org.mailroom.corpus;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailroom.Mailroom;
import org.mailroom.campaign.Campaign;
import org.mailroom.form.Descriptors;
import org.mailroom.form.FormDescriptor;
import org.mailroom.form.Recogniser;
import org.mailroom.form.ScanRecogniser;
import org.mailroom.message.Part;
import org.mailroom.reading.ReadFile;
import org.mailroom.reading.ReaderPool;
import org.mailroom.reading.ReaderProgram;
import org.mailroom.reading.ReaderSettings;
import org.mailroom.reading.Reading;
import org.mailroom.reading.ReadingLimits;
import org.mailroom.reading.ScanPage;

/**
 * Reads every file of folders as the desk does, in the reader's processes, and prints what became of each and how long it took:
 * {@code ./mvnw -Phostile verify -Dfolder=FOLDER}. Ends with 1 if the desk's side failed over a file or a file took longer
 * than it may. Explained in docs/recognition.md.
 *
 * <p>Properties: {@code hostile.pages} pages of a scan that are recognised, at most (1); {@code hostile.quiet} true prints
 * only the sums.
 */
public final class HostileRun {
    /** Twice what a reader may take, for it is asked twice, and the time to start it anew. */
    private static final Duration SLACK = Duration.ofSeconds(30);

    private final ReaderSettings settings = ReaderSettings.standard();
    private final Recogniser recogniser;
    private final ScanRecogniser scans;
    private final int pages = Integer.getInteger("hostile.pages", 1);
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final List<String> crashes = new ArrayList<>();
    private final List<String> hangs = new ArrayList<>();
    private int files;
    private long slowest;

    private HostileRun(Campaign campaign) throws IOException {
        List<FormDescriptor> forms = Descriptors.of(Descriptors.CNIPA);
        this.recogniser = new Recogniser(forms, campaign.lexicon());
        this.scans = new ScanRecogniser(forms, campaign.lexicon());
    }

    public static void main(String[] folders) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        HostileRun run = new HostileRun(new Corpus().campaign());
        Path temp = Files.createTempDirectory("hostile");
        try (ReaderPool pool = new ReaderPool(
                ReaderProgram.same(Mailroom.class.getName(), Mailroom.READER),
                run.settings,
                ReadingLimits.standard(),
                Charset.forName("GB18030"),
                temp)) {
            for (String folder : folders) {
                run.folder(Path.of(folder), pool, Boolean.getBoolean("hostile.quiet") ? null : out);
            }
        }
        boolean good = run.sum(out);
        System.exit(good ? 0 : 1);
    }

    private void folder(Path folder, ReaderPool pool, @Nullable PrintStream out) throws IOException {
        List<Path> found;
        try (Stream<Path> walk = Files.walk(folder)) {
            found = walk.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : found) {
            long start = System.nanoTime();
            String outcome = outcome(file, pool);
            long milliseconds = (System.nanoTime() - start) / 1_000_000;
            files++;
            slowest = Math.max(slowest, milliseconds);
            if (milliseconds > longest()) {
                hangs.add(file + " " + milliseconds + " ms");
            }
            if (out != null) {
                out.println(
                        String.format(Locale.ROOT, "%6d ms  %s  %s", milliseconds, folder.relativize(file), outcome));
            }
        }
    }

    private long longest() {
        return settings.part()
                .multipliedBy(2)
                .plus(settings.page().multipliedBy(2L * pages))
                .plus(SLACK)
                .toMillis();
    }

    private String outcome(Path file, ReaderPool pool) {
        try {
            Part part = new Part(
                    "2",
                    file.getFileName().toString(),
                    "application/octet-stream",
                    Files.size(file),
                    "",
                    "",
                    () -> Files.newInputStream(file));
            Map<String, Integer> here = new LinkedHashMap<>();
            for (ReadFile read : pool.read(part)) {
                here.merge(outcome(part, read, pool), 1, Integer::sum);
            }
            here.forEach((outcome, count) -> outcomes.merge(outcome, count, Integer::sum));
            return here.entrySet().stream()
                    .map(one -> one.getValue() == 1 ? one.getKey() : one.getValue() + " × " + one.getKey())
                    .collect(Collectors.joining("; "));
        } catch (IOException | RuntimeException | Error desk) {
            crashes.add(file + " " + desk);
            return "THE DESK FAILED: " + desk;
        }
    }

    private String outcome(Part part, ReadFile read, ReaderPool pool) throws IOException {
        if (read.reading() instanceof Reading.Readable readable) {
            List<String> forms = recogniser.recognise(readable.sheet()).stream()
                    .map(form -> form.document())
                    .toList();
            return forms.isEmpty() ? "not a form" : "recognised: " + String.join(", ", forms);
        }
        if (read.reading() instanceof Reading.Scan scan) {
            return paper(part, read, scan, pool);
        }
        if (read.reading() instanceof Reading.Refused refused) {
            return "finding: refused, " + refused.reason();
        }
        return "finding: for a person, " + ((Reading.Unchecked) read.reading()).type();
    }

    private String paper(Part part, ReadFile read, Reading.Scan scan, ReaderPool pool) throws IOException {
        List<ScanPage> looked = new ArrayList<>();
        int asked = 0;
        for (ScanPage page : scan.pages()) {
            boolean open = page.text() == ScanPage.Text.OPEN;
            looked.add(open && asked++ < pages ? pool.recognise(part, read.name(), page.number()) : page);
        }
        if (looked.isEmpty()) {
            return "finding: named only, " + scan.type();
        }
        List<String> forms = scans.recognise(looked).stream()
                .map(form -> form.form().document())
                .toList();
        return forms.isEmpty() ? "not a form (" + scan.type() + ")" : "recognised: " + String.join(", ", forms);
    }

    private boolean sum(PrintStream out) {
        out.println("\n| outcome | files, those in archives counted singly |\n|---|---:|");
        outcomes.forEach((outcome, count) -> out.println("| " + outcome + " | " + count + " |"));
        out.println("\n" + files + " files; slowest " + slowest + " ms, " + longest() + " ms allowed");
        out.println("crashes of the desk: " + crashes.size() + Arrays.toString(crashes.toArray()));
        out.println("hangs beyond the budget: " + hangs.size() + Arrays.toString(hangs.toArray()));
        return crashes.isEmpty() && hangs.isEmpty();
    }
}
