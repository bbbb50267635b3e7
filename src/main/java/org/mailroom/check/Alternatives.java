package org.mailroom.check;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words of the lexicon as one part of a regular expression. */
final class Alternatives {
    /** Matches nothing: a language may have no word for it. */
    private static final String NEVER = "(?!)";

    private Alternatives() {}

    /** A group that matches any of the words as they stand, longest first. */
    static String of(List<String> words) {
        return words.isEmpty()
                ? NEVER
                : words.stream()
                        .sorted(Comparator.comparing(String::length).reversed())
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|", "(?:", ")"));
    }

    /** A group that matches any of the patterns. */
    static Pattern patterns(List<String> patterns) {
        return Pattern.compile(patterns.isEmpty() ? NEVER : "(?:" + String.join("|", patterns) + ")");
    }
}
