package org.mailroom.check;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A filled field that matches a pattern, or misses it.
 *
 * @param wanted whether a match is what the rule looks for; else a miss is
 * @param unless texts the rule leaves alone
 */
record FieldPattern(Words words, Scope scope, Values values, Pattern pattern, boolean wanted, Pattern unless)
        implements WordedRule {
    static Rule read(Line line) {
        boolean matches = line.asking("matches").has("matches");
        boolean misses = line.asking("misses").has("misses");
        line.require(matches != misses, "matches", "must stand alone: either \"matches\" or \"misses\"");
        return new FieldPattern(
                line.words(Variant.field("", "v")),
                line.scope(),
                line.values(),
                line.pattern(matches ? "matches" : "misses"),
                matches,
                line.pattern("unless"));
    }

    @Override
    public Stream<Finding> check(Dossier dossier) {
        return scope.answers(dossier).filter(values::filled).flatMap(this::check);
    }

    private Stream<Finding> check(Answer answer) {
        String text = Names.normalise(values.said(answer));
        return pattern.matcher(text).find() == wanted && !unless.matcher(text).find()
                ? words.say("", answer, Map.of("v", answer.text()))
                : Stream.empty();
    }
}
