package org.mailroom.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailroom.check.Dossier.Nominee;

/**
 * Signs that a nominee of certain natures must be excluded, and with it those who belong to the same unit: an enterprise and
 * its heads. What was found is never quoted.
 *
 * @param nature the field of the unit's nature, in any form of the nominee
 * @param natures groups of its code list to which the rule applies
 * @param clearing phrases that sound like signs and are none, 未发现拖欠工资; taken out first
 * @param signs patterns of what excludes
 */
record SharedExclusion(
        Words words,
        Scope scope,
        Values values,
        HomeUnits homes,
        String nature,
        String codes,
        Set<String> natures,
        Pattern clearing,
        Pattern signs)
        implements WordedRule {

    static Rule read(Line line) {
        Scope everywhere = new Scope(line.answers(), Set.of(), Set.of(), Set.of(), Optional.empty());
        return new SharedExclusion(
                line.words(Variant.field("named"), Variant.whole("linked", "name", "other")),
                line.scope(),
                line.values(),
                new HomeUnits(line.answers(), Set.copyOf(line.texts("homes"))),
                line.field("nature", everywhere),
                line.codeList("codes"),
                Set.copyOf(line.texts("natures")),
                line.pattern("clearing"),
                line.pattern("signs"));
    }

    @Override
    public Stream<Finding> check(Dossier dossier) {
        List<Answer> signed = scope.answers(dossier)
                .filter(this::isSign)
                .filter(answer -> applies(answer.in(), dossier))
                .toList();
        Stream<Finding> linked = signed.stream()
                .flatMap(answer -> answer.in().nominee().stream())
                .distinct()
                .flatMap(name -> linked(name, dossier));
        return Stream.concat(signed.stream().flatMap(answer -> words.say("named", answer, Map.of())), linked);
    }

    private boolean isSign(Answer answer) {
        String text = values.emptiness().written(answer.text());
        return signs.matcher(clearing.matcher(text).replaceAll("")).find();
    }

    private boolean applies(AnswerSet set, Dossier dossier) {
        return Answers.forms(dossier)
                .flatMap(scope.all()::sets)
                .filter(other -> other.nominee().equals(set.nominee()))
                .flatMap(other -> other.answer(nature).stream())
                .flatMap(answer -> values.codes().find(codes, answer.text()).stream())
                .flatMap(code -> code.group().stream())
                .anyMatch(natures::contains);
    }

    private Stream<Finding> linked(String name, Dossier dossier) {
        return Stream.concat(homes.of(name, dossier).stream(), homes.at(name, dossier).stream())
                .map(Nominee::name)
                .filter(other -> !other.equals(name))
                .distinct()
                .flatMap(other -> words.say("linked", Answers.place(""), Map.of("name", other, "other", name)));
    }
}
