package org.mailroom.check;

import java.util.List;
import java.util.regex.Pattern;
import org.mailroom.campaign.Entry;

/**
 * Something a text must speak of.
 *
 * @param name how a person calls it
 * @param words by which it is found
 */
record Part(String name, Pattern words) {
    /** The list under the key {@code parts}: {@code {part: 推荐过程, any: [推荐过程, 民主推荐]}}. */
    static List<Part> read(Line line) {
        List<Entry> entries = line.asking("parts").entries("parts");
        line.require(!entries.isEmpty(), "parts", "must be a list like {part: …, any: […]}");
        return entries.stream().map(Part::read).toList();
    }

    private static Part read(Entry entry) {
        entry.allowOnly("part", "any");
        return new Part(entry.text("part"), Line.pattern(entry, "any"));
    }
}
