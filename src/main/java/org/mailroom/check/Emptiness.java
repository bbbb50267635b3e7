package org.mailroom.check;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mailroom.campaign.Lexicon;

/** Tells what is no answer, V-EMPTY: a field left blank, and a field that says 无. The sender is told different things. */
final class Emptiness {
    /** What stands in a field. */
    enum Content {
        BLANK,
        NONE,
        FILLED
    }

    private final Set<String> none;
    private final Pattern stops;
    private final Pattern printed;

    Emptiness(Lexicon lexicon) {
        this.none = lexicon.words("value.none").stream().map(Emptiness::key).collect(Collectors.toUnmodifiableSet());
        this.stops = Alternatives.patterns(List.of(Alternatives.of(lexicon.words("value.none.stops")) + "+$"));
        this.printed = lexicon.pattern("value.signature.printed");
    }

    Content of(String text) {
        String plain = key(text);
        if (plain.isEmpty()) {
            return Content.BLANK;
        }
        return none.contains(plain) || none.contains(stops.matcher(plain).replaceAll(""))
                ? Content.NONE
                : Content.FILLED;
    }

    boolean filled(String text) {
        return of(text) == Content.FILLED;
    }

    /** What somebody wrote into a block for opinion and seal, without what the blank prints there: （盖章） 年 月 日. */
    String written(String signature) {
        return printed.matcher(Plain.compact(signature)).replaceAll("");
    }

    private static String key(String text) {
        return Plain.compact(text).toUpperCase(Locale.ROOT);
    }
}
