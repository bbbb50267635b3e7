package org.mailroom.check;

import java.util.Map;
import java.util.stream.Stream;

/**
 * Only those who passed the first review may stand in the second. Says nothing before the results are on record, and
 * nothing of cancelled nominees, who may well have passed.
 *
 * @param list the document that lists the nominees: the place of the finding
 */
record PassedBefore(Words words, String list) implements WordedRule {
    static Rule read(Line line) {
        return new PassedBefore(line.words(Variant.whole("", "name")), line.form("list"));
    }

    @Override
    public Stream<Finding> check(Dossier dossier) {
        return dossier.history().passed().stream()
                .flatMap(passed -> dossier.counted().stream().filter(nominee -> !passed.contains(nominee)))
                .flatMap(nominee -> words.say("", Answers.place(list), Map.of("name", nominee.name())));
    }
}
