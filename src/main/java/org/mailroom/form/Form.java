package org.mailroom.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A recognised form and what stands in it; right or wrong is not its business.
 *
 * @param document key of the document kind it is
 * @param ordinal its number in its file, from 1: one file may hold ten forms
 * @param category the category of its nominee, if it is a nominee's form and can be told
 * @param nominee the nominee's name, if it is a nominee's form and a name is given
 * @param fields single fields by name, those whose label was found
 * @param rows entries of repeating blocks, in order
 * @param text the whole text, for forms that are letters or reports; paragraphs separated by line feeds
 */
public record Form(
        String document,
        int ordinal,
        Optional<String> category,
        Optional<String> nominee,
        Map<String, Field> fields,
        List<Row> rows,
        List<Difference> differences,
        String text) {
    public Form {
        fields = Map.copyOf(fields);
        rows = List.copyOf(rows);
        differences = List.copyOf(differences);
    }

    public Optional<Field> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }
}
