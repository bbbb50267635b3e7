package org.mailroom.check;

import java.util.Map;
import java.util.stream.Stream;

/** Nobody is nominated by two units. Which the other unit is stays untold. */
record NamedElsewhere(Words words, String list) implements WordedRule {
    static Rule read(Line line) {
        return new NamedElsewhere(line.words(Variant.whole("", "name")), line.form("list"));
    }

    @Override
    public Stream<Finding> check(Dossier dossier) {
        return dossier.counted().stream()
                .filter(dossier.history().elsewhere()::contains)
                .flatMap(nominee -> words.say("", Answers.place(list), Map.of("name", nominee.name())));
    }
}
