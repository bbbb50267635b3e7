package org.mailroom.form;

/**
 * What a label of a form belongs to.
 *
 * @param block the repeating block of a column, "" for others
 */
record Owner(FieldSpec spec, Kind kind, String block) {
    enum Kind {
        FIELD,
        SIGNATURE,
        COLUMN
    }

    boolean single() {
        return kind != Kind.COLUMN;
    }
}
