package org.mailroom.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailroom.form.Form;

/**
 * Nobody stands twice in one list. The same name with another valid identity number is another person.
 *
 * @param identity the field of the identity number, if the list has one
 */
record DuplicateInList(Words words, Scope scope, Optional<String> identity, Identities identities)
        implements WordedRule {
    static Rule read(Line line) {
        Scope scope = line.scope();
        return new DuplicateInList(
                line.words(Variant.whole("", "name", "first", "row")),
                scope,
                line.optionalText("identity"),
                new Identities(line.values().identities(), line.context().zone()));
    }

    @Override
    public Stream<Finding> check(Dossier dossier) {
        return scope.forms(dossier).flatMap(form -> list(form, dossier));
    }

    private Stream<Finding> list(Form form, Dossier dossier) {
        List<Entry> seen = new ArrayList<>();
        List<Finding> found = new ArrayList<>();
        scope.all()
                .sets(form)
                .filter(set -> set.row().isPresent() && set.nominee().isPresent())
                .forEach(set -> {
                    Entry entry = new Entry(
                            set,
                            set.nominee().orElse(""),
                            identity.flatMap(field -> identities.of(set, field, dossier)));
                    seen.stream()
                            .filter(entry::same)
                            .findFirst()
                            .ifPresent(first -> words.say("", set.place(""), entry.values(first))
                                    .forEach(found::add));
                    seen.add(entry);
                });
        return found.stream();
    }

    /** One row of the list. */
    private record Entry(AnswerSet set, String name, Optional<IdentityNumber> number) {
        boolean same(Entry other) {
            if (!set.category().equals(other.set.category())) {
                return false;
            }
            return number.isPresent() && other.number.isPresent()
                    ? number.equals(other.number)
                    : name.equals(other.name);
        }

        Map<String, Object> values(Entry first) {
            return Map.of("name", name, "first", first.row(), "row", row());
        }

        private int row() {
            return set.place("").row();
        }
    }
}
