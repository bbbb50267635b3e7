package org.mailroom.campaign;

import java.util.Map;
import java.util.Optional;

/**
 * The campaign's words for findings and remarks, by key (usually a rule id), with ${name} variables.
 *
 * @param texts from messages.properties, UTF-8
 */
public record Messages(Map<String, String> texts) {
    public Optional<String> find(String key) {
        return Optional.ofNullable(texts.get(key));
    }
}
