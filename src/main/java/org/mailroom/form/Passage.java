package org.mailroom.form;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.mailroom.reading.Sheet;
import org.mailroom.reading.Sheet.Cell;
import org.mailroom.reading.Sheet.Paragraph;
import org.mailroom.reading.Sheet.Table;

/** A part of a sheet that may be one form: paragraphs and tables in reading order. */
record Passage(List<Piece> pieces, LabelKeys keys) {
    Passage {
        pieces = List.copyOf(pieces);
    }

    sealed interface Piece {}

    record Text(String text) implements Piece {}

    record Rows(Grid grid) implements Piece {}

    static Passage of(Sheet sheet, LabelText text) {
        List<Piece> pieces = sheet.blocks().stream()
                .map(block -> block instanceof Paragraph paragraph
                        ? new Text(paragraph.text())
                        : new Rows(new Grid((Table) block)))
                .map(Piece.class::cast)
                .toList();
        return new Passage(pieces, new LabelKeys(text));
    }

    /** Each row a piece of its own, so that a form may begin at any of them. */
    List<Piece> lines() {
        List<Piece> lines = new ArrayList<>();
        for (Piece piece : pieces) {
            if (piece instanceof Rows rows) {
                for (int row = rows.grid().firstRow(); row <= rows.grid().lastRow(); row++) {
                    lines.add(new Rows(rows.grid().rows(row, row)));
                }
            } else {
                lines.add(piece);
            }
        }
        return lines;
    }

    /** The passage of the lines {@code from} (included) to {@code to} (excluded) of {@link #lines()}. */
    Passage lines(int from, int to) {
        List<Piece> result = new ArrayList<>();
        int at = 0;
        for (Piece piece : pieces) {
            if (piece instanceof Rows rows) {
                Grid grid = rows.grid();
                int height = grid.lastRow() - grid.firstRow() + 1;
                int first = Math.max(from - at, 0);
                int last = Math.min(to - at, height) - 1;
                if (first <= last) {
                    result.add(new Rows(grid.rows(grid.firstRow() + first, grid.firstRow() + last)));
                }
                at += height;
            } else {
                if (at >= from && at < to) {
                    result.add(piece);
                }
                at++;
            }
        }
        return new Passage(result, keys);
    }

    /** The text outside tables, a paragraph a line. */
    String paragraphs() {
        return pieces.stream()
                .filter(Text.class::isInstance)
                .map(piece -> ((Text) piece).text())
                .collect(Collectors.joining("\n"));
    }

    /** All text, cells too, a paragraph or cell a line. */
    String everything() {
        return pieces.stream().map(Passage::text).collect(Collectors.joining("\n"));
    }

    /** The text of a piece, a cell a line. */
    static String text(Piece piece) {
        if (piece instanceof Text text) {
            return text.text();
        }
        Grid grid = ((Rows) piece).grid();
        List<String> lines = new ArrayList<>();
        for (int row = grid.firstRow(); row <= grid.lastRow(); row++) {
            grid.starting(row).stream()
                    .map(Cell::text)
                    .filter(text -> !text.isBlank())
                    .forEach(lines::add);
        }
        return String.join("\n", lines);
    }
}
