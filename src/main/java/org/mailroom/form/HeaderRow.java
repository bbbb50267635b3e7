package org.mailroom.form;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mailroom.reading.Sheet.Cell;

/**
 * The row that names the columns of a repeating block: at least 60 % of its labels, in any order.
 *
 * @param columns the cell of each column that was found
 * @param height rows it takes
 */
record HeaderRow(BlockSpec block, Map<FieldSpec, Cell> columns, int height) {
    private static final int PERCENT = 60;

    /** The block whose header begins in this row; of two, the one that more of the row fits. */
    static Optional<HeaderRow> at(Grid grid, int row, FormDescriptor form, CellLabels labels) {
        HeaderRow best = null;
        for (BlockSpec block : form.blocks()) {
            HeaderRow header = fitted(grid, row, block, labels);
            if (header.share() >= PERCENT && (best == null || header.share() > best.share())) {
                best = header;
            }
        }
        return Optional.ofNullable(best);
    }

    private int share() {
        return columns.size() * 100 / Math.max(1, block.columns().size());
    }

    private static HeaderRow fitted(Grid grid, int row, BlockSpec block, CellLabels labels) {
        Map<FieldSpec, Cell> columns = new LinkedHashMap<>();
        int height = 1;
        for (int line = row; line < row + height && line <= grid.lastRow(); line++) {
            for (Cell cell : grid.starting(line)) {
                List<FieldSpec> named = named(block, labels.of(cell));
                boolean fresh = named.stream().anyMatch(column -> !columns.containsKey(column));
                if (fresh) {
                    named.forEach(column -> columns.putIfAbsent(column, cell));
                    height = Math.max(height, line - row + cell.rowSpan());
                }
            }
        }
        firstColumn(grid, row, block, columns);
        return new HeaderRow(block, columns, height);
    }

    private static List<FieldSpec> named(BlockSpec block, Set<Owner> owners) {
        return owners.stream()
                .filter(owner -> owner.block().equals(block.name()))
                .map(Owner::spec)
                .toList();
    }

    /** The corner above the labels of the rows is often left blank. */
    private static void firstColumn(Grid grid, int row, BlockSpec block, Map<FieldSpec, Cell> columns) {
        List<Cell> cells = grid.starting(row);
        FieldSpec first = block.columns().get(0);
        boolean corner = columns.size() > 1
                && !columns.containsKey(first)
                && !cells.isEmpty()
                && LabelText.compact(cells.get(0).text()).isEmpty();
        if (corner) {
            columns.put(first, cells.get(0));
        }
    }

    /** The texts of one row, by column; "" where the row has no cell. */
    Map<FieldSpec, String> texts(Grid grid, int row) {
        Map<Cell, List<FieldSpec>> shared = new IdentityHashMap<>();
        columns.forEach((column, cell) ->
                shared.computeIfAbsent(cell, any -> new ArrayList<>()).add(column));
        Map<FieldSpec, String> texts = new LinkedHashMap<>();
        shared.forEach((cell, specs) -> {
            String text = grid.under(cell, row).map(Cell::text).orElse("");
            List<String> shares = Values.shared(text, specs.size());
            for (int i = 0; i < specs.size(); i++) {
                texts.put(specs.get(i), specs.size() == 1 ? text : shares.get(i));
            }
        });
        return texts;
    }

    Set<Cell> cells() {
        return columns.values().stream().collect(Collectors.toSet());
    }
}
