package org.mailroom.check;

import java.time.LocalDate;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.mailroom.check.Emptiness.Content;

/**
 * At least {@code min} years of work on a day. What cannot be read is another rule's.
 *
 * @param on the reference day
 */
record YearsAtLeast(Words words, Scope scope, Values values, int min, LocalDate on) implements WordedRule {
    static Rule read(Line line) {
        return new YearsAtLeast(
                line.words(Variant.field("few", "v", "min"), Variant.field("blank", "min")),
                line.scope(),
                line.values(),
                line.number("min"),
                line.date("on"));
    }

    @Override
    public Stream<Finding> check(Dossier dossier) {
        return scope.answers(dossier).filter(answer -> !answer.labelMissing()).flatMap(this::check);
    }

    private Stream<Finding> check(Answer answer) {
        if (values.content(answer) != Content.FILLED) {
            return words.say("blank", answer, Map.of("min", min));
        }
        OptionalInt years = values.years().parse(answer.text(), on);
        return years.isPresent() && years.getAsInt() < min
                ? words.say("few", answer, Map.of("v", answer.text(), "min", min))
                : Stream.empty();
    }
}
