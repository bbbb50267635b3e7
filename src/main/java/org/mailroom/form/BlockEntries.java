package org.mailroom.form;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mailroom.reading.Sheet.Cell;

/**
 * The repeating blocks of a form as they stand in a passage.
 *
 * @param entries in reading order
 * @param columns the columns found, by block; a block that is not there has no key
 * @param cells every cell that belongs to a block
 */
record BlockEntries(List<Entry> entries, Map<BlockSpec, Set<FieldSpec>> columns, Set<Cell> cells) {

    /** One entry, its texts as typed. */
    record Entry(BlockSpec block, Map<FieldSpec, String> texts) {}
}
