package org.mailroom.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailroom.reading.Sheet.Cell;
import org.mailroom.reading.Sheet.Table;

/** A table, or some rows of it, with merged cells found from every place they cover. Rows and columns count from 1. */
final class Grid {
    private final Table table;
    private final int firstRow;
    private final int lastRow;
    private final Map<Integer, List<Cell>> starting = new HashMap<>();
    private final Map<Integer, List<Cell>> covering = new HashMap<>();

    private Grid(Table table, int firstRow, int lastRow) {
        this.table = table;
        this.firstRow = firstRow;
        this.lastRow = lastRow;
    }

    Grid(Table table) {
        this(table, 1, table.rows());
        table.cells().forEach(this::add);
        sort();
    }

    /** Some rows of it; looks at no others, for a sheet is cut into all its rows. */
    Grid rows(int from, int to) {
        Grid some = new Grid(table, from, to);
        for (int row = Math.max(from, firstRow); row <= Math.min(to, lastRow); row++) {
            starting(row).forEach(some::add);
        }
        some.sort();
        return some;
    }

    private void add(Cell cell) {
        if (cell.row() >= firstRow && cell.row() <= lastRow) {
            starting.computeIfAbsent(cell.row(), row -> new ArrayList<>()).add(cell);
            int bottom = Math.min(lastRow, cell.row() + cell.rowSpan() - 1);
            for (int row = cell.row(); row <= bottom; row++) {
                covering.computeIfAbsent(row, any -> new ArrayList<>()).add(cell);
            }
        }
    }

    private void sort() {
        covering.values().forEach(cells -> cells.sort((a, b) -> Integer.compare(a.column(), b.column())));
    }

    int firstRow() {
        return firstRow;
    }

    int lastRow() {
        return lastRow;
    }

    int columns() {
        return table.columns();
    }

    List<Cell> starting(int row) {
        return starting.getOrDefault(row, List.of());
    }

    List<Cell> covering(int row) {
        return covering.getOrDefault(row, List.of());
    }

    /** The cells of a row that lie right of the cell, nearest first. */
    List<Cell> rightOf(Cell cell, int row) {
        return covering(row).stream()
                .filter(other -> other.column() >= cell.column() + cell.columnSpan())
                .toList();
    }

    /** The cells that begin directly below the cell, within its width. */
    List<Cell> below(Cell cell) {
        return starting(cell.row() + cell.rowSpan()).stream()
                .filter(other -> overlap(cell, other) > 0)
                .toList();
    }

    /** The cell of the row that shares most columns with the given one. */
    Optional<Cell> under(Cell header, int row) {
        return covering(row).stream()
                .filter(cell -> overlap(header, cell) > 0)
                .max((a, b) -> Integer.compare(overlap(header, a), overlap(header, b)));
    }

    static int overlap(Cell a, Cell b) {
        int from = Math.max(a.column(), b.column());
        int to = Math.min(a.column() + a.columnSpan(), b.column() + b.columnSpan());
        return Math.max(0, to - from);
    }
}
