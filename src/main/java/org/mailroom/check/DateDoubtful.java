package org.mailroom.check;

import java.util.Map;
import java.util.stream.Stream;

/** Dates whose century was not stated, 75.08: read as 1975, for a person to see. */
record DateDoubtful(Words words, Scope scope, Values values) implements WordedRule {
    static Rule read(Line line) {
        return new DateDoubtful(line.words(Variant.field("", "v", "year")), line.scope(), line.values());
    }

    @Override
    public Stream<Finding> check(Dossier dossier) {
        return scope.answers(dossier)
                .filter(answer -> answer.spec().type().equals("date")
                        || answer.spec().type().equals("month"))
                .flatMap(this::check);
    }

    private Stream<Finding> check(Answer answer) {
        return values.dates().parse(answer.text()).filter(WrittenDate::doubtful).stream()
                .flatMap(date -> words.say(
                        "",
                        answer,
                        Map.of("v", answer.text(), "year", date.month().getYear())));
    }
}
