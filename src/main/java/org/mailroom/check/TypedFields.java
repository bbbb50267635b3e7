package org.mailroom.check;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Filled fields of certain types hold what their descriptor's type asks for (specification 3.8). */
record TypedFields(Words words, Scope scope, Values values, LocalDate on, Set<String> types) implements WordedRule {
    private static final Set<String> TYPES =
            Set.of("integer", "date", "month", "code", "phone", "mail", "postcode", "tick", "years", "text");

    static Rule read(Line line) {
        Set<String> types =
                line.known("types", "one of " + TYPES.stream().sorted().toList(), TYPES::contains);
        line.require(!types.isEmpty(), "types", "must name at least one type");
        return new TypedFields(
                line.words(types.stream().map(TypedFields::variant).toArray(Variant[]::new)),
                line.scope(),
                line.values(),
                line.context().noticeDate(),
                types);
    }

    private static Variant variant(String type) {
        return switch (type) {
            case "text" -> Variant.field(type, "n", "max");
            case "code" -> Variant.field(type, "v");
            default -> Variant.field(type);
        };
    }

    @Override
    public Stream<Finding> check(Dossier dossier) {
        return scope.answers(dossier)
                .filter(answer -> types.contains(answer.spec().type()))
                .filter(values::filled)
                .filter(answer -> !valid(answer))
                .flatMap(this::say);
    }

    private Stream<Finding> say(Answer answer) {
        String text = answer.text();
        return words.say(
                answer.spec().type(),
                answer,
                Map.of("v", text, "n", length(text), "max", answer.spec().max()));
    }

    private boolean valid(Answer answer) {
        String text = answer.text();
        return switch (answer.spec().type()) {
            case "integer" -> values.numbers().parse(text).isPresent();
            case "date", "month" -> values.dates().parse(text).isPresent();
            case "code" ->
                answer.spec()
                        .codes()
                        .map(list -> values.codes().find(list, text).isPresent())
                        .orElse(true);
            case "phone" -> values.phones().valid(text);
            case "mail" -> values.mails().valid(text);
            case "postcode" -> values.postcode().matcher(Plain.compact(text)).matches();
            case "tick" -> values.ticks().valid(text);
            case "years" -> values.years().parse(text, on).isPresent();
            default -> answer.spec().max() == 0 || length(text) <= answer.spec().max();
        };
    }

    private static int length(String text) {
        return WordCount.of(text);
    }
}
