package org.mailroom.check;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.mailroom.form.Difference;
import org.mailroom.form.Form;

/**
 * The form is laid out as its blank (R-12, 不得随意改变格式). One finding a form and kind of difference, naming the labels.
 *
 * @param join what stands between labels
 */
record TemplateKept(Words words, Scope scope, String join) implements WordedRule {
    private static final Set<Difference.Kind> OF_THE_PAGE = Set.of(Difference.Kind.PAPER, Difference.Kind.ORIENTATION);

    static Rule read(Line line) {
        Variant[] variants = Arrays.stream(Difference.Kind.values())
                .map(kind -> OF_THE_PAGE.contains(kind)
                        ? Variant.whole(variant(kind))
                        : Variant.whole(variant(kind), "labels"))
                .toArray(Variant[]::new);
        return new TemplateKept(line.words(variants), line.scope(), line.join());
    }

    @Override
    public Stream<Finding> check(Dossier dossier) {
        return scope.forms(dossier)
                .flatMap(form -> Arrays.stream(Difference.Kind.values()).flatMap(kind -> check(form, kind)));
    }

    private Stream<Finding> check(Form form, Difference.Kind kind) {
        List<String> labels = form.differences().stream()
                .filter(difference -> difference.kind() == kind)
                .map(Difference::label)
                .distinct()
                .toList();
        return labels.isEmpty()
                ? Stream.empty()
                : words.say(variant(kind), Answers.place(form), Map.of("labels", String.join(join, labels)));
    }

    private static String variant(Difference.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
