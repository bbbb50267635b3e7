package org.mailroom.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mailroom.form.Form;

/**
 * The text of a letter.
 *
 * @param lines those that are not blank
 */
record LetterText(List<String> lines) {
    /** A line no longer than this is a heading: what it announces stands in the next. */
    private static final int HEADING = 30;
    /** The date of a letter stands among its last lines. */
    private static final int TAIL = 8;

    static LetterText of(Form form) {
        return new LetterText(
                form.text().lines().filter(line -> !line.isBlank()).toList());
    }

    /** The lines that speak of something, and those under a heading that does; joined, no sentence running into the next. */
    String about(Pattern near) {
        List<String> about = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            boolean announced = i > 0
                    && lines.get(i - 1).length() <= HEADING
                    && near.matcher(lines.get(i - 1)).find();
            if (announced || near.matcher(lines.get(i)).find()) {
                about.add(lines.get(i));
            }
        }
        return String.join(";", about);
    }

    /** The day below the letter. */
    Optional<LocalDate> dated(Dates dates) {
        return lines.subList(Math.max(0, lines.size() - TAIL), lines.size()).stream()
                .flatMap(line -> dates.parse(line).stream())
                .filter(date -> date.day() > 0)
                .map(WrittenDate::first)
                .reduce((earlier, later) -> later);
    }
}
