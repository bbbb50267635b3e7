package org.mailroom.form;

/**
 * What stands in one field: the text as the sender typed it, trimmed; "" if left blank. A field whose label is missing has
 * no {@code Field} at all.
 */
public record Field(String name, String text, Place place) {
    public boolean blank() {
        return text.isBlank();
    }
}
