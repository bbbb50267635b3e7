package org.mailroom.check;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.mailroom.campaign.Lexicon;

/**
 * Whole numbers as people write them, V-INT: Arabic, full width, in the numerals of the campaign's language, with a suffix
 * such as 人 or 年.
 *
 * @param digits the characters for 0 to 9, one string a digit; empty where the language has none of its own
 * @param powers the characters for 10, 100 and 1000
 * @param suffixes words that may follow a number
 */
record Numbers(List<String> digits, List<String> powers, List<String> suffixes) {
    private static final int MOST_DIGITS = 9;
    private static final Pattern AROUND = Pattern.compile("^\\p{P}+|\\p{P}+$");

    static Numbers of(Lexicon lexicon) {
        return new Numbers(
                lexicon.words("value.numerals.digits"),
                lexicon.words("value.numerals.powers"),
                lexicon.words("value.number.suffixes"));
    }

    /** The characters a number may be made of, as a regular expression for one of them. */
    String character() {
        return "[0-9" + String.join("", digits) + String.join("", powers) + "]";
    }

    /** A whole text that is a number, with a suffix or without. */
    OptionalInt parse(String text) {
        String plain = Plain.compact(text);
        for (String suffix : suffixes) {
            if (plain.endsWith(suffix)) {
                return value(plain.substring(0, plain.length() - suffix.length()));
            }
        }
        return value(plain);
    }

    /** The number of a list entry: 1, 1., 01, 一, （一）, ①. */
    OptionalInt serial(String text) {
        return value(AROUND.matcher(Plain.compact(text)).replaceAll(""));
    }

    /** @param token plain text, digits and numerals only; anything else is no number */
    OptionalInt value(String token) {
        if (token.isEmpty() || token.length() > MOST_DIGITS) {
            return OptionalInt.empty();
        }
        int total = 0;
        int current = -1;
        for (int i = 0; i < token.length(); i++) {
            int digit = digit(token.charAt(i));
            int power = power(token.charAt(i));
            if (digit >= 0) {
                current = Math.max(current, 0) * 10 + digit;
            } else if (power > 0) {
                total += (current < 0 ? 1 : current) * power;
                current = -1;
            } else {
                return OptionalInt.empty();
            }
        }
        return OptionalInt.of(total + Math.max(current, 0));
    }

    private int digit(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        for (int value = 0; value < digits.size(); value++) {
            if (digits.get(value).indexOf(c) >= 0) {
                return value;
            }
        }
        return -1;
    }

    private int power(char c) {
        int value = 1;
        for (String power : powers) {
            value *= 10;
            if (power.indexOf(c) >= 0) {
                return value;
            }
        }
        return 0;
    }
}
