package org.mailroom.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailroom.campaign.Entry;

/** Every label of a blank in its order, read out of its layout; without a layout, in the order of the fields. */
record LayoutLabels(List<FieldSpec> fields, List<FieldSpec> signatures, List<BlockSpec> blocks) {

    /** Names of the fields for which the blank leaves room for a picture. */
    static Set<String> pictures(Entry layout) {
        return layout.entries("blocks").stream()
                .flatMap(block -> block.optionalEntry("table").stream())
                .flatMap(table -> table.entries("rows").stream())
                .flatMap(row -> row.entries("cells").stream())
                .flatMap(cell -> cell.optionalText("picture").stream())
                .collect(Collectors.toSet());
    }

    List<String> of(Entry layout) {
        List<String> labels = new ArrayList<>();
        for (Entry block : layout.entries("blocks")) {
            if (block.has("table")) {
                block.entry("table")
                        .entries("rows")
                        .forEach(row -> row.entries("cells").forEach(cell -> add(cell, labels)));
            } else if (block.has("line")) {
                block.entries("line").forEach(item -> add(item, labels));
            } else if (block.has("entries")) {
                columns(block).forEach(labels::add);
            }
        }
        if (labels.isEmpty()) {
            Stream.concat(fields.stream(), signatures.stream())
                    .map(FieldSpec::label)
                    .forEach(labels::add);
        }
        return List.copyOf(labels);
    }

    private void add(Entry cell, List<String> labels) {
        cell.optionalText("label").ifPresent(labels::add);
        cell.optionalText("picture").flatMap(this::field).map(FieldSpec::label).ifPresent(labels::add);
    }

    private Optional<FieldSpec> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    private List<String> columns(Entry block) {
        String name = block.text("entries");
        return blocks.stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> block.wrong("entries", "the name of one of the blocks"))
                .columns()
                .stream()
                .map(FieldSpec::label)
                .toList();
    }
}
