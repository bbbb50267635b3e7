package org.mailroom.check;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailroom.form.Form;
import org.mailroom.form.Place;

/**
 * A field of a form that asks for a picture and has none, although the picture came as a file of its own (附件3 照片). Where
 * that did not come either, it is a missing document, which the campaign's {@code required} reports.
 *
 * @param instead the document that is the separate file
 */
record PictureInCell(Words words, Scope scope, String instead) implements WordedRule {
    /** What stands for a picture in a text. */
    private static final String PICTURE = "\uFFFC";

    static Rule read(Line line) {
        Scope scope = line.scope();
        line.require(!scope.fields().isEmpty(), "field", "must name the field for the picture");
        return new PictureInCell(line.words(Variant.field("")), scope, line.document("instead"));
    }

    @Override
    public Stream<Finding> check(Dossier dossier) {
        return scope.forms(dossier)
                .filter(form -> cameByItself(form, dossier))
                .flatMap(form -> form.fields().values().stream())
                .filter(field ->
                        scope.fields().contains(field.name()) && !field.text().contains(PICTURE))
                .flatMap(field -> words.say("", field.place(), about(field.place())));
    }

    private static Map<String, Object> about(Place place) {
        return Map.of("label", place.label(), "name", place.nominee().orElse(""));
    }

    private boolean cameByItself(Form form, Dossier dossier) {
        Optional<String> name = form.nominee().map(Names::normalise);
        return name.isPresent()
                && dossier.filed().stream()
                        .filter(filed -> filed.document().equals(instead))
                        .anyMatch(filed ->
                                filed.nominee().map(Dossier.Nominee::name).equals(name));
    }
}
