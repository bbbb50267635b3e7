package org.mailroom.reading.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.mailroom.reading.Sheet.Table;

/**
 * A table whose cells say where they lie on the page and not which columns they cover, as in .doc ([MS-DOC] 2.9.322) and RTF:
 * columns are the places where edges stand above each other.
 */
final class EdgeTable {
    /** Edges nearer than this, in twips, are one: hands that drag borders are not exact. */
    private static final int SAME = 60;

    private final List<List<Cell>> rows = new ArrayList<>();

    /**
     * A cell.
     *
     * @param left edge in twips
     * @param right edge in twips
     */
    record Cell(int left, int right, Merge merge, String text) {}

    /** Whether a cell begins or continues one that is merged with others. */
    record Merge(boolean startsBelow, boolean continuesAbove, boolean continuesLeft) {
        static final Merge NONE = new Merge(false, false, false);
    }

    void row(List<Cell> cells) {
        rows.add(List.copyOf(cells));
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    Table grid(int number) {
        List<Integer> edges = edges();
        TableDraft draft = new TableDraft();
        for (List<Cell> cells : rows) {
            draft.startRow();
            int column = 0;
            for (Cell cell : cells) {
                int from = place(edges, cell.left());
                int to = Math.max(place(edges, cell.right()), Math.max(from, column) + 1);
                draft.leave(from - column);
                int start = Math.max(from, column);
                TableDraft.Shape shape = new TableDraft.Shape();
                shape.span(to - start);
                if (cell.merge().startsBelow() || cell.merge().continuesAbove()) {
                    shape.vertical(cell.merge().continuesAbove() ? "continue" : "restart");
                }
                if (cell.merge().continuesLeft()) {
                    shape.horizontal("continue");
                }
                draft.add(shape, cell.text());
                column = to;
            }
        }
        return draft.grid(number);
    }

    private List<Integer> edges() {
        TreeSet<Integer> all = new TreeSet<>();
        rows.forEach(cells -> cells.forEach(cell -> {
            all.add(cell.left());
            all.add(cell.right());
        }));
        List<Integer> apart = new ArrayList<>();
        for (int edge : all) {
            if (apart.isEmpty() || (long) edge - apart.get(apart.size() - 1) > SAME) {
                apart.add(edge);
            }
        }
        return apart;
    }

    /** The last of the edges that is not right of this one. */
    private static int place(List<Integer> edges, int edge) {
        int low = 0;
        int high = edges.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (edges.get(middle) <= edge) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
