package org.mailroom.reading.reader;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mailroom.reading.Sheet.Cell;
import org.mailroom.reading.Sheet.Table;

/** The grid of an HTML table: a cell takes the next place of its row that none from above reaches into (HTML 4.9.12). */
final class HtmlTable {
    private static final int WIDEST = 1000;
    private static final int TALLEST = 65534;

    private final int number;
    private final Tally tally;
    private final List<Cell> cells = new ArrayList<>();
    /** The last row that is taken, by column. */
    private final Map<Integer, Integer> taken = new HashMap<>();

    private int row;
    private int column;
    private int widest;

    HtmlTable(int number, Tally tally) {
        this.number = number;
        this.tally = tally;
    }

    void row() throws Refusal {
        tally.cell();
        row++;
        column = 1;
    }

    void cell(String rowSpan, String columnSpan, String text) throws Refusal {
        tally.cell();
        while (taken.getOrDefault(column, 0) >= row) {
            column++;
        }
        int wide = span(columnSpan, WIDEST);
        int tall = span(rowSpan, TALLEST);
        tally.cells(wide - 1L);
        cells.add(new Cell(row, column, tall, wide, text.strip()));
        for (int at = column; at < column + wide; at++) {
            taken.put(at, row + tall - 1);
        }
        column += wide;
        widest = Math.max(widest, column - 1);
    }

    private static int span(String stated, int most) {
        try {
            return Math.max(1, Math.min(Integer.parseInt(stated.strip()), most));
        } catch (NumberFormatException none) {
            return 1;
        }
    }

    /** The table; no cell reaches beyond its last row. */
    Table table() throws Refusal {
        List<Cell> within = new ArrayList<>();
        for (Cell cell : cells) {
            int tall = Math.min(cell.rowSpan(), row - cell.row() + 1);
            // A tall cell is met in each of its rows.
            tally.cells(tall - 1L);
            within.add(new Cell(cell.row(), cell.column(), tall, cell.columnSpan(), cell.text()));
        }
        return new Table(number, row, widest, within);
    }
}
