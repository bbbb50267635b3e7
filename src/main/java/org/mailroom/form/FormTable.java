package org.mailroom.form;

import java.util.ArrayList;
import java.util.List;
import org.mailroom.campaign.Entry;

/** Writes one table row by row on a fixed grid; a cell says how many columns and rows it covers. */
final class FormTable {
    private final WordMarkup xml;
    private final int[] widths;
    /** Of each grid column: how many more rows the cell above reaches down, and over how many columns. */
    private final int[] rowsLeft;

    private final int[] columnsCovered;

    FormTable(WordMarkup xml, Entry table) {
        this.xml = xml;
        this.widths = table.texts("widths").stream().mapToInt(Integer::parseInt).toArray();
        this.rowsLeft = new int[widths.length];
        this.columnsCovered = new int[widths.length];
    }

    /** What a cell covers and what is in it. */
    record Cell(int span, int down, String vertical, List<Text> texts) {}

    /** A paragraph of a cell. */
    record Text(Style style, String text) {}

    void begin() {
        xml.open("w:tbl").open("w:tblPr");
        xml.empty("w:tblW", "w:w", "" + width(0, widths.length), "w:type", "dxa")
                .value("w:jc", "center");
        xml.open("w:tblBorders");
        for (String side : List.of("top", "left", "bottom", "right", "insideH", "insideV")) {
            xml.empty("w:" + side, "w:val", "single", "w:sz", "4", "w:space", "0", "w:color", "auto");
        }
        xml.close("w:tblBorders").empty("w:tblLayout", "w:type", "fixed").open("w:tblCellMar");
        xml.empty("w:left", "w:w", "60", "w:type", "dxa").empty("w:right", "w:w", "60", "w:type", "dxa");
        xml.close("w:tblCellMar").close("w:tblPr").open("w:tblGrid");
        for (int width : widths) {
            xml.empty("w:gridCol", "w:w", "" + width);
        }
        xml.close("w:tblGrid");
    }

    /**
     * @param height at least, in twips; 0 = as the text wants
     * @param header whether it is repeated on every page
     * @param whole whether it may not be broken between two pages
     */
    void row(int height, boolean header, boolean whole, List<Cell> cells) {
        xml.open("w:tr").open("w:trPr");
        if (whole) {
            xml.empty("w:cantSplit");
        }
        if (height > 0) {
            xml.empty("w:trHeight", "w:val", "" + height, "w:hRule", "atLeast");
        }
        if (header) {
            xml.empty("w:tblHeader");
        }
        xml.close("w:trPr");
        List<Cell> waiting = new ArrayList<>(cells);
        for (int column = 0; column < widths.length; ) {
            if (rowsLeft[column] > 0) {
                column = continued(column);
            } else if (waiting.isEmpty()) {
                throw new IllegalArgumentException(
                        "a row of the layout does not fill its " + widths.length + " columns");
            } else {
                column = cell(column, waiting.remove(0));
            }
        }
        if (!waiting.isEmpty()) {
            throw new IllegalArgumentException(
                    "a row of the layout has more cells than its " + widths.length + " columns");
        }
        xml.close("w:tr");
    }

    void end() {
        xml.close("w:tbl");
    }

    private int cell(int column, Cell cell) {
        open(column, cell.span());
        if (cell.down() > 1) {
            xml.value("w:vMerge", "restart");
            rowsLeft[column] = cell.down() - 1;
            columnsCovered[column] = cell.span();
        }
        xml.value("w:vAlign", cell.vertical()).close("w:tcPr");
        cell.texts().forEach(text -> text.style().paragraph(xml, text.text()));
        xml.close("w:tc");
        return column + cell.span();
    }

    private int continued(int column) {
        int span = columnsCovered[column];
        rowsLeft[column]--;
        open(column, span);
        xml.empty("w:vMerge").close("w:tcPr").empty("w:p").close("w:tc");
        return column + span;
    }

    private void open(int column, int span) {
        xml.open("w:tc").open("w:tcPr");
        xml.empty("w:tcW", "w:w", "" + width(column, column + span), "w:type", "dxa");
        if (span > 1) {
            xml.value("w:gridSpan", span);
        }
    }

    private int width(int from, int to) {
        int width = 0;
        for (int column = from; column < to; column++) {
            width += widths[column];
        }
        return width;
    }
}
