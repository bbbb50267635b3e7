package org.mailroom.message;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.mailroom.campaign.CampaignException;
import org.mailroom.campaign.Lexicon;

/** The patterns under one key of the lexicon; case does not matter, ^ and $ stand at lines. */
record Patterns(List<Pattern> patterns) {
    /** @throws CampaignException if the key is missing or a pattern is none */
    static Patterns of(Lexicon lexicon, String key) {
        return new Patterns(lexicon.words(key).stream()
                .map(text -> compile(lexicon, key, text))
                .toList());
    }

    private static Pattern compile(Lexicon lexicon, String key, String text) {
        try {
            return Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.MULTILINE);
        } catch (PatternSyntaxException mistake) {
            throw new CampaignException(
                    lexicon.file(), 1, "regular expressions are expected under \"" + key + "\", not " + text);
        }
    }

    boolean find(String text) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(text).find());
    }

    /** Where the earliest match begins. */
    OptionalInt first(String text) {
        return patterns.stream()
                .map(pattern -> pattern.matcher(text))
                .filter(Matcher::find)
                .mapToInt(Matcher::start)
                .min();
    }

    /** The text without what the patterns match. */
    String remove(String text) {
        String left = text;
        for (Pattern pattern : patterns) {
            left = pattern.matcher(left).replaceAll("");
        }
        return left;
    }
}
