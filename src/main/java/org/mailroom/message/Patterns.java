package org.mailroom.message;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailroom.campaign.Lexicon;

/** The patterns under one key of the lexicon; case does not matter, ^ and $ stand at lines. */
record Patterns(List<Pattern> patterns) {
    /** @throws org.mailroom.campaign.CampaignException if the key is missing or a pattern is none */
    static Patterns of(Lexicon lexicon, String key) {
        return new Patterns(lexicon.patterns(key).stream()
                .map(pattern -> Pattern.compile(pattern.pattern(), pattern.flags() | Pattern.MULTILINE))
                .toList());
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
