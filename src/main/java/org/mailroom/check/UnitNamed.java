package org.mailroom.check;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailroom.campaign.Unit;

/**
 * The unit a form names is the unit that sent it. The words never name another unit (P9).
 *
 * @param names every name and alias, longest first: 新疆兵团 before 新疆
 */
record UnitNamed(Words words, Scope scope, Values values, List<Name> names) implements WordedRule {
    /** A unit's name as it is compared. */
    record Name(String text, String unit) {}

    static Rule read(Line line) {
        List<Name> names = line.context().units().stream()
                .flatMap(UnitNamed::names)
                .sorted(Comparator.comparing((Name name) -> name.text().length())
                        .reversed())
                .toList();
        return new UnitNamed(
                line.words(Variant.field("other", "unit"), Variant.field("unclear", "unit")),
                line.scope(),
                line.values(),
                names);
    }

    private static Stream<Name> names(Unit unit) {
        return Stream.concat(Stream.of(unit.name(), unit.shortName()), unit.aliases().stream())
                .map(name -> new Name(Plain.compact(name), unit.code()))
                .filter(name -> !name.text().isEmpty());
    }

    @Override
    public boolean asksUnit() {
        return true;
    }

    @Override
    public Stream<Finding> check(Dossier dossier) {
        return scope.answers(dossier).filter(values::filled).flatMap(answer -> check(answer, dossier.unit()));
    }

    private Stream<Finding> check(Answer answer, Unit unit) {
        String text = Plain.compact(answer.text());
        Optional<String> named = names.stream()
                .filter(name -> text.contains(name.text()))
                .map(Name::unit)
                .findFirst();
        return named.equals(Optional.of(unit.code()))
                ? Stream.empty()
                : words.say(named.isPresent() ? "other" : "unclear", answer, Map.of("unit", unit.name()));
    }
}
