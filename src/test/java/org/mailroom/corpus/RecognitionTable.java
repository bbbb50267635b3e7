package org.mailroom.corpus;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.mailroom.form.Descriptors;
import org.mailroom.form.FormDescriptor;
import org.mailroom.reading.ReadingLimits;
import org.mailroom.reading.reader.LocalReader;

/**
 * Prints how well forms are recognised: {@code ./mvnw -Precognition verify}. Explained in docs/recognition.md.
 *
 * <p>Properties: {@code recognition.sets} tuned, held-out or both; {@code recognition.parts} of layouts, faults, formats,
 * ordinary, saved, scans, paper-faults; {@code recognition.seeds} how many seeds of each; {@code recognition.misses} true prints every miss.
 */
public final class RecognitionTable {
    private static final Charset OLD_NAMES = Charset.forName("GB18030");

    private final Corpus corpus = new Corpus();
    private final Reader reader;
    private final PrintStream out;
    private final boolean misses;

    private RecognitionTable(PrintStream out, boolean misses) throws IOException {
        this.out = out;
        this.misses = misses;
        LocalReader local = new LocalReader(ReadingLimits.standard(), Path.of("target", "reading"), OLD_NAMES);
        List<FormDescriptor> forms = Descriptors.of(Descriptors.CNIPA);
        this.reader = new Reader(
                corpus.campaign(), forms, local, Optional.of(new KeptPages(local, Path.of("target", "recognition"))));
    }

    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<String> sets = words("recognition.sets", "tuned,held-out");
        List<String> parts = words("recognition.parts", "layouts,faults,ordinary,formats,saved,scans,paper-faults");
        int seeds = Integer.getInteger("recognition.seeds", 5);
        RecognitionTable table = new RecognitionTable(out, Boolean.getBoolean("recognition.misses"));
        for (String set : sets) {
            table.print(set, parts, seeds);
        }
    }

    private static List<String> words(String property, String standard) {
        return Arrays.asList(System.getProperty(property, standard).split(","));
    }

    private void print(String set, List<String> parts, int seeds) throws Exception {
        boolean held = set.equals("held-out");
        long first = held ? Corpus.HELD_OUT_SEEDS : 1;
        out.println("\n" + set + ", " + seeds + " seeds from " + first);
        if (parts.contains("layouts")) {
            List<CorpusCase> cases = new ArrayList<>(held ? List.of() : corpus.layouts());
            for (long seed = first; seed < first + seeds; seed++) {
                cases.addAll(corpus.blanks(seed));
                cases.addAll(corpus.drawn(seed));
            }
            table("layout", cases, CorpusCase::kind);
        }
        if (parts.contains("faults")) {
            table("fault", faults(first, seeds, held), CorpusCase::kind);
        }
        if (parts.contains("ordinary")) {
            List<CorpusCase> ordinary = corpus.ordinary(50 * seeds, held ? 1 : 2);
            List<CorpusCase> cases = new ArrayList<>(ordinary);
            // Pages are told by other means than documents; a text layer stands for OCR that makes no mistakes.
            cases.addAll(new Formats(List.of("pdf")).saved(ordinary.subList(0, ordinary.size() / 2)));
            table("no form of ours", cases, made -> made.kind().replaceAll("-\\d+$", "") + ", " + made.format());
        }
        if (parts.contains("formats")) {
            List<CorpusCase> docx = new ArrayList<>();
            for (long seed = first; seed < first + Math.min(2, seeds); seed++) {
                docx.addAll(corpus.blanks(seed));
                docx.addAll(corpus.drawn(seed));
            }
            table("format", new Formats().cases(docx), CorpusCase::format);
        }
        if (parts.contains("saved")) {
            List<CorpusCase> cases = new ArrayList<>();
            for (long seed = first; seed < first + seeds; seed++) {
                cases.addAll(corpus.saved(seed));
            }
            table("saved as", cases, CorpusCase::kind);
        }
        if (parts.contains("scans")) {
            List<CorpusCase> cases = new ArrayList<>();
            List<CorpusCase> drawn = new ArrayList<>();
            Placed placed = Placed.NONE;
            for (long seed = first; seed < first + seeds; seed++) {
                cases.addAll(corpus.scans(seed, false));
                cases.addAll(corpus.scans(seed, true));
                List<CorpusCase> papers = corpus.papers(corpus.drawn(seed), seed);
                placed = placed.and(Placed.of(reader, papers, corpus.sample(seed)));
                drawn.addAll(papers);
            }
            table("paper", cases, CorpusCase::format);
            seals(cases);
            table("layout, on paper", drawn, CorpusCase::format);
            out.println("\nnominees known: of " + placed.forms() + " forms about somebody " + placed.right()
                    + " given to the right one, " + placed.wrong() + " to a wrong one");
            List<CorpusCase> ordinary = corpus.ordinary(10 * seeds, held ? 1 : 2);
            table("no form of ours, on paper", corpus.papers(ordinary, held ? 1 : 2), CorpusCase::format);
        }
        if (parts.contains("paper-faults")) {
            List<CorpusCase> cases = new ArrayList<>();
            for (long seed = first; seed < first + seeds; seed++) {
                cases.addAll(corpus.paperFaults(seed));
            }
            table("paper fault", cases, CorpusCase::kind);
        }
    }

    private List<CorpusCase> faults(long first, int seeds, boolean held) {
        List<CorpusCase> cases = new ArrayList<>();
        for (long seed = first; seed < first + seeds; seed++) {
            corpus.faults(seed).stream().filter(made -> held || !made.heldOut()).forEach(cases::add);
        }
        return cases;
    }

    private void table(String heading, List<CorpusCase> cases, Function<CorpusCase, String> row) throws IOException {
        Map<String, Score> rows = new LinkedHashMap<>();
        Score all = Score.NONE;
        for (CorpusCase made : cases) {
            Score score = Score.of(made, reader.forms(made));
            rows.merge(row.apply(made), score, Score::and);
            all = all.and(score);
        }
        rows.put("all", all);
        out.println("\n| " + heading
                + " | files | forms | kind right | nominee right | fields exact | files with a false form |");
        out.println("|---|---:|---:|---:|---:|---:|---:|");
        rows.forEach((name, score) -> out.println("| " + name + " | " + score.files() + " | " + score.forms() + " | "
                + share(score.kinds(), score.forms()) + " | " + share(score.nominees(), score.named()) + " | "
                + share(score.exact(), score.fields()) + " | " + share(score.falseForms(), score.files()) + " |"));
        if (misses) {
            all.missed().forEach(out::println);
        }
    }

    /** Every one of these is sealed once, on its last page. */
    private void seals(List<CorpusCase> cases) throws IOException {
        int seen = 0;
        int elsewhere = 0;
        int bare = 0;
        for (CorpusCase made : cases) {
            List<Integer> pages = reader.seals(made);
            int last = pages.size() - 1;
            seen += pages.get(last) == 1 ? 1 : 0;
            elsewhere += (int)
                    pages.subList(0, last).stream().filter(seals -> seals > 0).count();
            bare += last;
        }
        out.println("\nseals: one seen on " + seen + " of " + cases.size() + " sealed pages, some on " + elsewhere
                + " of " + bare + " pages without");
    }

    /** In percent, rounded down so that 100 means all; "-" of nothing. */
    private static String share(int part, int whole) {
        return whole == 0 ? "-" : String.format(Locale.ROOT, "%.1f %%", Math.floor(part * 1000.0 / whole) / 10);
    }
}
