package org.mailroom.check;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.mailroom.check.Dossier.Nominee;

/**
 * Which nominees belong together: a person, and the nominee whose full name his home unit begins with or contains.
 *
 * @param fields fields that name a person's home unit
 */
record HomeUnits(Answers answers, Set<String> fields) {
    /** Shorter names stand inside unrelated ones too easily. */
    private static final int SHORTEST = 4;

    /** Nominees of another category whose name stands in the home unit of the one named. */
    List<Nominee> of(String name, Dossier dossier) {
        List<String> homes = homes(name, dossier).toList();
        return dossier.counted().stream()
                .filter(other ->
                        other.name().length() >= SHORTEST && !other.name().equals(name))
                .filter(other -> homes.stream().anyMatch(home -> home.contains(Likeness.plain(other.name()))))
                .toList();
    }

    /** Nominees whose home unit is the one named. */
    List<Nominee> at(String unit, Dossier dossier) {
        return dossier.counted().stream()
                .filter(person -> of(person.name(), dossier).stream()
                        .anyMatch(home -> home.name().equals(unit)))
                .toList();
    }

    private Stream<String> homes(String name, Dossier dossier) {
        return Answers.forms(dossier)
                .flatMap(answers::sets)
                .filter(set -> set.nominee().filter(name::equals).isPresent())
                .flatMap(AnswerSet::answers)
                .filter(answer -> fields.contains(answer.spec().name()))
                .map(answer -> Likeness.plain(answer.text()));
    }
}
