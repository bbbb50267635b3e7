package org.mailroom.corpus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.mailroom.form.BlockSpec;
import org.mailroom.form.FieldSpec;
import org.mailroom.form.Filled;

/**
 * What a person who reads the file finds in it: one form.
 *
 * @param document key of the document kind
 * @param nominee the name as names are compared, "" if the form is about nobody
 * @param fields what stands in each field, as it was typed; a field whose label is not there is not here either
 * @param rows entries of repeating blocks, in order, by column name
 */
public record Truth(String document, String nominee, Map<String, String> fields, List<Map<String, String>> rows) {
    /** Printed by the blank itself, so that what stands there says nothing about reading; or not on the blank at all. */
    static final List<String> NOT_FILLED_IN = List.of("photo", "pledge", "creditCode");

    public Truth {
        fields = Map.copyOf(fields);
        rows = List.copyOf(rows);
    }

    /** A form filled in as it should be. */
    public static Truth of(Filled filled) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (FieldSpec field : filled.form().fields()) {
            if (!NOT_FILLED_IN.contains(field.name())) {
                fields.put(field.name(), filled.filling().values().getOrDefault(field.name(), ""));
            }
        }
        List<Map<String, String>> rows = new ArrayList<>();
        for (BlockSpec block : filled.form().blocks()) {
            rows.addAll(filled.filling().rows().getOrDefault(block.name(), List.of()));
        }
        String nominee = fields.getOrDefault(filled.form().nameField(), "");
        return new Truth(filled.form().document(), nominee, filled.form().letter() ? Map.of() : fields, rows);
    }

    public Truth with(String field, String value) {
        Map<String, String> changed = new LinkedHashMap<>(fields);
        changed.put(field, value);
        return new Truth(document, nominee, changed, rows);
    }

    /** The label is not there any more. */
    public Truth without(String field) {
        Map<String, String> changed = new LinkedHashMap<>(fields);
        changed.remove(field);
        return new Truth(document, nominee, changed, rows);
    }

    public Truth named(String name) {
        return new Truth(document, name, fields, rows);
    }

    public Truth rows(UnaryOperator<Map<String, String>> change) {
        return new Truth(
                document,
                nominee,
                fields,
                rows.stream().map(row -> change.apply(new LinkedHashMap<>(row))).toList());
    }

    /** How many texts can be right or wrong. */
    public int size() {
        return fields.size() + rows.stream().mapToInt(Map::size).sum();
    }
}
