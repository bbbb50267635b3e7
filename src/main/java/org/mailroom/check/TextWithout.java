package org.mailroom.check;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailroom.check.Dossier.Filed;
import org.mailroom.form.Form;
import org.mailroom.form.FormDescriptor;
import org.mailroom.form.Place;
import org.mailroom.reading.ScanPage;

/**
 * Neither a form's text nor a file's name matches a pattern (R-19, 密级); nor does what was read on a scan. What matched is
 * never quoted.
 *
 * @param near only the lines of letters that speak of this, and only their text; empty = everything
 */
record TextWithout(Words words, Scope scope, Pattern pattern, Optional<Pattern> near) implements WordedRule {
    static Rule read(Line line) {
        boolean passages = line.asking("near").has("near");
        return new TextWithout(
                line.words(Variant.whole("")),
                line.scope(),
                line.pattern("matches"),
                passages ? Optional.of(line.pattern("near")) : Optional.empty());
    }

    @Override
    public Stream<Finding> check(Dossier dossier) {
        return dossier.filed().stream()
                .filter(filed -> scope.covers(filed.document()))
                .flatMap(filed -> matches(filed) ? words.say("", place(filed), Map.of()) : seen(filed));
    }

    private boolean matches(Filed filed) {
        return near.map(about -> filed.form()
                        .filter(this::isLetter)
                        .filter(letter -> found(LetterText.of(letter).about(about)))
                        .isPresent())
                .orElseGet(() -> found(filed.fileName())
                        || filed.form()
                                .filter(form -> found(scope.all().text(form)))
                                .isPresent());
    }

    /** A mark on a page stands there whether or not the other pages are read; the first is enough. */
    private Stream<Finding> seen(Filed filed) {
        return near.isPresent()
                ? Stream.empty()
                : filed.scanned().stream()
                        .flatMap(scanned -> scanned.pages().stream())
                        .flatMap(page -> page.lines().stream()
                                .filter(line -> found(line.text()))
                                .map(line -> spot(filed, page, line)))
                        .limit(1)
                        .flatMap(spot -> words.hint("", place(filed), Map.of(), spot));
    }

    private static Spot spot(Filed filed, ScanPage page, ScanPage.Line line) {
        return new Spot(filed.fileName(), page.number(), Optional.of(line.box()));
    }

    private boolean isLetter(Form form) {
        return scope.all()
                .descriptor(form.document())
                .filter(FormDescriptor::letter)
                .isPresent();
    }

    private boolean found(String text) {
        return pattern.matcher(Plain.compact(text)).find();
    }

    private static Place place(Filed filed) {
        return new Place(filed.document(), filed.nominee().map(Dossier.Nominee::name), "", 0, "");
    }
}
