package org.mailroom.check;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whether a text read from a picture can be the text that was typed. Recognition takes one character for another; the share of
 * characters in which two texts may differ is the rule's.
 *
 * @param tolerance from 0 to 1; a text of three characters or more may always differ in one
 */
public record Likeness(double tolerance) {
    private static final int SHORT = 3;
    private static final Pattern MARKS = Pattern.compile("[\\p{P}\\p{S}\\s\\p{Cf}]");
    /** Letters that look like digits. */
    private static final String LETTERS = "OIL";

    private static final String DIGITS = "011";

    /** NFKC, no blanks, no marks, capitals. */
    public static String plain(String text) {
        return MARKS.matcher(Plain.compact(text)).replaceAll("").toUpperCase(Locale.ROOT);
    }

    public boolean alike(String one, String other) {
        String a = folded(one);
        String b = folded(other);
        return distance(a, b) <= allowed(Math.max(a.length(), b.length()));
    }

    /** Whether something like {@code part} stands in {@code whole}. */
    boolean contains(String whole, String part) {
        String text = folded(whole);
        String wanted = folded(part);
        if (text.contains(wanted)) {
            return true;
        }
        int length = wanted.length();
        for (int i = 0; i + length <= text.length(); i++) {
            if (distance(text.substring(i, i + length), wanted) <= allowed(length)) {
                return true;
            }
        }
        return false;
    }

    private int allowed(int length) {
        return length < SHORT || tolerance == 0 ? 0 : Math.max(1, (int) (length * tolerance));
    }

    private static String folded(String text) {
        String plain = plain(text);
        for (int i = 0; i < LETTERS.length(); i++) {
            plain = plain.replace(LETTERS.charAt(i), DIGITS.charAt(i));
        }
        return plain;
    }

    /** Levenshtein's distance. */
    static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(before[j], row[j - 1]) + 1);
            }
            before = row;
        }
        return before[other.length()];
    }
}
