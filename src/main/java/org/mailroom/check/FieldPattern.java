package org.mailroom.check;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A filled field that matches a pattern, or misses it.
 *
 * @param wanted whether a match is what the rule looks for; else a miss is
 * @param unless texts the rule leaves alone
 * @param scans what scans show is looked at, too
 */
record FieldPattern(
        Words words,
        Scope scope,
        Values values,
        Pattern pattern,
        boolean wanted,
        Pattern unless,
        Optional<Double> scans)
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
                line.pattern("unless"),
                line.scans());
    }

    @Override
    public Stream<Finding> check(Dossier dossier) {
        return Stream.concat(
                scope.answers(dossier)
                        .filter(this::found)
                        .flatMap(answer -> words.say("", answer, Map.of("v", answer.text()))),
                scans.stream()
                        .flatMap(confidence ->
                                SeenScan.of(dossier, scope).flatMap(scan -> scan.answers(scope, confidence)))
                        .filter(seen -> found(seen.answer()))
                        .flatMap(seen -> words.hint(
                                "", seen.answer(), Map.of("v", seen.answer().text()), seen.spot())));
    }

    private boolean found(Answer answer) {
        String text = Names.normalise(values.said(answer));
        return values.filled(answer)
                && pattern.matcher(text).find() == wanted
                && !unless.matcher(text).find();
    }
}
