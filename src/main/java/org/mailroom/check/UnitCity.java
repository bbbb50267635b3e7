package org.mailroom.check;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailroom.campaign.Unit;

/**
 * A field that matches a pattern about one of the unit's cities, {@code {city}} in the pattern standing for it.
 *
 * @param cities the patterns by unit
 */
record UnitCity(Words words, Scope scope, Map<String, List<City>> cities, Pattern unless) implements WordedRule {
    /** A city and what is looked for. */
    record City(String name, Pattern pattern) {}

    static Rule read(Line line) {
        String pattern = line.text("matches");
        line.require(pattern.contains("{city}"), "matches", "must be a pattern with {city} in it");
        Map<String, List<City>> cities = line.context().units().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Unit::code,
                        unit -> unit.cities().stream()
                                .map(city ->
                                        new City(city, Pattern.compile(pattern.replace("{city}", Pattern.quote(city)))))
                                .toList()));
        return new UnitCity(
                line.words(Variant.field("", "v", "city", "unit")), line.scope(), cities, line.pattern("unless"));
    }

    @Override
    public boolean asksUnit() {
        return true;
    }

    @Override
    public Stream<Finding> check(Dossier dossier) {
        List<City> own = cities.getOrDefault(dossier.unit().code(), List.of());
        return own.isEmpty()
                ? Stream.empty()
                : scope.answers(dossier).flatMap(answer -> check(answer, own, dossier.unit()));
    }

    private Stream<Finding> check(Answer answer, List<City> own, Unit unit) {
        String text = Plain.compact(answer.text());
        return unless.matcher(text).find()
                ? Stream.empty()
                : own.stream()
                        .filter(city -> city.pattern().matcher(text).find())
                        .limit(1)
                        .flatMap(city -> words.say(
                                "", answer, Map.of("v", answer.text(), "city", city.name(), "unit", unit.name())));
    }
}
