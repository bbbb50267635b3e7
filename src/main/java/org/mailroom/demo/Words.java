package org.mailroom.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailroom.campaign.Entry;

/** Words that stand for {@code ${name}} in the samples. */
final class Words {
    private static final Pattern NAME = Pattern.compile("\\$\\{([^}]+)}");

    private final Map<String, String> words = new LinkedHashMap<>();

    Words put(String name, String word) {
        words.put(name, word);
        return this;
    }

    /**
     * Adds every value of the entry, each filled with the words before it; of a list the one whose turn it is.
     *
     * @param turn from 0; lists shorter than that begin again
     */
    Words putAll(Entry entry, int turn) {
        entry.keys().forEach(key -> put(key, fill(inTurn(entry.texts(key), turn))));
        return this;
    }

    /** @throws IllegalArgumentException if the text asks for a word that is not known */
    String fill(String text) {
        return NAME.matcher(text).replaceAll(found -> {
            String word = words.get(found.group(1));
            if (word == null) {
                throw new IllegalArgumentException("no word for " + found.group());
            }
            return Matcher.quoteReplacement(word);
        });
    }

    Map<String, String> all() {
        return words;
    }

    static String inTurn(List<String> texts, int turn) {
        return texts.get(Math.floorMod(turn, texts.size()));
    }
}
