package org.mailroom.form;

import java.util.Optional;
import org.mailroom.reading.Sheet.Cell;

/**
 * A label that was found, with what stands to it.
 *
 * @param how the surer, the smaller its ordinal
 * @param order place in reading order
 * @param text as typed, not cleaned
 * @param cell the cell of the label, if it has one of its own
 */
record Hit(Owner owner, How how, long order, String text, Optional<Grid> grid, Optional<Cell> cell) {
    enum How {
        /** A cell with the label and nothing else. */
        CELL,
        /** The label as the first line of a cell, or before a colon in it. */
        HEAD,
        /** The label in a paragraph: "label: value". */
        LINE,
        /** The value typed straight behind the label: sure only if nothing better is found. */
        GLUED
    }
}
