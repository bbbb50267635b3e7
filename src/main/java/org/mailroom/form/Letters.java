package org.mailroom.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mailroom.campaign.Lexicon;

/** Recognises letters and reports, which have no cells: by a title among the first lines, before anyone is addressed. */
final class Letters {
    private static final int FIRST = 10;

    private final List<FormDescriptor> letters;
    private final Titles titles;
    private final List<Pattern> noTitles;

    Letters(List<FormDescriptor> letters, Titles titles, Lexicon lexicon) {
        this.letters = letters;
        this.titles = titles;
        this.noTitles = lexicon.words("form.no-letter-title").stream()
                .map(Pattern::compile)
                .toList();
    }

    /** @param passage the sheet up to the first form in it */
    Optional<Form> recognise(Passage passage) {
        List<Passage.Piece> lines = new ArrayList<>();
        for (Passage.Piece piece : passage.pieces()) {
            if (!(piece instanceof Passage.Text text) || lines.size() == FIRST || addressee(text)) {
                break;
            }
            lines.add(piece);
        }
        for (int at = 0; at < lines.size(); at++) {
            for (FormDescriptor letter : letters) {
                if (!excluded(lines.get(at)) && titles.begins(letter, lines, at)) {
                    return Optional.of(letter(letter, passage));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean addressee(Passage.Text line) {
        return LabelText.compact(line.text()).endsWith(":");
    }

    private boolean excluded(Passage.Piece line) {
        String text = LabelText.compact(Passage.text(line));
        return noTitles.stream().anyMatch(pattern -> pattern.matcher(text).find());
    }

    private static Form letter(FormDescriptor letter, Passage passage) {
        return new Form(
                letter.document(),
                1,
                letter.category(),
                Optional.empty(),
                Map.of(),
                List.of(),
                List.of(),
                passage.everything().replace("\uFFFC", ""));
    }
}
