package org.mailroom.form;

import java.util.Map;
import java.util.Optional;

/**
 * One entry of a repeating block.
 *
 * @param block for example collectives
 * @param category the category of nominee it names, if the block lists nominees
 * @param number the entry in its block from 1 as the sender counts
 */
public record Row(String block, Optional<String> category, int number, Map<String, Field> fields) {
    public Row {
        fields = Map.copyOf(fields);
    }

    public Optional<Field> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }
}
