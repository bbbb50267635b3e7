package org.mailroom.check;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.mailroom.campaign.Entry;

/**
 * Younger than the age of retirement on a day.
 *
 * @param sex the field of the sex
 * @param limits the age that is too old, by what the field of the sex says
 */
record AgeBelow(Words words, Scope scope, Values values, String sex, Map<String, Integer> limits, LocalDate on)
        implements WordedRule {
    static Rule read(Line line) {
        Scope scope = line.scope();
        Entry entry = line.asking("limits").entry("limits");
        Map<String, Integer> limits = new LinkedHashMap<>();
        entry.keys().forEach(key -> limits.put(key, entry.number(key)));
        return new AgeBelow(
                line.words(Variant.field("", "age", "limit")),
                scope,
                line.values(),
                line.field("sex", scope),
                Map.copyOf(limits),
                line.date("on"));
    }

    @Override
    public Stream<Finding> check(Dossier dossier) {
        return scope.answers(dossier).flatMap(this::check);
    }

    private Stream<Finding> check(Answer birth) {
        Integer limit =
                birth.in().answer(sex).map(values::said).map(limits::get).orElse(Integer.MAX_VALUE);
        return values.dates().parse(birth.text()).stream()
                .map(date -> (int) ChronoUnit.YEARS.between(date.first(), on))
                .filter(age -> age >= limit)
                .flatMap(age -> words.say("", birth, Map.of("age", age, "limit", limit)));
    }
}
