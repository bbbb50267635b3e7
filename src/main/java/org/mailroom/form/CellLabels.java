package org.mailroom.form;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mailroom.reading.Sheet.Cell;

/** Which cells of a passage are labels, and of what. */
final class CellLabels {
    private final LabelIndex index;
    private final Map<Cell, Set<Owner>> owners = new IdentityHashMap<>();

    CellLabels(LabelIndex index, Passage passage) {
        this.index = index;
        for (Passage.Piece piece : passage.pieces()) {
            if (piece instanceof Passage.Rows rows) {
                for (int row = rows.grid().firstRow(); row <= rows.grid().lastRow(); row++) {
                    label(rows.grid(), row);
                }
            }
        }
    }

    private void label(Grid grid, int row) {
        List<Cell> covering = grid.covering(row);
        for (Cell cell : grid.starting(row)) {
            Set<Owner> found = grouped(cell, covering);
            if (found.isEmpty()) {
                found = index.of(cell.text());
            }
            if (!found.isEmpty()) {
                owners.put(cell, found);
            }
        }
    }

    /** A label under a heading of its own: "head" over rows, "name" and "post" beside it. */
    private Set<Owner> grouped(Cell cell, List<Cell> covering) {
        if (cell.text().isBlank() || cell.text().length() > 12) {
            return Set.of();
        }
        for (Cell left : covering) {
            if (left.column() < cell.column() && !left.text().isBlank() && left.text().length() <= 12) {
                Set<Owner> both = index.of(left.text() + cell.text());
                if (both.size() == 1) {
                    return both;
                }
            }
        }
        return Set.of();
    }

    Set<Owner> of(Cell cell) {
        return owners.getOrDefault(cell, Set.of());
    }

    boolean label(Cell cell) {
        return owners.containsKey(cell);
    }
}
