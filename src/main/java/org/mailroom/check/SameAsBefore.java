package org.mailroom.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What forms say of a nominee agrees with what the unit said of him in an earlier stage.
 *
 * @param match how the nominee is found again: "" by name, else the field that must be equal
 */
record SameAsBefore(Words words, Scope scope, Sameness sameness, String match) implements WordedRule {
    static Rule read(Line line) {
        Scope scope = line.scope();
        line.require(!scope.fields().isEmpty(), "fields", "must name the fields to compare");
        return new SameAsBefore(
                line.words(line.types(scope).stream()
                        .map(type -> Sameness.isPrivate(type) ? Variant.field("private") : Variant.field("", "x", "y"))
                        .distinct()
                        .toArray(Variant[]::new)),
                scope,
                new Sameness(line.values()),
                line.asking("match").has("match") ? line.field("match", scope) : "");
    }

    @Override
    public Stream<Finding> check(Dossier dossier) {
        List<AnswerSet> before = dossier.history().earlier().stream()
                .flatMap(scope.all()::sets)
                .filter(set -> set.nominee().isPresent())
                .toList();
        return scope.sets(dossier)
                .filter(set -> set.nominee().isPresent())
                .flatMap(now -> scope.answers(now)
                        .filter(sameness.values()::filled)
                        .flatMap(answer -> compare(answer, before)));
    }

    private Stream<Finding> compare(Answer now, List<AnswerSet> before) {
        Optional<Answer> then = before.stream()
                .filter(set -> sameNominee(set, now.in()))
                .flatMap(set -> set.answer(now.spec().name()).stream())
                .filter(sameness.values()::filled)
                .findFirst();
        return then.filter(answer -> !sameness.same(answer, now)).stream()
                .flatMap(answer -> Sameness.isPrivate(now.spec().type())
                        ? words.say("private", now, Map.of())
                        : words.say("", now, Map.of("x", answer.text(), "y", now.text())));
    }

    private boolean sameNominee(AnswerSet then, AnswerSet now) {
        if (then.category().isPresent()
                && now.category().isPresent()
                && !then.category().equals(now.category())) {
            return false;
        }
        return match.isEmpty()
                ? then.nominee().equals(now.nominee())
                : key(then).isPresent() && key(then).equals(key(now));
    }

    private Optional<String> key(AnswerSet set) {
        return set.answer(match).filter(sameness.values()::filled).map(sameness::plain);
    }
}
