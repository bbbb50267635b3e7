package org.mailroom.check;

import java.util.Map;
import java.util.stream.Stream;

/**
 * The place of a cancelled nominee is lost: neither another name (递补) nor the same again (重报) is accepted.
 *
 * @param list the document that lists the nominees: the place of the finding
 */
record NoSubstitution(Words words, String list) implements WordedRule {
    static Rule read(Line line) {
        return new NoSubstitution(
                line.words(Variant.whole("substitute", "name"), Variant.whole("cancelled", "name")), line.form("list"));
    }

    @Override
    public Stream<Finding> check(Dossier dossier) {
        History history = dossier.history();
        return dossier.nominees().stream()
                .filter(nominee -> history.cancelled().contains(nominee) || history.substitute(nominee))
                .flatMap(nominee -> words.say(
                        history.cancelled().contains(nominee) ? "cancelled" : "substitute",
                        Answers.place(list),
                        Map.of("name", nominee.name())));
    }
}
