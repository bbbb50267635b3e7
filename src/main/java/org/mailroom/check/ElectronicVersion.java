package org.mailroom.check;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailroom.campaign.Format;
import org.mailroom.campaign.Medium;
import org.mailroom.check.Dossier.Filed;
import org.mailroom.form.Place;
import org.mailroom.reading.Sheet;
import org.mailroom.reading.TypedFile;

/**
 * The file of an electronic version: made with a program that the campaign accepts for its document, and without what a
 * person should look at before trusting what was read, {@link Sheet#notes()}. A format is said of each document, a note once
 * of each file.
 */
record ElectronicVersion(Words words, Scope scope, RuleContext context) implements WordedRule {
    private static final List<String> NOTES = List.of(
            "macros",
            "wrong-name",
            "pictures-only",
            "hidden-rows",
            "hidden-columns",
            "hidden-sheets",
            "tracked-changes",
            "comments",
            "embedded-objects",
            "external-links");

    static Rule read(Line line) {
        Stream<Variant> formats = Arrays.stream(Format.values()).map(format -> Variant.whole(word(format), "name"));
        Stream<Variant> notes = NOTES.stream().map(note -> Variant.whole(note, "file"));
        return new ElectronicVersion(
                line.words(Stream.concat(formats, notes).toArray(Variant[]::new)), line.scope(), line.context());
    }

    @Override
    public Stream<Finding> check(Dossier dossier) {
        return dossier.filed().stream()
                .filter(filed -> filed.medium() == Medium.ELECTRONIC && scope.covers(filed.document()))
                .flatMap(filed -> filed.typed().stream()
                        .flatMap(typed -> Stream.concat(format(filed, typed), notes(filed, typed))));
    }

    private Stream<Finding> format(Filed filed, TypedFile typed) {
        Format format = formatOf(typed);
        boolean accepted = Optional.ofNullable(context.documents().get(filed.document()))
                .filter(kind -> !kind.accepts(format))
                .isEmpty();
        Optional<String> name = filed.nominee().map(Dossier.Nominee::name);
        return accepted
                ? Stream.empty()
                : words.say(
                        word(format), new Place(filed.document(), name, "", 0, ""), Map.of("name", name.orElse("")));
    }

    private static Format formatOf(TypedFile typed) {
        return Stream.of(Format.SPREADSHEET, Format.PLAIN)
                .filter(format -> typed.notes().contains(word(format)))
                .findFirst()
                .orElse(Format.WORD);
    }

    private Stream<Finding> notes(Filed filed, TypedFile typed) {
        return NOTES.stream()
                .filter(typed.notes()::contains)
                .flatMap(note ->
                        words.say(note, new Place("", Optional.empty(), "", 0, ""), Map.of("file", filed.fileName())));
    }

    private static String word(Format format) {
        return format.name().toLowerCase(Locale.ROOT);
    }
}
