package org.mailroom.check;

import java.util.Map;
import java.util.stream.Stream;
import org.mailroom.form.Form;

/** A letter whose whole text has at least {@code min} characters, counted as Word counts 字数. */
record TextAtLeast(Words words, Scope scope, int min) implements WordedRule {
    static Rule read(Line line) {
        return new TextAtLeast(line.words(Variant.whole("", "n", "min")), line.scope(), line.number("min"));
    }

    @Override
    public Stream<Finding> check(Dossier dossier) {
        return scope.forms(dossier).flatMap(this::check);
    }

    private Stream<Finding> check(Form form) {
        int n = WordCount.of(scope.all().text(form));
        return n >= min ? Stream.empty() : words.say("", Answers.place(form), Map.of("n", n, "min", min));
    }
}
