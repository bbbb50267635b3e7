package org.mailroom.reading.reader;

import java.util.List;
import java.util.stream.Collectors;
import org.mailroom.reading.Sheet.Block;
import org.mailroom.reading.Sheet.Cell;
import org.mailroom.reading.Sheet.Paragraph;
import org.mailroom.reading.Sheet.Table;

/** What stands in a cell. */
record Contents(List<Block> blocks) {
    /** A table that stands alone in a cell, and is more than a few cells, is a table of its own inside a frame. */
    boolean framed() {
        return blocks.stream().noneMatch(Paragraph.class::isInstance)
                && blocks.stream()
                        .anyMatch(block -> block instanceof Table table && table.rows() * table.columns() > 3);
    }

    /** The text of the cell: paragraphs by line feeds, and a table within a text is part of that text. */
    String text() {
        return blocks.stream()
                .map(block -> block instanceof Paragraph paragraph
                        ? paragraph.text()
                        : ((Table) block).cells().stream().map(Cell::text).collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n"));
    }

    /** Whether a table is nothing but the frame around others. */
    static boolean frame(Table table, List<Block> framed) {
        return !framed.isEmpty()
                && table.cells().stream().allMatch(cell -> cell.text().isBlank());
    }
}
