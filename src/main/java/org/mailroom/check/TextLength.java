package org.mailroom.check;

import java.util.Map;
import java.util.stream.Stream;

/** A text no longer than {@code max}, counted as Word counts 字数. */
record TextLength(Words words, Scope scope, int max) implements WordedRule {
    static Rule read(Line line) {
        return new TextLength(line.words(Variant.field("", "n", "max")), line.scope(), line.number("max"));
    }

    @Override
    public Stream<Finding> check(Dossier dossier) {
        return scope.answers(dossier).flatMap(this::check);
    }

    private Stream<Finding> check(Answer answer) {
        int n = WordCount.of(answer.text());
        return n <= max ? Stream.empty() : words.say("", answer, Map.of("n", n, "max", max));
    }
}
