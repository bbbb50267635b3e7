package org.mailroom.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailroom.check.Emptiness.Content;

/**
 * No authority whose opinion the matrix requires is struck out. Blank cells are normal in an electronic version.
 *
 * @param document the opinion form
 * @param nature the field of the unit's nature, in any form of the nominee
 * @param head the field that says whether the nominee heads an enterprise
 * @param post the field whose words tell a head where {@code head} is blank
 * @param heads those words
 * @param always authorities required whatever the type
 */
record OpinionMatrix(
        Words words,
        Answers answers,
        Values values,
        String document,
        String nature,
        String codes,
        String head,
        Pattern yes,
        String post,
        Pattern heads,
        Set<String> always,
        List<NomineeType> types)
        implements WordedRule {

    static Rule read(Line line) {
        Scope everywhere = new Scope(line.answers(), Set.of(), Set.of(), Set.of(), Optional.empty());
        return new OpinionMatrix(
                line.words(Variant.field("struck", "type"), Variant.whole("unknown", "name")),
                line.answers(),
                line.values(),
                line.form("document"),
                line.field("nature", everywhere),
                line.codeList("codes"),
                line.field("head", everywhere),
                line.pattern("yes"),
                line.field("post", everywhere),
                line.pattern("heads"),
                line.known("always", "a text", text -> true),
                line.asking("types").entries("types").stream()
                        .map(NomineeType::read)
                        .toList());
    }

    @Override
    public Stream<Finding> check(Dossier dossier) {
        List<AnswerSet> sets = Answers.forms(dossier).flatMap(answers::sets).toList();
        return sets.stream()
                .filter(set ->
                        set.form().document().equals(document) && set.nominee().isPresent())
                .flatMap(opinions -> check(
                        opinions,
                        sets.stream()
                                .filter(set -> set.nominee().equals(opinions.nominee()))
                                .toList()));
    }

    private Stream<Finding> check(AnswerSet opinions, List<AnswerSet> nominee) {
        Optional<NomineeType> type = type(nominee);
        Set<String> required = type.map(NomineeType::authorities).orElse(always);
        Stream<Finding> unknown = type.isPresent()
                ? Stream.empty()
                : words.say(
                        "unknown",
                        opinions.place(""),
                        Map.of("name", opinions.nominee().orElse("")));
        return Stream.concat(
                unknown,
                opinions.answers()
                        .filter(answer -> required.contains(answer.spec().name()))
                        .filter(this::struck)
                        .flatMap(answer -> words.say(
                                "struck",
                                answer,
                                Map.of("type", type.map(NomineeType::name).orElse("")))));
    }

    private boolean struck(Answer answer) {
        return values.emptiness().of(values.emptiness().written(answer.text())) == Content.NONE;
    }

    private Optional<NomineeType> type(List<AnswerSet> nominee) {
        Optional<String> group = texts(nominee, nature)
                .flatMap(answer -> values.codes().find(codes, answer.text()).stream())
                .flatMap(code -> code.group().stream())
                .findFirst();
        Optional<String> category =
                nominee.stream().flatMap(set -> set.category().stream()).findFirst();
        return group.flatMap(found -> NomineeType.of(types, category, found, isHead(nominee)));
    }

    private Optional<Boolean> isHead(List<AnswerSet> nominee) {
        return texts(nominee, head)
                .map(answer -> yes.matcher(values.said(answer)).find())
                .findFirst()
                .or(() -> texts(nominee, post)
                        .map(answer ->
                                heads.matcher(Plain.compact(answer.text())).find())
                        .filter(Boolean::booleanValue)
                        .findFirst());
    }

    private Stream<Answer> texts(List<AnswerSet> nominee, String field) {
        return nominee.stream().flatMap(set -> set.answer(field).stream()).filter(values::filled);
    }
}
