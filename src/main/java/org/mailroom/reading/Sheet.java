package org.mailroom.reading;

import java.util.List;
import java.util.Optional;

/**
 * What a document shows, in reading order: paragraphs and tables.
 *
 * @param notes what a reader should know of the document, any of: "tracked-changes", "comments", "macros",
 *     "embedded-objects", "external-links", "pictures" (each stands as U+FFFC in the text of a text document), "pictures-only"
 *     (beside them hardly a text), "hidden-sheets", "hidden-rows" (left out), "hidden-columns" (read), "spreadsheet" (made with a
 *     spreadsheet program), "plain" (a web page or a plain text, and named as one), "wrong-name" (read by its content, which is
 *     not what its name says)
 * @param page the pages it is laid out for, if it says so and all its sections agree
 * @param printed how many pages it prints, 1 or more, if the program that saved it wrote that down
 */
public record Sheet(List<Block> blocks, List<String> notes, Optional<Page> page, Optional<Integer> printed) {
    public Sheet {
        blocks = List.copyOf(blocks);
        notes = List.copyOf(notes);
    }

    /** A document that does not say how many pages it prints. */
    public Sheet(List<Block> blocks, List<String> notes, Optional<Page> page) {
        this(blocks, notes, page, Optional.empty());
    }

    /** A document that does not say what its pages are. */
    public Sheet(List<Block> blocks, List<String> notes) {
        this(blocks, notes, Optional.empty());
    }

    /** @param pages what its file says; 0 and less says nothing */
    public Sheet printing(int pages) {
        return new Sheet(blocks, notes, page, pages > 0 ? Optional.of(pages) : Optional.empty());
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
