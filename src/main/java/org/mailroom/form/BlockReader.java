package org.mailroom.form;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mailroom.reading.Sheet.Cell;

/** Reads repeating blocks that have a header row: two tables or one with headings between, in any order of columns. */
final class BlockReader {
    private final FormDescriptor form;
    private final InlineLabels inline;
    private final CellLabels labels;
    private final EntryTexts texts;
    private final List<BlockEntries.Entry> entries = new ArrayList<>();
    private final Map<BlockSpec, Set<FieldSpec>> columns = new HashMap<>();
    private final Set<Cell> cells = Collections.newSetFromMap(new IdentityHashMap<>());
    /** The header under which rows are read, until something else begins; a table cut in two goes on without one. */
    private @Nullable HeaderRow current;

    private int width;

    BlockReader(KnownForm known, CellLabels labels, EntryTexts texts) {
        this.form = known.form();
        this.inline = known.inline();
        this.labels = labels;
        this.texts = texts;
    }

    BlockEntries read(Passage passage) {
        for (Passage.Piece piece : passage.pieces()) {
            if (piece instanceof Passage.Rows rows) {
                table(rows.grid());
            } else {
                current = null;
            }
        }
        GroupedEntries grouped = new GroupedEntries(labels, texts);
        for (BlockSpec block : form.blocks()) {
            if (!columns.containsKey(block)) {
                grouped.read(block, passage, cells).ifPresent(found -> {
                    entries.addAll(found.entries());
                    columns.putAll(found.columns());
                    cells.addAll(found.cells());
                });
            }
        }
        return new BlockEntries(entries, columns, cells);
    }

    private void table(Grid grid) {
        if (current != null && (grid.columns() != width || named(grid, grid.firstRow()))) {
            current = null;
        }
        int row = grid.firstRow();
        while (row <= grid.lastRow()) {
            Optional<HeaderRow> header = HeaderRow.at(grid, row, form, labels);
            if (header.isPresent()) {
                HeaderRow found = header.get();
                current = found;
                width = grid.columns();
                columns.computeIfAbsent(found.block(), block -> new HashSet<>())
                        .addAll(found.columns().keySet());
                for (int line = row; line < row + found.height(); line++) {
                    cells.addAll(grid.starting(line));
                }
                row += found.height();
            } else {
                entry(grid, row);
                row++;
            }
        }
    }

    private void entry(Grid grid, int row) {
        HeaderRow header = current;
        List<Cell> starting = grid.starting(row);
        if (header == null || starting.isEmpty()) {
            return;
        }
        if (named(grid, row) || texts.heading(starting, form)) {
            current = null;
        } else if (grid.covering(row).size() > 1) {
            cells.addAll(starting);
            Map<FieldSpec, String> found = header.texts(grid, row);
            if (texts.entry(header.block(), found)) {
                entries.add(new BlockEntries.Entry(header.block(), found));
            }
        }
    }

    /** Whether a single field of the form has its label in this row: the block is over. */
    private boolean named(Grid grid, int row) {
        Optional<Cell> cell =
                grid.starting(row).stream().filter(any -> !any.text().isBlank()).findFirst();
        boolean first = cell.filter(
                        label -> labels.of(label).stream().anyMatch(Owner::single) || beginsWithLabel(label.text()))
                .isPresent();
        return first && HeaderRow.at(grid, row, form, labels).isEmpty();
    }

    /** "Filled in by: name", label and value in one cell. */
    private boolean beginsWithLabel(String text) {
        List<InlineLabels.Found> found = inline.in(text, true);
        return !found.isEmpty() && found.get(0).at() == 0;
    }
}
