package org.mailroom.form;

import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.mailroom.campaign.Lexicon;

/** What a sender typed, freed of what the blank had printed there. */
final class Values {
    private static final Pattern RULED = Pattern.compile("_{2,}|^[_\\s]+|[_\\s]+$");
    private static final String PICTURE = "\uFFFC";
    private static final Pattern SHARED =
            Pattern.compile("[/\\uFF0F\\u3001,\\uFF0C;\\uFF1B\\s\\p{Z}()\\uFF08\\uFF09]+");

    private final List<Pattern> placeholders;
    private final Ticks ticks;

    Values(Lexicon lexicon) {
        this.placeholders = lexicon.patterns("form.placeholders");
        this.ticks = new Ticks(lexicon);
    }

    /**
     * The value without the lines to write on and the blanks around it; "" if only the blank's own words for seal and date
     * stand there. A picture alone stays as U+FFFC.
     */
    String clean(String raw, FieldSpec field) {
        String text = RULED.matcher(raw.replace('\uFF3F', '_')).replaceAll(" ").strip();
        String typed = text.replace(PICTURE, "").strip();
        if (typed.isEmpty()) {
            return text.contains(PICTURE) ? PICTURE : "";
        }
        if (field.type().equals("tick")) {
            return ticks.chosen(typed);
        }
        String compact = LabelText.compact(typed);
        String left = compact;
        for (Pattern placeholder : placeholders) {
            left = placeholder.matcher(left).replaceAll("");
        }
        boolean printedOnly = left.length() < compact.length()
                && left.replaceAll("[\\p{P}\\p{S}]", "").isEmpty();
        return printedOnly ? "" : typed;
    }

    /** A value that answers {@code parts} labels at once: as many pieces, or the whole for each. */
    static List<String> shared(String value, int parts) {
        List<String> pieces = SHARED.splitAsStream(value.strip())
                .filter(piece -> !piece.isEmpty())
                .toList();
        return pieces.size() == parts ? pieces : Collections.nCopies(parts, value);
    }
}
