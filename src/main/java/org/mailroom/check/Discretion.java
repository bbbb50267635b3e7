package org.mailroom.check;

import java.util.List;
import java.util.regex.Pattern;
import org.mailroom.campaign.Lexicon;

/** Keeps identity numbers and phones out of the values of a finding, wherever a sender typed them (P9). */
record Discretion(List<Pattern> numbers) {
    private static final int LONGEST = 80;

    static Discretion of(Lexicon lexicon) {
        return new Discretion(lexicon.patterns("value.private-numbers"));
    }

    /** @return the text, private numbers starred, cut where it would swamp the sentence it stands in */
    String quote(String text) {
        String plain = Plain.wide(text);
        String starred = plain;
        for (Pattern number : numbers) { // one after the other: a starred number is a border for the next
            starred = number.matcher(starred).replaceAll("***");
        }
        String safe = starred.equals(plain) ? text.strip() : starred;
        return safe.length() <= LONGEST ? safe : safe.substring(0, LONGEST) + "\u2026";
    }
}
