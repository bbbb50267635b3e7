package org.mailroom.check;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Typed text without what typing adds: full-width letters, blanks, invisible characters. */
final class Plain {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cf}]+");

    private Plain() {}

    /** NFKC; line feeds and blanks stay. */
    static String wide(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /** NFKC without any blank or invisible character. */
    static String compact(String text) {
        return BLANKS.matcher(wide(text)).replaceAll("");
    }

    /** NFKC, blanks of any width collapsed to one. */
    static String spaced(String text) {
        return BLANKS.matcher(wide(text)).replaceAll(" ").strip();
    }
}
