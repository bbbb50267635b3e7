package org.mailroom.message;

import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.mailroom.campaign.Lexicon;

/** What the sender wrote now: without the mails quoted below it, and without our own signature. */
final class NewestText {
    private final Patterns quoteStarts;
    private final Patterns ownSignature;

    NewestText(Lexicon lexicon) {
        quoteStarts = Patterns.of(lexicon, "mail.quote-starts");
        ownSignature = Patterns.of(lexicon, "mail.own-signature");
    }

    String of(String body) {
        String text = body.replace("\r\n", "\n").replace('\r', '\n');
        OptionalInt quote = quoteStarts.first(text);
        String newest = quote.isPresent() ? text.substring(0, quote.getAsInt()) : text;
        return newest.lines()
                .filter(line -> !line.startsWith(">"))
                .filter(line -> !ownSignature.find(line))
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"))
                .replaceAll("\n{3,}", "\n\n")
                .strip();
    }
}
