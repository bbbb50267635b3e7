package org.mailroom.check;

import java.util.Optional;
import org.mailroom.form.Difference;
import org.mailroom.form.Field;
import org.mailroom.form.FieldSpec;
import org.mailroom.form.Place;

/**
 * What one field of a form, or one column of a row, was answered with.
 *
 * @param field empty if the form lacks the label
 */
record Answer(FieldSpec spec, AnswerSet in, Optional<Field> field) {
    String text() {
        return field.map(Field::text).orElse("");
    }

    /** Whether the form lacks the label: the comparison with the blank says so already. */
    boolean labelMissing() {
        return field.isEmpty()
                && in.form().differences().stream()
                        .anyMatch(difference -> difference.kind() == Difference.Kind.MISSING
                                && spec.labels().contains(difference.label()));
    }

    Place place() {
        return field.map(Field::place).orElseGet(() -> in.place(spec.label()));
    }
}
