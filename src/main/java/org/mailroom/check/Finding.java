package org.mailroom.check;

import java.util.Map;
import java.util.Optional;
import org.mailroom.form.Place;

/**
 * What a rule found.
 *
 * @param rule the rule's id, for example R-57
 * @param message key of its words in the campaign's messages: the rule's id, or id and variant, for example R-46.check
 * @param values what the words need: strings and integers; never an identity number or a phone (P9)
 * @param spot where on a scan it was seen; empty for what was found in electronic material
 */
public record Finding(
        String rule, String message, Severity severity, Place place, Map<String, Object> values, Optional<Spot> spot) {
    public Finding {
        values = Map.copyOf(values);
    }

    /** Found in electronic material. */
    public Finding(String rule, String message, Severity severity, Place place, Map<String, Object> values) {
        this(rule, message, severity, place, values, Optional.empty());
    }
}
