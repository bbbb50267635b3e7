package org.mailroom.check;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mailroom.form.Form;
import org.mailroom.form.Place;

/** At least one row of a form holds a valid mobile number, or mail address, in a field. */
record AnyValid(Words words, Scope scope, Predicate<String> valid) implements WordedRule {
    static Rule read(Line line) {
        String type = line.text("type");
        line.require(
                type.equals("mobile") || type.equals("mail"), "type", "must be mobile or mail, found \"" + type + "\"");
        Values values = line.values();
        return new AnyValid(
                line.words(Variant.field("")),
                line.scope(),
                type.equals("mail") ? values.mails()::valid : values.phones()::anyMobile);
    }

    @Override
    public Stream<Finding> check(Dossier dossier) {
        return scope.forms(dossier).flatMap(this::check);
    }

    private Stream<Finding> check(Form form) {
        List<Answer> answers = scope.all().sets(form).flatMap(scope::answers).toList();
        if (answers.isEmpty() || answers.stream().anyMatch(answer -> valid.test(answer.text()))) {
            return Stream.empty();
        }
        String label = answers.get(0).spec().label();
        Place place = new Place(form.document(), form.nominee(), "", 0, label);
        return words.say("", place, Map.of("label", label, "name", ""));
    }
}
