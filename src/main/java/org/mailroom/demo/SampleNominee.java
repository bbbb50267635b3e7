package org.mailroom.demo;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An invented nominee: what each form says of it.
 *
 * @param category for example individual
 * @param number its place in the unit's order, from 1
 * @param values by field name; {@code document.field} where one document says it in other words
 */
public record SampleNominee(String category, int number, Map<String, String> values) {
    public SampleNominee {
        values = Map.copyOf(values);
    }

    public String name() {
        return values.getOrDefault("name", "");
    }

    /** The same nominee with another value, in every document that has the field. */
    public SampleNominee with(String field, String value) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.keySet().removeIf(key -> key.endsWith("." + field));
        changed.put(field, value);
        return new SampleNominee(category, number, changed);
    }

    /** The same nominee at another place in the unit's order. */
    public SampleNominee numbered(int other) {
        return new SampleNominee(category, other, values);
    }

    String value(String document, String field) {
        return values.getOrDefault(document + "." + field, values.getOrDefault(field, ""));
    }
}
