package org.mailroom.form;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mailroom.reading.Sheet.Cell;

/** Which cells of a passage are labels, and of what. */
final class CellLabels {
    private static final int LONGEST = 12;
    /** The widest table Word can make; in wider ones no label stands under a heading. */
    private static final int WIDEST = 63;

    private final LabelIndex index;
    private final LabelKeys keys;
    private final Map<Cell, Set<Owner>> owners = new IdentityHashMap<>();

    /** Each cell is looked up once, however many stand beside it. */
    private final Map<Cell, Set<Owner>> own = new IdentityHashMap<>();

    CellLabels(LabelIndex index, Passage passage) {
        this.index = index;
        this.keys = passage.keys();
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
                found = own(cell);
            }
            if (!found.isEmpty()) {
                owners.put(cell, found);
            }
        }
    }

    /**
     * A label under a heading of its own: "head" over some rows, "name" and "post" beside it. The heading has no value, so a
     * label stands right of it.
     */
    private Set<Owner> grouped(Cell cell, List<Cell> covering) {
        if (!isShort(cell) || covering.size() > WIDEST) {
            return Set.of();
        }
        for (int i = 0; i + 1 < covering.size() && covering.get(i) != cell; i++) {
            Cell heading = covering.get(i);
            boolean over =
                    heading.rowSpan() > cell.rowSpan() || own(cell).stream().noneMatch(Owner::single);
            if (over && isShort(heading)) {
                Set<Owner> both = both(heading, cell);
                if (both.size() == 1 && labelled(heading, covering.get(i + 1))) {
                    return both;
                }
            }
        }
        return Set.of();
    }

    private boolean labelled(Cell heading, Cell next) {
        return isShort(next) && !(own(next).isEmpty() && both(heading, next).isEmpty());
    }

    private Set<Owner> own(Cell cell) {
        return own.computeIfAbsent(cell, looked -> index.of(keys.of(looked.text())));
    }

    private Set<Owner> both(Cell heading, Cell cell) {
        return index.exactly(
                keys.of(heading.text()).label() + keys.of(cell.text()).label());
    }

    private static boolean isShort(Cell cell) {
        return !cell.text().isBlank() && cell.text().length() <= LONGEST;
    }

    Set<Owner> of(Cell cell) {
        return owners.getOrDefault(cell, Set.of());
    }

    boolean label(Cell cell) {
        return owners.containsKey(cell);
    }
}
