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
                line.words(
                        Variant.field("struck", "type"),
                        Variant.field("deleted", "type"),
                        Variant.field("blank", "type", "page"),
                        Variant.whole("unknown", "name")),
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
                .flatMap(opinions -> {
                    List<AnswerSet> nominee = sets.stream()
                            .filter(set -> set.nominee().equals(opinions.nominee()))
                            .toList();
                    return Stream.concat(check(opinions, nominee), unseen(opinions, nominee, dossier));
                });
    }

    private Stream<Finding> check(AnswerSet opinions, List<AnswerSet> nominee) {
        Optional<NomineeType> type = type(nominee);
        Stream<Finding> unknown = type.isPresent()
                ? Stream.empty()
                : words.say(
                        "unknown",
                        opinions.place(""),
                        Map.of("name", opinions.nominee().orElse("")));
        return Stream.concat(
                unknown,
                required(opinions, type)
                        .filter(answer -> struck(answer) || answer.labelMissing())
                        .flatMap(answer -> words.say(
                                answer.labelMissing() ? "deleted" : "struck",
                                answer,
                                Map.of("type", type.map(NomineeType::name).orElse("")))));
    }

    /** The blocks of the authorities that must be heard; of a nominee whose type is not known those always required. */
    private Stream<Answer> required(AnswerSet opinions, Optional<NomineeType> type) {
        Set<String> authorities = type.map(NomineeType::authorities).orElse(always);
        return opinions.answers()
                .filter(answer -> authorities.contains(answer.spec().name()));
    }

    /** Blocks blank in the electronic version, and on the scan of it that was read to its end, too. */
    private Stream<Finding> unseen(AnswerSet opinions, List<AnswerSet> nominee, Dossier dossier) {
        Scope here = new Scope(answers, Set.of(document), Set.of(), Set.of(), Optional.empty());
        Optional<NomineeType> type = type(nominee);
        return SeenScan.of(dossier, here)
                .filter(scan -> scan.scanned()
                        .form()
                        .flatMap(form -> form.nominee().map(Names::normalise))
                        .equals(opinions.nominee()))
                .limit(1)
                .flatMap(scan -> scan.scanned().form().stream()
                        .flatMap(answers::sets)
                        .flatMap(read -> required(read, type))
                        .filter(read -> read.field().isPresent() && unwritten(read))
                        .filter(read -> opinions.answer(read.spec().name())
                                .filter(this::unwritten)
                                .isPresent())
                        .flatMap(read -> words.hint(
                                "blank",
                                read,
                                Map.of(
                                        "type", type.map(NomineeType::name).orElse(""),
                                        "page", scan.scanned().pages().get(0).number()),
                                scan.spot(scan.scanned().pages().get(0)))));
    }

    private boolean unwritten(Answer answer) {
        return values.emptiness().written(answer.text()).isEmpty();
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
