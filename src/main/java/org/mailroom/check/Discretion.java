package org.mailroom.check;

import java.util.regex.Pattern;
import org.mailroom.campaign.Lexicon;

/** Keeps identity numbers and phones out of the values of a finding, wherever a sender typed them (P9). */
record Discretion(Pattern numbers) {
    private static final int LONGEST = 80;

    static Discretion of(Lexicon lexicon) {
        return new Discretion(lexicon.pattern("value.private-numbers"));
    }

    /** @return the text, private numbers starred, cut where it would swamp the sentence it stands in */
    String quote(String text) {
        String plain = Plain.wide(text);
        String safe = numbers.matcher(plain).find() ? numbers.matcher(plain).replaceAll("***") : text.strip();
        return safe.length() <= LONGEST ? safe : safe.substring(0, LONGEST) + "\u2026";
    }
}
