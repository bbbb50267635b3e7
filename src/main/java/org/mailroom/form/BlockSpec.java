package org.mailroom.form;

import java.util.List;
import java.util.Optional;

/**
 * A repeating block: a table with a header row and one entry a row.
 *
 * @param name stable key, for example collectives
 * @param title how a person calls it, for example 先进集体; part of the place of a finding
 * @param category the category its rows name, if the block lists nominees
 * @param headings texts that stand above the block
 * @param nameColumn the column that names the nominee, "" if none
 * @param columns in the order of the blank
 * @param skip patterns of rows that are no entries: 示例, 合计, repeated header
 */
public record BlockSpec(
        String name,
        String title,
        Optional<String> category,
        List<String> headings,
        String nameColumn,
        List<FieldSpec> columns,
        List<String> skip) {
    public BlockSpec {
        headings = List.copyOf(headings);
        columns = List.copyOf(columns);
        skip = List.copyOf(skip);
    }
}
