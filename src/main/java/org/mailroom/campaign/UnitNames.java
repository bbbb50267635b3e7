package org.mailroom.campaign;

import java.util.List;

/** Holds that what points to a unit points to one unit only. */
final class UnitNames {
    private final Once codes = new Once();
    private final Once aliases = new Once();
    private final Once documentPrefixes = new Once();
    private final Once domains = new Once();
    private final Once cities = new Once();

    void add(Unit unit, Entry entry) {
        add(codes, List.of(unit.code()), unit, entry, "code");
        add(aliases, unit.aliases(), unit, entry, "aliases");
        add(documentPrefixes, unit.documentPrefixes(), unit, entry, "documentPrefixes");
        add(domains, unit.domains(), unit, entry, "domains");
        add(cities, unit.cities(), unit, entry, "cities");
        // The same district name is found in many cities: only a list that repeats itself is a mistake.
        add(new Once(), unit.places(), unit, entry, "places");
    }

    private static void add(Once once, List<String> values, Unit unit, Entry entry, String key) {
        for (String value : values) {
            if (value.isBlank()) {
                throw entry.wrong(key, "must not have an empty text");
            }
            once.add(value, "unit " + unit.code(), entry, key);
        }
    }
}
