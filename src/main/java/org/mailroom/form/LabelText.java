package org.mailroom.form;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mailroom.campaign.Lexicon;

/**
 * Text as labels and titles are compared: NFKC, without blanks, colons, brackets and asterisks; labels also without regard to
 * case and with the lexicon's folds ({@code form.folds}: "written=compared as").
 */
final class LabelText {
    private static final String BLANKS = "[\\s\\p{Z}\\p{Cf}\\uFFFC]+";
    private static final String MARKS = "[:()*]+";
    /** A remark in brackets, which senders reword freely: "(at most 300)". */
    private static final String REMARK = "\\([^()]*\\)";

    private final List<String[]> folds = new ArrayList<>();

    LabelText(Lexicon lexicon) {
        for (String fold : lexicon.words("form.folds")) {
            int equals = fold.indexOf('=');
            folds.add(new String[] {fold.substring(0, Math.max(0, equals)), fold.substring(equals + 1)});
        }
    }

    /** NFKC without blanks; colons and brackets stay. */
    static String compact(String raw) {
        return Normalizer.normalize(raw, Normalizer.Form.NFKC).replaceAll(BLANKS, "");
    }

    static String title(String raw) {
        return compact(raw).replaceAll(MARKS, "");
    }

    String label(String raw) {
        return fold(title(raw));
    }

    /** The label without remarks in brackets; "" if nothing else is there. */
    String bare(String raw) {
        return fold(compact(raw).replaceAll(REMARK, "").replaceAll(MARKS, ""));
    }

    /** As {@link #compact}, folded: for labels that stand within a line. */
    String inline(String raw) {
        return fold(compact(raw));
    }

    String fold(String text) {
        String folded = text.toLowerCase(Locale.ROOT);
        for (String[] fold : folds) {
            folded = folded.replace(fold[0], fold[1]);
        }
        return folded;
    }
}
