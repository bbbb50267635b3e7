package org.mailroom.reading.reader;

/** What holds inside a group of an RTF file; inner groups begin with what holds outside. */
final class RtfGroup {
    /** What becomes of the text of a group. */
    enum Use {
        TEXT,
        /** Passed over, and every group in it. */
        NONE,
        /** Passed over, but groups in it may be shown: the properties of a drawn shape. */
        SHAPE,
        FONTS,
        FIELD_CODE,
        FORM_FIELD,
        /** The octets of a picture. */
        PICTURE,
        /** A text box: paragraphs of its own. */
        BOX
    }

    Use use = Use.TEXT;
    /** Begun with {@code \*}: to be passed over if its word is not known. */
    boolean optional;
    /** Whether the first control word of the group was read. */
    boolean begun;

    boolean hidden;
    boolean deleted;
    /** Inside the description of a nested table's row. */
    boolean nestedRow;

    int font = -1;
    int fallback = 1;

    RtfGroup inner() {
        RtfGroup inner = new RtfGroup();
        inner.use = use;
        inner.hidden = hidden;
        inner.deleted = deleted;
        inner.nestedRow = nestedRow;
        inner.font = font;
        inner.fallback = fallback;
        return inner;
    }

    boolean shown() {
        return (use == Use.TEXT || use == Use.BOX) && !hidden && !deleted;
    }
}
