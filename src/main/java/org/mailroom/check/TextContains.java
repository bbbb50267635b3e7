package org.mailroom.check;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailroom.form.Form;

/**
 * A text, the whole form or certain fields of it, speaks of each part. A text that is blank in
 * the electronic version may stand in the scan and is passed over.
 */
record TextContains(Words words, Scope scope, Emptiness emptiness, List<Part> parts) implements WordedRule {
    static Rule read(Line line) {
        return new TextContains(
                line.words(Variant.whole("", "part")),
                line.scope(),
                line.values().emptiness(),
                Part.read(line));
    }

    @Override
    public Stream<Finding> check(Dossier dossier) {
        return scope.forms(dossier).flatMap(this::check);
    }

    private Stream<Finding> check(Form form) {
        String text = emptiness.written(text(form));
        return text.isEmpty()
                ? Stream.empty()
                : parts.stream()
                        .filter(part -> !part.words().matcher(text).find())
                        .flatMap(part -> words.say("", Answers.place(form), Map.of("part", part.name())));
    }

    private String text(Form form) {
        if (scope.fields().isEmpty() && scope.category().isEmpty()) {
            return scope.all().text(form);
        }
        return scope.all()
                .sets(form)
                .filter(set -> scope.category().isEmpty() || scope.category().equals(set.category()))
                .flatMap(scope::answers)
                .map(Answer::text)
                .collect(Collectors.joining("\n"));
    }
}
