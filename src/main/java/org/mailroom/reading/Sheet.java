package org.mailroom.reading;

import java.util.List;
import java.util.Optional;

/**
 * What a document shows, in reading order: paragraphs and tables.
 *
 * @param notes what a reader should know of the document: "tracked-changes", "comments", "macros"
 * @param page the pages it is laid out for, if it says so and all its sections agree
 */
public record Sheet(List<Block> blocks, List<String> notes, Optional<Page> page) {
    public Sheet {
        blocks = List.copyOf(blocks);
        notes = List.copyOf(notes);
    }

    /** A document that does not say what its pages are. */
    public Sheet(List<Block> blocks, List<String> notes) {
        this(blocks, notes, Optional.empty());
    }

    /** A page as it lies before the reader; lengths in twips, 1/1440 inch. */
    public record Page(int width, int height) {
        public boolean landscape() {
            return width > height;
        }
    }

    /** A piece of the document. */
    public sealed interface Block {}

    /** A paragraph outside tables; text as shown, without deleted changes. */
    public record Paragraph(String text) implements Block {}

    /**
     * A table as a grid.
     *
     * @param number counts the tables of the document from 1
     * @param cells each cell once, at its top left place, in reading order
     */
    public record Table(int number, int rows, int columns, List<Cell> cells) implements Block {
        public Table {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A cell, merged ones as one.
     *
     * @param row grid row from 1
     * @param column grid column from 1, gridSpan and vMerge expanded
     * @param text paragraphs joined by line feeds; a nested table's text follows
     */
    public record Cell(int row, int column, int rowSpan, int columnSpan, String text) {}
}
