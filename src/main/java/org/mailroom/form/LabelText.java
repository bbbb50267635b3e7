package org.mailroom.form;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.mailroom.campaign.Lexicon;

/**
 * Text as labels and titles are compared: NFKC, without blanks, colons, brackets and asterisks; labels also without regard to
 * case and with the lexicon's folds ({@code form.folds}: "written=compared as").
 */
final class LabelText {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cf}\\uFFFC]+");
    private static final Pattern MARKS = Pattern.compile("[:()*]+");
    /** A remark in brackets, which senders reword freely: "(at most 300)". */
    private static final Pattern REMARK = Pattern.compile("\\([^()]*\\)");

    private final List<String[]> folds = new ArrayList<>();

    LabelText(Lexicon lexicon) {
        for (String fold : lexicon.words("form.folds")) {
            int equals = fold.indexOf('=');
            folds.add(new String[] {fold.substring(0, Math.max(0, equals)), fold.substring(equals + 1)});
        }
    }

    /** NFKC without blanks; colons and brackets stay. */
    static String compact(String raw) {
        return without(BLANKS, Normalizer.normalize(raw, Normalizer.Form.NFKC));
    }

    static String title(String raw) {
        return without(MARKS, compact(raw));
    }

    String label(String raw) {
        return fold(title(raw));
    }

    /** The label without remarks in brackets; "" if nothing else is there. */
    String bare(String raw) {
        return fold(without(MARKS, without(REMARK, compact(raw))));
    }

    /** As {@link #compact}, folded: for labels that stand within a line. */
    String inline(String raw) {
        return fold(compact(raw));
    }

    /** One character as {@link #inline}. */
    String inline(char letter) {
        boolean plain =
                letter >= 'a' && letter <= 'z' || letter >= '0' && letter <= '9' || Character.isIdeographic(letter);
        String compact = plain ? String.valueOf(letter) : compact(String.valueOf(letter));
        return compact.isEmpty() ? "" : fold(compact);
    }

    private static String without(Pattern pattern, String text) {
        return pattern.matcher(text).replaceAll("");
    }

    String fold(String text) {
        String folded = text.toLowerCase(Locale.ROOT);
        for (String[] fold : folds) {
            folded = folded.replace(fold[0], fold[1]);
        }
        return folded;
    }
}
