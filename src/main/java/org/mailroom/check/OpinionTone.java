package org.mailroom.check;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Opinions that do not plainly agree. A person always reads them.
 *
 * @param clearing phrases that sound negative and are not, 未发现违法; taken out before {@code negative} is looked for
 * @param scans what scans show is looked at, too
 */
record OpinionTone(
        Words words,
        Scope scope,
        Emptiness emptiness,
        Pattern clearing,
        Pattern negative,
        Pattern positive,
        Optional<Double> scans)
        implements WordedRule {
    static Rule read(Line line) {
        return new OpinionTone(
                line.words(Variant.field("negative"), Variant.field("unclear")),
                line.scope(),
                line.values().emptiness(),
                line.pattern("clearing"),
                line.pattern("negative"),
                line.pattern("positive"),
                line.scans());
    }

    @Override
    public Stream<Finding> check(Dossier dossier) {
        return Stream.concat(
                scope.answers(dossier)
                        .flatMap(answer -> tone(answer).stream().flatMap(tone -> words.say(tone, answer, Map.of()))),
                scans.stream()
                        .flatMap(confidence ->
                                SeenScan.of(dossier, scope).flatMap(scan -> scan.answers(scope, confidence)))
                        .flatMap(seen -> tone(seen.answer()).stream()
                                .flatMap(tone -> words.hint(tone, seen.answer(), Map.of(), seen.spot()))));
    }

    /** The outcome; empty if the opinion agrees, or nothing was written. */
    private Optional<String> tone(Answer answer) {
        String text = emptiness.written(answer.text());
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String rest = clearing.matcher(text).replaceAll("");
        if (negative.matcher(rest).find()) {
            return Optional.of("negative");
        }
        boolean agrees = rest.length() < text.length() || positive.matcher(rest).find();
        return agrees ? Optional.empty() : Optional.of("unclear");
    }
}
