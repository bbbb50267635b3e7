package org.mailroom.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mailroom.form.Place;

/**
 * What one rule can say. The words themselves are the campaign's messages; their keys and variables were verified when the
 * rule was read.
 *
 * @param message key of the message, or the beginning of the keys of its variants
 * @param warned variants that are for a person only, whatever the severity of the rule
 * @param spoken the variants of this line; what else the kind finds is another line's
 */
record Words(
        String rule,
        String message,
        Severity severity,
        Set<String> warned,
        Map<String, Variant> spoken,
        Discretion discretion) {
    /** @return one finding, or none if this line leaves that variant to another */
    Stream<Finding> say(String variant, Place place, Map<String, Object> values) {
        return Optional.ofNullable(spoken.get(variant)).map(said -> finding(said, place, values)).stream();
    }

    Stream<Finding> say(String variant, Answer answer, Map<String, Object> values) {
        return say(variant, answer.place(), about(answer, values));
    }

    /**
     * Says what was seen on a scan. Recognition is a machine's guess: whatever the line's severity, this is never more than a
     * hint for a person.
     */
    Stream<Finding> hint(String variant, Place place, Map<String, Object> values, Spot spot) {
        return say(variant, place, values)
                .map(found -> new Finding(
                        found.rule(),
                        found.message(),
                        found.severity().compareTo(Severity.WARN) < 0 ? Severity.WARN : found.severity(),
                        found.place(),
                        found.values(),
                        Optional.of(spot)));
    }

    Stream<Finding> hint(String variant, Answer answer, Map<String, Object> values, Spot spot) {
        return hint(variant, answer.place(), about(answer, values), spot);
    }

    private static Map<String, Object> about(Answer answer, Map<String, Object> values) {
        Map<String, Object> more = new HashMap<>(values);
        more.putIfAbsent("label", answer.spec().label());
        more.putIfAbsent("name", answer.in().nominee().orElse(""));
        return more;
    }

    private Finding finding(Variant variant, Place place, Map<String, Object> values) {
        if (!values.keySet().containsAll(variant.variables())) {
            throw new IllegalStateException(rule + " " + variant.name() + " lacks values it declared");
        }
        Map<String, Object> safe = new HashMap<>();
        values.forEach((name, value) -> safe.put(name, value instanceof String text ? discretion.quote(text) : value));
        if (!place.label().isEmpty()) {
            safe.putIfAbsent("label", place.label());
        }
        Severity weight = warned.contains(variant.name()) ? Severity.WARN : severity;
        Place shown = new Place(
                place.document(), place.nominee().map(discretion::quote), place.block(), place.row(), place.label());
        return new Finding(rule, key(message, variant.name()), weight, shown, safe);
    }

    static String key(String message, String variant) {
        return variant.isEmpty() ? message : message + "." + variant;
    }
}
