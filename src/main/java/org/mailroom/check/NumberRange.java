package org.mailroom.check;

import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** A whole number from {@code min} to {@code max}; what is no number is another rule's. */
record NumberRange(Words words, Scope scope, Numbers numbers, int min, int max) implements WordedRule {
    static Rule read(Line line) {
        return new NumberRange(
                line.words(Variant.field("", "n", "min", "max")),
                line.scope(),
                line.values().numbers(),
                line.number("min"),
                line.number("max"));
    }

    @Override
    public Stream<Finding> check(Dossier dossier) {
        return scope.answers(dossier).flatMap(this::check);
    }

    private Stream<Finding> check(Answer answer) {
        OptionalInt n = numbers.parse(answer.text());
        return n.isEmpty() || n.getAsInt() >= min && n.getAsInt() <= max
                ? Stream.empty()
                : words.say("", answer, Map.of("n", n.getAsInt(), "min", min, "max", max));
    }
}
