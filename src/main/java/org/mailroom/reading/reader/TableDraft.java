package org.mailroom.reading.reader;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mailroom.reading.Sheet.Cell;
import org.mailroom.reading.Sheet.Table;

/** A table while it is read: rows of cells with their marks of merging, resolved into a grid at the end. */
final class TableDraft {
    /** The widest table Word itself can make has 63 columns; beyond this a span is nonsense. */
    private static final int WIDEST = 1000;

    private final List<List<Draft>> rows = new ArrayList<>();
    private List<Draft> row = new ArrayList<>();
    private int column = 1;

    /** How a cell says it is merged (ECMA-376 part 1, 17.4.17, 17.4.22, 17.4.85). */
    static final class Shape {
        private int span = 1;
        private boolean startsBelow;
        private boolean continuesAbove;
        private boolean continuesLeft;

        void span(int columns) {
            span = Math.max(1, Math.min(columns, WIDEST));
        }

        void vertical(String mark) {
            startsBelow = mark.equals("restart");
            continuesAbove = !startsBelow;
        }

        void horizontal(String mark) {
            continuesLeft = !mark.equals("restart");
        }
    }

    private static final class Draft {
        private final int column;
        private final Shape shape;
        private final String text;
        private int height = 1;
        private boolean merged;

        Draft(int column, Shape shape, String text) {
            this.column = column;
            this.shape = shape;
            this.text = text;
        }
    }

    void startRow() {
        row = new ArrayList<>();
        rows.add(row);
        column = 1;
    }

    /** The row was deleted under tracked changes: the cells that still follow belong to no table. */
    void deleteRow() {
        row = new ArrayList<>();
        rows.remove(rows.size() - 1);
    }

    void leave(int columns) {
        column += Math.max(0, Math.min(columns, WIDEST));
    }

    void add(Shape shape, String text) {
        if (shape.continuesLeft && !row.isEmpty()) {
            row.get(row.size() - 1).shape.span += shape.span;
        } else {
            row.add(new Draft(column, shape, text));
        }
        column += shape.span;
    }

    Table grid(int number) {
        List<Map<Integer, Draft>> byColumn = rows.stream()
                .map(cellsOfRow -> {
                    Map<Integer, Draft> columns = new HashMap<>();
                    cellsOfRow.forEach(cell -> columns.put(cell.column, cell));
                    return columns;
                })
                .toList();
        List<Cell> cells = new ArrayList<>();
        int widest = 0;
        for (int at = 0; at < rows.size(); at++) {
            for (Draft cell : rows.get(at)) {
                widest = Math.max(widest, cell.column + cell.shape.span - 1);
                if (cell.merged) {
                    continue;
                }
                if (cell.shape.startsBelow) {
                    mergeDown(cell, byColumn, at);
                }
                cells.add(new Cell(at + 1, cell.column, cell.height, cell.shape.span, cell.text.strip()));
            }
        }
        return new Table(number, rows.size(), widest, cells);
    }

    private static void mergeDown(Draft top, List<Map<Integer, Draft>> rows, int from) {
        for (int row = from + 1; row < rows.size(); row++) {
            Draft below = rows.get(row).get(top.column);
            if (below == null || !below.shape.continuesAbove) {
                return;
            }
            below.merged = true;
            top.height++;
        }
    }
}
