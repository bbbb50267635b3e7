package org.mailroom.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailroom.campaign.Lexicon;
import org.mailroom.reading.Sheet.Cell;

/** Lines that are the title of a form; a title may be broken over up to three lines. */
final class Titles {
    private static final int LINES = 3;
    private static final int LONGEST = 60;
    /** With blanks between the characters, and some to spare. */
    private static final int LONGEST_RAW = 600;

    private static final int SHORTEST = 4;
    private static final int ALIKE = 80;
    private static final Pattern SENTENCE = Pattern.compile("[,;.\uFF0C\uFF1B\u3002]");

    private final List<String> endings;

    Titles(Lexicon lexicon) {
        this.endings = lexicon.words("form.title-endings");
    }

    /**
     * What a title that begins at a line may be, each text as {@link LabelText#title}.
     *
     * @param first the line, whole and each line of a cell alone
     * @param longer the line with one and with two that follow
     * @param later the lines that follow without it, as many as in {@code longer}
     */
    record Opening(List<String> first, List<String> longer, List<String> later) {
        /** Whether the title of {@code form} begins here, and not only at a later line. */
        boolean begins(FormDescriptor form) {
            if (first.stream().anyMatch(title -> matches(form, title))) {
                return true;
            }
            for (int i = 0; i < longer.size(); i++) {
                if (matches(form, later.get(i))) {
                    return false;
                }
                if (matches(form, longer.get(i))) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Empty if no title can begin at line {@code at}. */
    Optional<Opening> opening(List<Passage.Piece> lines, int at) {
        return single(lines.get(at)).map(first -> {
            List<String> alone = new ArrayList<>(List.of(folded(first)));
            if (first.indexOf('\n') >= 0) {
                Stream.of(first.split("\n")).map(Titles::folded).forEach(alone::add);
            }
            List<String> longer = new ArrayList<>();
            List<String> later = new ArrayList<>();
            StringBuilder after = new StringBuilder();
            for (int i = at + 1; i < Math.min(lines.size(), at + LINES); i++) {
                if (!(lines.get(i) instanceof Passage.Text text)) {
                    break;
                }
                after.append(text.text());
                later.add(folded(after.toString()));
                longer.add(folded(first + after));
            }
            return new Opening(alone, longer, later);
        });
    }

    /** Of a text that is too long for a title in any case only the beginning. */
    private static String folded(String raw) {
        return LabelText.title(raw.length() > LONGEST_RAW ? raw.substring(0, LONGEST_RAW) : raw);
    }

    /** A line's text, if the line is a paragraph or a row with nothing but one cell, as in a sheet of a workbook. */
    private static Optional<String> single(Passage.Piece line) {
        if (line instanceof Passage.Text text) {
            return Optional.of(text.text());
        }
        List<Cell> cells = ((Passage.Rows) line)
                .grid()
                .starting(((Passage.Rows) line).grid().firstRow());
        List<String> texts =
                cells.stream().map(Cell::text).filter(text -> !text.isBlank()).toList();
        return texts.size() == 1 ? Optional.of(texts.get(0)) : Optional.empty();
    }

    private static boolean matches(FormDescriptor form, String title) {
        return !title.isEmpty()
                && title.length() <= LONGEST
                && form.titles().stream()
                        .anyMatch(pattern -> pattern.matcher(title).find());
    }

    /** Titles in the passage that end as a form's title does, as they stand. */
    List<String> strange(Passage passage) {
        return passage.lines().stream()
                .flatMap(line -> single(line).stream())
                .flatMap(text -> Stream.of(text.split("\n")))
                .filter(this::title)
                .map(LabelText::title)
                .toList();
    }

    /** Whether the line ends as the title of a form does, whosever it is. */
    boolean title(String raw) {
        String line = LabelText.title(raw);
        return !SENTENCE.matcher(raw).find()
                && line.length() >= SHORTEST
                && line.length() <= LONGEST
                && endings.stream().anyMatch(line::endsWith);
    }

    /** Whether the text may be an altered form of the title: at least 80 % of its characters, in their order. */
    static boolean resembles(String title, String line) {
        return resemblance(title, line) >= ALIKE;
    }

    /** Share of the title's characters that stand in the line in their order, in percent. */
    static int resemblance(String title, String line) {
        String wanted = LabelText.title(title);
        int[] common = new int[line.length() + 1];
        for (int i = 1; i <= wanted.length(); i++) {
            int diagonal = 0;
            for (int k = 1; k <= line.length(); k++) {
                int above = common[k];
                common[k] = wanted.charAt(i - 1) == line.charAt(k - 1) ? diagonal + 1 : Math.max(above, common[k - 1]);
                diagonal = above;
            }
        }
        return common[line.length()] * 100 / Math.max(1, wanted.length());
    }
}
