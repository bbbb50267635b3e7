package org.mailroom.form;

import java.util.List;
import java.util.Optional;

/**
 * A field a form has, or a column of a repeating block.
 *
 * @param name stable key that rules speak of, for example deeds
 * @param labels the label as the blank prints it first, then synonyms; compared after normalisation
 * @param type text, integer, date, month, code, identity-number, phone, mail, postcode, tick, years; what a type accepts is
 *     judged by the room {@code check}
 * @param codes the code list of a {@code code} field
 * @param required whether it must be filled; {@code when} narrows it to one category of nominee
 * @param when the category it belongs to; empty = every category
 * @param noneAllowed whether 无 is an answer
 * @param max longest text in characters; 0 = no limit
 */
public record FieldSpec(
        String name,
        List<String> labels,
        String type,
        Optional<String> codes,
        boolean required,
        Optional<String> when,
        boolean noneAllowed,
        int max) {
    public FieldSpec {
        labels = List.copyOf(labels);
    }

    /** The label as the blank form prints it. */
    public String label() {
        return labels.get(0);
    }
}
