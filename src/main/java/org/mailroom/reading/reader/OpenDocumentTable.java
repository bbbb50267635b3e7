package org.mailroom.reading.reader;

import org.mailroom.reading.Sheet.Table;

/** A table of OpenDocument: rows and cells that may stand for many alike (ISO/IEC 26300 part 1, 9.1). */
final class OpenDocumentTable {
    /** Beyond so many alike, filled rows or cells are a way to fill the memory. */
    private static final int MOST = 200;

    private static final int LARGEST = 1 << 21;

    private final SpreadsheetGrid grid;
    private int row;
    private int height = 1;
    private int column;

    private final boolean everyCell;

    /** @param everyCell whether blank cells at the edge belong to the table: in a text they do, in a spreadsheet there is no edge */
    OpenDocumentTable(Tally tally, boolean everyCell) {
        this.grid = new SpreadsheetGrid(tally);
        this.everyCell = everyCell;
    }

    void row(int repeated, boolean shown) {
        row = Math.min(row + height, LARGEST);
        height = Math.max(1, Math.min(repeated, LARGEST));
        column = 1;
        for (int at = row; !shown && at < row + Math.min(height, MOST); at++) {
            grid.hide(at);
        }
    }

    void cell(String text, int repeated, int wide, int tall) throws Refusal {
        int alike = Math.max(1, Math.min(repeated, LARGEST));
        int shown = text.isBlank() ? 1 : Math.min(alike, MOST);
        for (int down = 0; down < (text.isBlank() ? 1 : Math.min(height, MOST)); down++) {
            for (int at = 0; at < shown; at++) {
                grid.put(row + down, column + at, text);
            }
        }
        if (wide > 1 || tall > 1) {
            grid.merge(
                    row,
                    column,
                    row + Math.max(1, Math.min(tall, LARGEST)) - 1,
                    column + Math.max(1, Math.min(wide, LARGEST)) - 1);
        }
        if (everyCell) {
            grid.drawn(column + alike - 1);
        }
        column = Math.min(column + alike, LARGEST);
    }

    boolean hidesText() {
        return grid.hidesText();
    }

    boolean isBlank() {
        return grid.isBlank();
    }

    Table table(int number) throws Refusal {
        return grid.table(number);
    }
}
