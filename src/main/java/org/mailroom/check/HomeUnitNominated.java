package org.mailroom.check;

import java.util.Map;
import java.util.stream.Stream;

/** A person whose own unit is nominated, too: not forbidden, and for a person to know. */
record HomeUnitNominated(Words words, HomeUnits homes, String category, String list) implements WordedRule {
    static Rule read(Line line) {
        Scope scope = line.scope();
        line.require(!scope.fields().isEmpty(), "fields", "must name the fields of the home unit");
        return new HomeUnitNominated(
                line.words(Variant.whole("", "name", "home")),
                new HomeUnits(line.answers(), scope.fields()),
                line.category("category"),
                line.form("list"));
    }

    @Override
    public Stream<Finding> check(Dossier dossier) {
        return dossier.counted().stream()
                .filter(person -> person.category().equals(category))
                .flatMap(person -> homes.of(person.name(), dossier).stream()
                        .filter(home -> !home.category().equals(category))
                        .flatMap(home -> words.say(
                                "", Answers.place(list), Map.of("name", person.name(), "home", home.name()))));
    }
}
