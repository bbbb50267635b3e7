package org.mailroom.form;

import java.util.IdentityHashMap;
import java.util.Map;

/** Texts of one sheet as labels are compared, worked out once for all forms that are tried on it. */
final class LabelKeys {
    /** Longer than any label with a remark; saves looking at long texts. */
    private static final int LONGEST = 80;

    private static final Key NONE = new Key("", "");

    private final LabelText text;
    private final Map<String, Key> keys = new IdentityHashMap<>();

    LabelKeys(LabelText text) {
        this.text = text;
    }

    /**
     * A text that may be a label.
     *
     * @param label as {@link LabelText#label}; "" if it cannot be one
     * @param bare as {@link LabelText#bare}
     */
    record Key(String label, String bare) {}

    /** The same object is looked up, for the texts of a sheet stay the same objects. */
    Key of(String raw) {
        return keys.computeIfAbsent(raw, any -> key(text, raw));
    }

    static Key key(LabelText text, String raw) {
        return raw.length() > LONGEST || raw.isBlank() ? NONE : new Key(text.label(raw), text.bare(raw));
    }
}
