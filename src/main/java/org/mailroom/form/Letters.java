package org.mailroom.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mailroom.campaign.Lexicon;

/**
 * Recognises letters and reports, which have no cells of their own: by a title among the first lines, before anyone is
 * addressed, or behind a covering letter.
 */
final class Letters {
    private static final int FIRST = 10;
    /** Lines from the beginning of a title to the addressee, at most. */
    private static final int TITLE = 4;

    private final List<FormDescriptor> letters;
    private final Titles titles;
    private final List<Pattern> noTitles;

    Letters(List<FormDescriptor> letters, Titles titles, Lexicon lexicon) {
        this.letters = letters;
        this.titles = titles;
        this.noTitles = lexicon.patterns("form.no-letter-title");
    }

    /** @param passage the sheet up to the first form in it */
    Optional<Form> recognise(Passage passage) {
        List<Passage.Piece> lines = lines(passage);
        int head = 0;
        while (head < Math.min(FIRST, lines.size()) && !addressee(lines.get(head))) {
            head++;
        }
        for (int at = 0; at < lines.size(); at++) {
            Optional<FormDescriptor> begun = titles.opening(lines, at)
                    .flatMap(opening -> letters.stream().filter(opening::begins).findFirst());
            if (begun.isPresent() && !excluded(lines.get(at)) && (at < head || addressed(lines, at + 1))) {
                return Optional.of(letter(begun.get(), lines.subList(at < head ? 0 : at, lines.size())));
            }
        }
        return Optional.empty();
    }

    /** Paragraphs, and the lines of cells that have a row to themselves, for some draw a frame around the whole letter. */
    private static List<Passage.Piece> lines(Passage passage) {
        List<Passage.Piece> lines = new ArrayList<>();
        for (Passage.Piece line : passage.lines()) {
            boolean framed = line instanceof Passage.Rows rows
                    && rows.grid().starting(rows.grid().firstRow()).size() == 1;
            if (framed) {
                Passage.text(line)
                        .lines()
                        .filter(text -> !text.isBlank())
                        .map(Passage.Text::new)
                        .forEach(lines::add);
            } else {
                lines.add(line);
            }
        }
        return lines;
    }

    /** Behind a covering letter only a title under which someone is addressed again is one, not an item of its enclosures. */
    private static boolean addressed(List<Passage.Piece> lines, int from) {
        return lines.subList(from, Math.min(lines.size(), from + TITLE)).stream()
                .anyMatch(Letters::addressee);
    }

    private static boolean addressee(Passage.Piece line) {
        return line instanceof Passage.Text text
                && LabelText.compact(text.text()).endsWith(":");
    }

    private boolean excluded(Passage.Piece line) {
        String text = LabelText.compact(Passage.text(line));
        return noTitles.stream().anyMatch(pattern -> pattern.matcher(text).find());
    }

    private static Form letter(FormDescriptor letter, List<Passage.Piece> lines) {
        return new Form(
                letter.document(),
                1,
                letter.category(),
                Optional.empty(),
                Map.of(),
                List.of(),
                List.of(),
                lines.stream()
                        .map(Passage::text)
                        .collect(Collectors.joining("\n"))
                        .replace("\uFFFC", ""));
    }
}
