package org.mailroom.campaign;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code units.yaml}: the submitting units and the texts that only look like one. */
record UnitsFile(Entry root, Map<String, UnitKind> kinds, Map<String, Integer> quotaTotals) {
    UnitsFile {
        root.allowOnly("units", "collisions");
    }

    List<Unit> units() {
        UnitNames names = new UnitNames();
        List<Unit> units = new ArrayList<>();
        for (Entry entry : root.entries("units")) {
            Unit unit = unit(entry);
            names.add(unit, entry);
            units.add(unit);
        }
        if (units.isEmpty()) {
            throw root.wrong("units", "must be a list of at least one unit");
        }
        quotaTotals.forEach((quota, total) -> refuseOtherSum(units, quota, total));
        return List.copyOf(units);
    }

    List<Campaign.Collision> collisions(List<Unit> units) {
        Once texts = new Once();
        Set<String> codes = units.stream().map(Unit::code).collect(Collectors.toSet());
        List<Campaign.Collision> collisions = new ArrayList<>();
        for (Entry entry : root.entries("collisions")) {
            entry.allowOnly("text", "unit");
            texts.add(entry.text("text"), "another collision", entry, "text");
            Optional<String> unit = entry.optionalText("unit");
            if (unit.isPresent() && !codes.contains(unit.get())) {
                throw entry.wrong("unit", "must be the code of a unit, found \"" + unit.get() + "\"");
            }
            collisions.add(new Campaign.Collision(entry.text("text"), unit));
        }
        return List.copyOf(collisions);
    }

    private Unit unit(Entry entry) {
        entry.allowOnly(
                "code",
                "name",
                "short",
                "kind",
                "aliases",
                "documentPrefixes",
                "domains",
                "cities",
                "places",
                "quotas");
        String code = entry.text("code");
        if (!code.matches("[A-Za-z0-9]+")) {
            throw entry.wrong("code", "must be letters and digits like 320000, found \"" + code + "\"");
        }
        UnitKind kind = kinds.get(entry.text("kind"));
        if (kind == null) {
            throw entry.wrong(
                    "kind",
                    "must be one of " + String.join(", ", kinds.keySet()) + ", found \"" + entry.text("kind") + "\"");
        }
        String name = entry.text("name");
        String shortName = entry.optionalText("short").orElse(name);
        return new Unit(
                code,
                name,
                shortName,
                entry.text("kind"),
                kind.addressee(name, shortName),
                kind.pronoun(),
                aliases(entry, name, shortName),
                entry.texts("documentPrefixes"),
                entry.texts("domains"),
                entry.texts("cities"),
                entry.texts("places"),
                quotas(entry.entry("quotas")));
    }

    /** The unit's name and short name mean it without being listed. */
    private static List<String> aliases(Entry entry, String name, String shortName) {
        List<String> aliases = new ArrayList<>();
        aliases.add(name);
        if (!shortName.equals(name)) {
            aliases.add(shortName);
        }
        aliases.addAll(entry.texts("aliases"));
        return aliases;
    }

    private Map<String, Integer> quotas(Entry entry) {
        entry.allowOnly(quotaTotals.keySet().toArray(String[]::new));
        Map<String, Integer> quotas = new LinkedHashMap<>();
        for (String quota : quotaTotals.keySet()) {
            quotas.put(quota, CampaignFile.places(entry, quota));
        }
        return quotas;
    }

    private void refuseOtherSum(List<Unit> units, String quota, int total) {
        int sum = units.stream()
                .mapToInt(unit -> unit.quotas().getOrDefault(quota, 0))
                .sum();
        if (sum != total) {
            throw root.wrong(
                    "units",
                    "must have " + total + " places \"" + quota
                            + "\" in all, as quotaTotals in campaign.yaml says, and have " + sum);
        }
    }
}
