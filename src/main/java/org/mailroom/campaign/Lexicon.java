package org.mailroom.campaign;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/**
 * Words the code must understand in the campaign's language, as data: lists of words or patterns by key.
 *
 * <p>Keys are documented in docs/campaigns.md; each reader asks for the keys it needs when it is built, so that a missing
 * one stops the start.
 *
 * @param file names the lexicon in messages about a missing key
 * @param sources the file's mapping that holds a key, so that a bad pattern is named with its line
 */
public record Lexicon(Map<String, List<String>> words, String file, Map<String, Entry> sources) {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    public Lexicon {
        words = Map.copyOf(words);
        sources = Map.copyOf(sources);
    }

    public Lexicon(Map<String, List<String>> words, String file) {
        this(words, file, Map.of());
    }

    /** @throws CampaignException if the lexicon does not have the key */
    public List<String> words(String key) {
        List<String> found = words.get(key);
        if (found == null) {
            throw new CampaignException(file, 1, "a list of words under \"" + key + "\" is expected");
        }
        return found;
    }

    /**
     * The words of the key as regular expressions, in their order. Letter case makes no difference, and \s, \d, \w and \b
     * mean what Unicode says (\s takes in the full-width blank).
     *
     * @throws CampaignException if the lexicon does not have the key, or a word is no regular expression
     */
    public List<Pattern> patterns(String key) {
        return words(key).stream().map(word -> compile(key, word)).toList();
    }

    /**
     * One regular expression that matches where any of the key's does, the first that does winning; an empty list matches
     * nothing. Numbered groups count through all of them.
     *
     * @throws CampaignException as {@link #patterns}
     */
    public Pattern pattern(String key) {
        List<Pattern> all = patterns(key);
        String any = all.stream().map(one -> "(?:" + one.pattern() + ")").collect(Collectors.joining("|"));
        return compile(key, all.isEmpty() ? "(?!)" : any);
    }

    private Pattern compile(String key, String regex) {
        try {
            return Pattern.compile(regex, FLAGS);
        } catch (PatternSyntaxException mistake) {
            String expected = "must hold regular expressions, found \"" + regex + "\": " + mistake.getDescription();
            Entry source = sources.get(key);
            throw source == null
                    ? new CampaignException(file, 1, '"' + key + "\": " + expected)
                    : source.wrong(key, expected);
        }
    }
}
