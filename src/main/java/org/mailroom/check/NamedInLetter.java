package org.mailroom.check;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A letter that names nominees names all of them. One that names none refers to its annexes, and nothing is said.
 *
 * @param document the letter
 */
record NamedInLetter(Words words, String document) implements WordedRule {
    static Rule read(Line line) {
        return new NamedInLetter(line.words(Variant.whole("", "name")), line.form("document"));
    }

    @Override
    public Stream<Finding> check(Dossier dossier) {
        List<String> names =
                dossier.counted().stream().map(Dossier.Nominee::name).distinct().toList();
        return Answers.forms(dossier)
                .filter(form -> form.document().equals(document))
                .flatMap(form -> {
                    String text = Likeness.plain(form.text());
                    List<String> missing = names.stream()
                            .filter(name -> !text.contains(Likeness.plain(name)))
                            .toList();
                    return missing.size() == names.size()
                            ? Stream.empty()
                            : missing.stream()
                                    .flatMap(name -> words.say("", Answers.place(form), Map.of("name", name)));
                });
    }
}
