package org.mailroom.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Exactly one form for each nominee of the list, and the other way round. Says nothing before the list is there.
 *
 * @param document the nominees' form
 * @param list the document that lists them
 * @param identity the field that tells people of one name apart
 */
record OnePerNominee(Words words, Answers answers, String document, String list, String identity, Identities identities)
        implements WordedRule {
    static Rule read(Line line) {
        return new OnePerNominee(
                line.words(
                        Variant.whole("unlisted", "name"),
                        Variant.whole("missing", "name"),
                        Variant.whole("repeated", "name")),
                line.answers(),
                line.form("document"),
                line.form("list"),
                line.text("identity"),
                new Identities(line.values().identities(), line.context().zone()));
    }

    @Override
    public Stream<Finding> check(Dossier dossier) {
        List<AnswerSet> listed =
                named(dossier, list).filter(set -> set.row().isPresent()).toList();
        List<AnswerSet> forms = named(dossier, document).toList();
        if (listed.isEmpty()) {
            return Stream.empty();
        }
        List<Finding> found = new ArrayList<>();
        for (int i = 0; i < forms.size(); i++) {
            AnswerSet form = forms.get(i);
            if (listed.stream().noneMatch(row -> sameNominee(form, row))) {
                say("unlisted", form).forEach(found::add);
            }
            if (forms.subList(0, i).stream().anyMatch(other -> samePerson(form, other, dossier))) {
                say("repeated", form).forEach(found::add);
            }
        }
        listed.stream()
                .filter(row -> forms.stream().noneMatch(form -> sameNominee(form, row)))
                .flatMap(row -> say("missing", row))
                .forEach(found::add);
        return found.stream();
    }

    private Stream<AnswerSet> named(Dossier dossier, String kind) {
        return Answers.forms(dossier)
                .filter(form -> form.document().equals(kind))
                .flatMap(answers::sets)
                .filter(set -> set.nominee().isPresent());
    }

    private Stream<Finding> say(String variant, AnswerSet set) {
        return words.say(variant, set.place(""), Map.of("name", set.nominee().orElse("")));
    }

    /** A form that does not say its category may be of either. */
    private static boolean sameNominee(AnswerSet one, AnswerSet other) {
        boolean category = one.category().isEmpty()
                || other.category().isEmpty()
                || one.category().equals(other.category());
        return category && one.nominee().equals(other.nominee());
    }

    private boolean samePerson(AnswerSet one, AnswerSet other, Dossier dossier) {
        boolean differ = identities
                .of(one, identity, dossier)
                .flatMap(first -> identities.of(other, identity, dossier).map(second -> !first.equals(second)))
                .orElse(false);
        return sameNominee(one, other) && !differ;
    }
}
