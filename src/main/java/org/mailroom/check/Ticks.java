package org.mailroom.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailroom.campaign.Lexicon;

/** A choice among printed words by a tick, ☑先进集体　□先进个人, or by typing the word instead. */
final class Ticks {
    private final Pattern boxes;
    private final Pattern marked;

    Ticks(Lexicon lexicon) {
        String mark = Alternatives.of(lexicon.words("value.tick.marked"));
        this.marked = Pattern.compile(mark);
        this.boxes = Pattern.compile(mark + "|" + Alternatives.of(lexicon.words("value.tick.empty")));
    }

    /** Whether the choice was left as the blank prints it. */
    boolean unfilled(String text) {
        String plain = Plain.compact(text);
        return boxes.matcher(plain).find() && !marked.matcher(plain).find();
    }

    /** Exactly one box marked, or a word without boxes. */
    boolean valid(String text) {
        return chosen(text).size() == 1;
    }

    /** The words chosen; a box stands before its word, or behind it where the text begins with a word. */
    List<String> chosen(String text) {
        String plain = Plain.compact(text);
        Matcher box = boxes.matcher(plain);
        List<Integer> borders = new ArrayList<>();
        List<String> words = new ArrayList<>();
        List<Boolean> marks = new ArrayList<>();
        while (box.find()) {
            borders.add(box.start());
            borders.add(box.end());
            marks.add(marked.matcher(box.group()).matches());
        }
        if (marks.isEmpty()) {
            return plain.isEmpty() ? List.of() : List.of(plain);
        }
        borders.add(plain.length());
        boolean behind = borders.get(0) > 0;
        for (int i = 0; i < marks.size(); i++) {
            if (marks.get(i)) {
                int from = behind ? (i == 0 ? 0 : borders.get(2 * i - 1)) : borders.get(2 * i + 1);
                words.add(plain.substring(from, behind ? borders.get(2 * i) : borders.get(2 * i + 2)));
            }
        }
        return words;
    }
}
