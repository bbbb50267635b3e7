package org.mailroom.check;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An identity number that is one, V-ID, and agrees with birth and sex beside it. No value ever holds the number.
 *
 * @param birth the field of the date of birth
 * @param sex the field of the sex
 * @param male the words for male
 * @param female the words for female
 */
record IdentityChecked(
        Words words,
        Scope scope,
        Values values,
        String birth,
        String sex,
        Set<String> male,
        Set<String> female,
        ZoneId zone)
        implements WordedRule {

    static Rule read(Line line) {
        Stream<Variant> faults =
                Arrays.stream(IdentityNumbers.Fault.values()).map(fault -> Variant.field(fault.variant()));
        Scope scope = line.scope();
        return new IdentityChecked(
                line.words(
                        Stream.concat(faults, Stream.of(Variant.field("birth", "other"), Variant.field("sex", "other")))
                                .toArray(Variant[]::new)),
                scope,
                line.values(),
                line.field("birth", scope),
                line.field("sex", scope),
                Set.copyOf(line.context().lexicon().words("value.sex.male")),
                Set.copyOf(line.context().lexicon().words("value.sex.female")),
                line.context().zone());
    }

    @Override
    public Stream<Finding> check(Dossier dossier) {
        LocalDate today = LocalDate.ofInstant(dossier.lastReceived(), zone);
        return scope.answers(dossier).filter(values::filled).flatMap(answer -> check(answer, today));
    }

    private Stream<Finding> check(Answer answer, LocalDate today) {
        IdentityNumbers.Outcome outcome = values.identities().read(answer.text(), today);
        return Stream.concat(
                outcome.fault().stream().flatMap(fault -> words.say(fault.variant(), answer, Map.of())),
                outcome.number().stream().flatMap(number -> compare(answer, number)));
    }

    private Stream<Finding> compare(Answer answer, IdentityNumber number) {
        Optional<Answer> born = answer.in().answer(birth);
        boolean otherBirth = born.flatMap(field -> values.dates().parse(field.text()))
                .map(date -> !date.agrees(WrittenDate.of(number.birth())))
                .orElse(false);
        Optional<Answer> sexed = answer.in().answer(sex);
        String said = sexed.map(values::said).orElse("");
        boolean otherSex = number.male() ? female.contains(said) : male.contains(said);
        return Stream.concat(
                otherBirth ? words.say("birth", answer, label(born)) : Stream.empty(),
                otherSex ? words.say("sex", answer, label(sexed)) : Stream.empty());
    }

    private static Map<String, Object> label(Optional<Answer> other) {
        return Map.of("other", other.map(answer -> answer.spec().label()).orElse(""));
    }
}
