package org.mailroom.sender;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.mailroom.campaign.CampaignException;
import org.mailroom.campaign.Lexicon;
import org.mailroom.campaign.Unit;

/** Document numbers such as 苏知发〔2021〕5号. Their one-character heads mean a unit there and nowhere else. */
final class DocumentNumbers {
    private record Head(String unit, Pattern pattern) {}

    private final List<Head> heads;

    DocumentNumbers(List<Unit> units, Lexicon lexicon) {
        heads = units.stream()
                .flatMap(unit -> unit.documentPrefixes().stream()
                        .flatMap(prefix -> lexicon.words("sender.document-numbers").stream()
                                .map(template -> new Head(unit.code(), compile(lexicon, template, prefix)))))
                .toList();
    }

    private static Pattern compile(Lexicon lexicon, String template, String prefix) {
        try {
            return Pattern.compile(template.replace("{prefix}", Pattern.quote(prefix)));
        } catch (PatternSyntaxException mistake) {
            throw new CampaignException(
                    lexicon.file(), 1, "\"sender.document-numbers\": must hold regular expressions, found " + template);
        }
    }

    /** The unit whose document number the text begins with. */
    Optional<Evidence> atHeadOf(String text) {
        for (Head head : heads) {
            Matcher number = head.pattern().matcher(text.strip());
            if (number.find()) {
                return Optional.of(new Evidence(head.unit(), 80, Evidence.DOCUMENT_NUMBER, number.group()));
            }
        }
        return Optional.empty();
    }
}
