package org.mailroom.check;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailroom.check.Dossier.Filed;
import org.mailroom.form.Place;

/** Neither a form's text nor a file's name matches a pattern (R-19, 密级). What matched is never quoted. */
record TextWithout(Words words, Scope scope, Pattern pattern) implements WordedRule {
    static Rule read(Line line) {
        return new TextWithout(line.words(Variant.whole("")), line.scope(), line.pattern("matches"));
    }

    @Override
    public Stream<Finding> check(Dossier dossier) {
        return dossier.filed().stream()
                .filter(filed -> scope.covers(filed.document()))
                .filter(this::matches)
                .flatMap(filed -> words.say("", place(filed), Map.of()));
    }

    private boolean matches(Filed filed) {
        return found(filed.fileName())
                || filed.form().map(form -> found(scope.all().text(form))).orElse(false);
    }

    private boolean found(String text) {
        return pattern.matcher(Plain.compact(text)).find();
    }

    private static Place place(Filed filed) {
        return new Place(filed.document(), filed.nominee().map(Dossier.Nominee::name), "", 0, "");
    }
}
