package org.mailroom.check;

import java.util.Map;
import java.util.stream.Stream;
import org.mailroom.check.Emptiness.Content;
import org.mailroom.form.FieldSpec;

/** Fields that must be filled: those named, or all that their descriptor requires. Blank and 无 get different words. */
record RequiredFields(Words words, Scope scope, Values values) implements WordedRule {
    static Rule read(Line line) {
        return new RequiredFields(
                line.words(Variant.field("blank"), Variant.field("none")), line.scope(), line.values());
    }

    @Override
    public Stream<Finding> check(Dossier dossier) {
        return scope.answers(dossier)
                .filter(answer -> answer.spec().required() || !scope.fields().isEmpty())
                .filter(answer -> !answer.labelMissing())
                .flatMap(this::check);
    }

    private Stream<Finding> check(Answer answer) {
        Content content = values.content(answer);
        return switch (content) {
            case FILLED -> Stream.empty();
            case BLANK -> words.say("blank", answer, Map.of());
            case NONE -> mayBeNone(answer) ? Stream.empty() : words.say("none", answer, Map.of());
        };
    }

    private boolean mayBeNone(Answer answer) {
        FieldSpec spec = answer.spec();
        return spec.noneAllowed()
                || spec.codes()
                        .flatMap(list -> values.codes().find(list, answer.text()))
                        .isPresent();
    }
}
