package org.mailroom.form;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailroom.reading.Sheet.Cell;

/**
 * Reads a repeating block that has no header row, but every label beside its value, once for each entry; or its labels in the
 * first column and an entry in each of the others.
 */
record GroupedEntries(CellLabels labels, EntryTexts texts) {
    private static final int PERCENT = 60;

    /** A label of the block, its place, and the cells right of it up to the next label. */
    private record Spot(Grid grid, Cell cell, FieldSpec column, List<Cell> values) {}

    Optional<BlockEntries> read(BlockSpec block, Passage passage, Set<Cell> used) {
        List<Spot> spots = spots(block, passage, used);
        Set<FieldSpec> columns = spots.stream().map(Spot::column).collect(Collectors.toCollection(LinkedHashSet::new));
        if (columns.size() * 100 < PERCENT * block.columns().size()) {
            return Optional.empty();
        }
        List<Map<FieldSpec, String>> found =
                sideBySide(spots) ? across(block, spots) : downwards(block, spots, columns);
        Set<Cell> cells = Collections.newSetFromMap(new IdentityHashMap<>());
        spots.forEach(spot -> {
            cells.add(spot.cell());
            cells.addAll(spot.values());
        });
        columns.add(block.columns().get(0));
        return Optional.of(new BlockEntries(
                found.stream()
                        .filter(entry -> texts.entry(block, entry))
                        .map(entry -> new BlockEntries.Entry(block, entry))
                        .toList(),
                Map.of(block, columns),
                cells));
    }

    private List<Spot> spots(BlockSpec block, Passage passage, Set<Cell> used) {
        List<Spot> spots = new ArrayList<>();
        for (Passage.Piece piece : passage.pieces()) {
            if (piece instanceof Passage.Rows rows) {
                Grid grid = rows.grid();
                for (int row = grid.firstRow(); row <= grid.lastRow(); row++) {
                    for (Cell cell : grid.starting(row)) {
                        column(block, cell)
                                .filter(column -> !used.contains(cell))
                                .ifPresent(column -> {
                                    List<Cell> values = values(grid, cell);
                                    if (!values.isEmpty()) {
                                        spots.add(new Spot(grid, cell, column, values));
                                    }
                                });
                    }
                }
            }
        }
        return spots;
    }

    private Optional<FieldSpec> column(BlockSpec block, Cell cell) {
        return labels.of(cell).stream()
                .filter(owner -> owner.block().equals(block.name()))
                .map(Owner::spec)
                .findFirst();
    }

    private List<Cell> values(Grid grid, Cell label) {
        List<Cell> values = new ArrayList<>();
        for (Cell cell : grid.rightOf(label, label.row())) {
            if (labels.label(cell)) {
                break;
            }
            values.add(cell);
        }
        return values;
    }

    private static boolean sideBySide(List<Spot> spots) {
        boolean oneColumn =
                spots.stream().map(spot -> spot.cell().column()).distinct().count() == 1;
        boolean once = spots.stream().map(Spot::column).distinct().count() == spots.size();
        return oneColumn
                && once
                && spots.stream().allMatch(spot -> spot.values().size() > 1);
    }

    private static List<Map<FieldSpec, String>> across(BlockSpec block, List<Spot> spots) {
        List<Map<FieldSpec, String>> entries = new ArrayList<>();
        Spot top = spots.get(0);
        for (Cell head : top.values()) {
            Map<FieldSpec, String> entry = new LinkedHashMap<>();
            top.grid()
                    .under(head, top.cell().row() - 1)
                    .ifPresent(cell -> entry.put(block.columns().get(0), cell.text()));
            for (Spot spot : spots) {
                spot.grid().under(head, spot.cell().row()).ifPresent(cell -> entry.put(spot.column(), cell.text()));
            }
            entries.add(entry);
        }
        return entries;
    }

    private List<Map<FieldSpec, String>> downwards(BlockSpec block, List<Spot> spots, Set<FieldSpec> columns) {
        FieldSpec first = block.columns().get(0);
        List<Map<FieldSpec, String>> entries = new ArrayList<>();
        Map<FieldSpec, String> entry = new HashMap<>();
        Cell group = null;
        for (Spot spot : spots) {
            Cell beside = group(spot);
            boolean other = beside != null && group != null && beside != group;
            if (other || entry.containsKey(spot.column())) {
                entries.add(entry);
                entry = new HashMap<>();
            }
            group = beside;
            if (beside != null && !columns.contains(first)) {
                entry.putIfAbsent(first, beside.text());
            }
            entry.put(spot.column(), spot.values().get(0).text());
        }
        entries.add(entry);
        return entries;
    }

    /** The cell left of the labels that says whose they are, or the heading row above them. */
    private @Nullable Cell group(Spot spot) {
        for (Cell cell : spot.grid().covering(spot.cell().row())) {
            boolean tall = cell.column() < spot.cell().column()
                    && cell.rowSpan() > spot.cell().rowSpan();
            if (tall && !labels.label(cell) && !cell.text().isBlank()) {
                return cell;
            }
        }
        for (int row = spot.cell().row() - 1; row >= spot.grid().firstRow(); row--) {
            List<Cell> cells = spot.grid().covering(row);
            if (cells.size() == 1 && !labels.label(cells.get(0))) {
                return cells.get(0);
            }
        }
        return null;
    }
}
