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
        /** Fonts, paper, orientation: cosmetic, for a person. */
        COSMETIC
    }
}
