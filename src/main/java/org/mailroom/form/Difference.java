package org.mailroom.form;

/**
 * Where a form departs from its blank (R-12, 不得随意改变格式).
 *
 * @param label the label of the blank form
 */
public record Difference(Kind kind, String label) {
    public enum Kind {
        /** A label of the blank is not there, or was renamed. */
        MISSING,
        /** Labels stand in another order. */
        MOVED,
        /** The title is not the blank's title. */
        TITLE,
        /** Laid out for paper of another size; {@code label} is "". */
        PAPER,
        /** Laid out lengthwise instead of upright, or the other way round; {@code label} is "". */
        ORIENTATION
    }
}
