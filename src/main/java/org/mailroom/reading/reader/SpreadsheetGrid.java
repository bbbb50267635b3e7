package org.mailroom.reading.reader;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.mailroom.reading.Sheet.Cell;
import org.mailroom.reading.Sheet.Table;

/**
 * The used area of a spreadsheet as a table. Row and column numbers stay those the sender sees; only long stretches of blank
 * rows are shortened. Blank cells beside filled ones are cells, as in a table of a text.
 */
final class SpreadsheetGrid {
    /** Blank columns right of the last text that still count, if they are drawn or merged. */
    private static final int MARGIN = 30;

    private static final int BLANK_ROWS = 100;
    private static final int MANY_ROWS = 1000;

    private final Tally tally;
    private final TreeMap<Integer, TreeMap<Integer, String>> texts = new TreeMap<>();
    private final List<Merged> merged = new ArrayList<>();
    private final Set<Integer> hidden = new HashSet<>();
    private int lastColumn;
    private int drawn;

    SpreadsheetGrid(Tally tally) {
        this.tally = tally;
    }

    private record Merged(int top, int left, int bottom, int right) {}

    /** A cell; rows and columns count from 1. */
    void put(int row, int column, String text) throws Refusal {
        if (text.isBlank()) {
            return;
        }
        tally.cell();
        tally.text(text.length());
        texts.computeIfAbsent(row, any -> new TreeMap<>()).put(column, text.strip());
        lastColumn = Math.max(lastColumn, column);
    }

    /** There is a cell in this column, even if all of them are blank. */
    void drawn(int column) {
        drawn = Math.max(drawn, column);
    }

    void merge(int top, int left, int bottom, int right) throws Refusal {
        if (top >= 1 && left >= 1 && bottom >= top && right >= left) {
            tally.cell();
            merged.add(new Merged(top, left, bottom, right));
        }
    }

    /** A row that is not shown. */
    void hide(int row) {
        hidden.add(row);
    }

    /** Whether rows with something in them are not shown. */
    boolean hidesText() {
        return texts.keySet().stream().anyMatch(hidden::contains);
    }

    boolean isBlank() {
        return texts.keySet().stream().allMatch(hidden::contains);
    }

    Table table(int number) throws Refusal {
        texts.keySet().removeAll(hidden);
        int width = width();
        TreeMap<Integer, Integer> places = places();
        int height = places.lastEntry().getValue();
        boolean sparse = !tally.has((long) height * width);
        if (!sparse) {
            tally.cells((long) height * width);
        }
        Cell[][] tops = new Cell[height + 1][];
        Set<Long> covered = new HashSet<>();
        if (!sparse) {
            for (Merged area : merged) {
                cover(area, places, width, tops, covered);
            }
        }
        Map<Integer, TreeMap<Integer, String>> rows = new TreeMap<>();
        texts.forEach((row, columns) -> rows.put(places.get(row), columns));
        List<Cell> cells = new ArrayList<>();
        for (int row = 1; row <= height; row++) {
            TreeMap<Integer, String> columns = rows.getOrDefault(row, new TreeMap<>());
            if (sparse) {
                int at = row;
                columns.forEach((column, text) -> cells.add(new Cell(at, column, 1, 1, text)));
                continue;
            }
            for (int column = 1; column <= width; column++) {
                Cell top = tops[row] == null ? null : tops[row][column];
                if (top != null) {
                    cells.add(new Cell(row, column, top.rowSpan(), top.columnSpan(), columns.getOrDefault(column, "")));
                } else if (!covered.contains(key(row, column))) {
                    cells.add(new Cell(row, column, 1, 1, columns.getOrDefault(column, "")));
                }
            }
        }
        return new Table(number, height, width, cells);
    }

    private int width() {
        int most = lastColumn + MARGIN;
        int width = Math.max(lastColumn, Math.min(drawn, most));
        for (Merged area : merged) {
            if (area.right() <= most) {
                width = Math.max(width, area.right());
            }
        }
        return width;
    }

    /** Where each row with text goes. */
    private TreeMap<Integer, Integer> places() {
        TreeMap<Integer, Integer> places = new TreeMap<>();
        int gap = texts.size() > MANY_ROWS ? 1 : BLANK_ROWS;
        int before = 0;
        int place = 0;
        for (int row : texts.keySet()) {
            place += Math.min(row - before, gap + 1);
            places.put(row, place);
            before = row;
        }
        return places;
    }

    private static int place(TreeMap<Integer, Integer> places, int row) {
        Map.Entry<Integer, Integer> near = places.floorEntry(row);
        Map.Entry<Integer, Integer> next = places.ceilingEntry(row);
        if (near != null) {
            int place = near.getValue() + Math.min(row - near.getKey(), BLANK_ROWS);
            return next == null ? place : Math.min(place, next.getValue());
        }
        return next == null ? row : Math.max(1, next.getValue() - Math.min(next.getKey() - row, BLANK_ROWS));
    }

    private static void cover(
            Merged area, TreeMap<Integer, Integer> places, int width, Cell[][] tops, Set<Long> covered) {
        int top = place(places, area.top());
        int bottom = Math.min(place(places, area.bottom()), tops.length - 1);
        int right = Math.min(area.right(), width);
        if (top > bottom || area.left() > right || covered.contains(key(top, area.left()))) {
            return;
        }
        for (int row = top; row <= bottom; row++) {
            for (int column = area.left(); column <= right; column++) {
                if (!covered.add(key(row, column))) {
                    // Areas never overlap in a sound file; a broken one is shown unmerged from here on.
                    return;
                }
            }
        }
        if (tops[top] == null) {
            tops[top] = new Cell[width + 1];
        }
        tops[top][area.left()] = new Cell(top, area.left(), bottom - top + 1, right - area.left() + 1, "");
    }

    private static long key(int row, int column) {
        return (long) row << 32 | column;
    }
}
