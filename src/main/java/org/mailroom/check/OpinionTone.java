package org.mailroom.check;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Opinions that do not plainly agree. A person always reads them.
 *
 * @param clearing phrases that sound negative and are not, 未发现违法; taken out before {@code negative} is looked for
 */
record OpinionTone(Words words, Scope scope, Emptiness emptiness, Pattern clearing, Pattern negative, Pattern positive)
        implements WordedRule {
    static Rule read(Line line) {
        return new OpinionTone(
                line.words(Variant.field("negative"), Variant.field("unclear")),
                line.scope(),
                line.values().emptiness(),
                line.pattern("clearing"),
                line.pattern("negative"),
                line.pattern("positive"));
    }

    @Override
    public Stream<Finding> check(Dossier dossier) {
        return scope.answers(dossier).flatMap(this::check);
    }

    private Stream<Finding> check(Answer answer) {
        String text = emptiness.written(answer.text());
        if (text.isEmpty()) {
            return Stream.empty();
        }
        String rest = clearing.matcher(text).replaceAll("");
        if (negative.matcher(rest).find()) {
            return words.say("negative", answer, Map.of());
        }
        boolean agrees = rest.length() < text.length() || positive.matcher(rest).find();
        return agrees ? Stream.empty() : words.say("unclear", answer, Map.of());
    }
}
