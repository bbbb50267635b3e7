package org.mailroom.check;

import java.util.Map;
import java.util.stream.Stream;

/** A block that others fill, left as the blank prints it: （盖章） 年 月 日. */
record MustStayBlank(Words words, Scope scope, Emptiness emptiness) implements WordedRule {
    static Rule read(Line line) {
        return new MustStayBlank(
                line.words(Variant.field("")), line.scope(), line.values().emptiness());
    }

    @Override
    public Stream<Finding> check(Dossier dossier) {
        return scope.answers(dossier)
                .filter(answer -> emptiness.filled(emptiness.written(answer.text())))
                .flatMap(answer -> words.say("", answer, Map.of()));
    }
}
