package org.mailroom.desk;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailroom.campaign.Campaign;

/**
 * Stars out numbers of persons and mail addresses, for every role (P9). Which numbers they are, the campaign's lexicon says:
 * {@code identity-numbers} and {@code personal-phones}.
 */
final class Masking {
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9._%+'-]+@([A-Za-z0-9][A-Za-z0-9.-]*)");
    private static final char FULL_WIDTH = '\uFEE0';

    private final List<Pattern> numbers;

    Masking(Campaign campaign) {
        numbers = Stream.of("identity-numbers", "personal-phones")
                .flatMap(key -> campaign.lexicon().words(key).stream())
                .map(Pattern::compile)
                .toList();
    }

    /** The text with each such number shortened to its first and last characters, for example 430102********005X. */
    String numbers(String text) {
        String masked = text;
        for (Pattern pattern : numbers) {
            masked = masked(pattern, masked);
        }
        return masked;
    }

    /** Found as if digits were narrow, starred out as they stand. */
    private static String masked(Pattern pattern, String text) {
        Matcher found = pattern.matcher(narrow(text));
        StringBuilder out = null;
        while (found.find()) {
            if (out == null) {
                out = new StringBuilder(text);
            }
            star(out, found.toMatchResult());
        }
        return out == null ? text : out.toString();
    }

    private static void star(StringBuilder out, MatchResult number) {
        long length = out.substring(number.start(), number.end())
                .chars()
                .filter(Character::isLetterOrDigit)
                .count();
        // 6 + 4 of an identity number, 3 + 4 of a phone; of what is shorter only the end
        int head = length >= 15 ? 6 : length > 10 ? 3 : 0;
        int tail = length > 10 ? 4 : 3;
        int seen = 0;
        for (int i = number.start(); i < number.end(); i++) {
            if (Character.isLetterOrDigit(out.charAt(i))) {
                seen++;
                if (seen > head && seen <= length - tail) {
                    out.setCharAt(i, '*');
                }
            }
        }
    }

    /** Full-width forms as the ASCII they stand for, one for one. */
    private static String narrow(String text) {
        StringBuilder narrow = new StringBuilder(text);
        for (int i = 0; i < narrow.length(); i++) {
            char c = narrow.charAt(i);
            if (c >= '\uFF01' && c <= '\uFF5E') {
                narrow.setCharAt(i, (char) (c - FULL_WIDTH));
            }
        }
        return narrow.toString();
    }

    /** Mail addresses as z***@gov.cn: who may not see contacts learns the office, not the person. */
    static String addresses(String text) {
        return ADDRESS.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(found.group().charAt(0) + "***@" + found.group(1)));
    }
}
