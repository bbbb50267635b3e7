package org.mailroom.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailroom.form.Field;
import org.mailroom.form.FieldSpec;
import org.mailroom.form.Form;
import org.mailroom.form.Place;
import org.mailroom.form.Row;

/**
 * Answers that belong together: the single fields of a form, or one row of a block.
 *
 * @param specs the fields it should have
 * @param category the category of its nominee, if it is about one and that can be told
 * @param nominee the nominee's name, normalised, if it is about one and names him
 */
record AnswerSet(
        Form form, Optional<Row> row, List<FieldSpec> specs, Optional<String> category, Optional<String> nominee) {
    /** The fields asked for in this category. */
    Stream<Answer> answers() {
        return specs.stream()
                .filter(spec -> spec.when().isEmpty() || spec.when().equals(category))
                .map(spec -> new Answer(spec, this, Optional.ofNullable(fields().get(spec.name()))));
    }

    Optional<Answer> answer(String field) {
        return answers().filter(answer -> answer.spec().name().equals(field)).findFirst();
    }

    /** The text of the field, "" if it is not there. */
    String text(String field) {
        return answer(field).map(Answer::text).orElse("");
    }

    Place place(String label) {
        return row.map(entry -> new Place(form.document(), Optional.empty(), entry.block(), entry.number(), label))
                .orElseGet(() -> new Place(form.document(), form.nominee(), "", 0, label));
    }

    private Map<String, Field> fields() {
        return row.map(Row::fields).orElseGet(form::fields);
    }
}
