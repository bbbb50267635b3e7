package org.mailroom.campaign;

import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The campaign's words for findings and remarks, by key (usually a rule id), with ${name} variables.
 *
 * @param texts from messages*.properties, UTF-8
 */
public record Messages(Map<String, String> texts) {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z][A-Za-z0-9_]*)\\}");

    public Messages {
        texts = Map.copyOf(texts);
    }

    public Optional<String> find(String key) {
        return Optional.ofNullable(texts.get(key));
    }

    /** Whether each dollar sign before a brace begins a variable; a text of which that is not true is refused on loading. */
    static boolean wellFormed(String text) {
        return !VARIABLE.matcher(text).replaceAll("").contains("${");
    }

    /**
     * The text of the key with every variable replaced; what a value says is never read as a variable again.
     *
     * @throws IllegalArgumentException if there is no such text, or a variable of it has no value; names the key and the
     *     variable, no values
     */
    public String format(String key, Map<String, ?> values) {
        String text = find(key).orElseThrow(() -> new IllegalArgumentException("no message \"" + key + "\""));
        return VARIABLE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(value(key, match, values)));
    }

    private static String value(String key, MatchResult match, Map<String, ?> values) {
        Object value = values.get(match.group(1));
        if (value == null) {
            throw new IllegalArgumentException("message \"" + key + "\" needs the variable \"" + match.group(1) + "\"");
        }
        return value.toString();
    }
}
