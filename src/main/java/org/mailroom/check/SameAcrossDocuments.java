package org.mailroom.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailroom.campaign.CodeLists.Code;
import org.mailroom.campaign.DocumentKind;

/**
 * What several documents say of one nominee agrees. Each is compared with the one that arrived first.
 *
 * @param match how the nominee is found again: "" by name, else the field that must be equal
 * @param contained whether a text inside the other agrees with it: 科长 and 某局科长
 */
record SameAcrossDocuments(
        Words words, Scope scope, Values values, String match, boolean contained, Map<String, DocumentKind> documents)
        implements WordedRule {
    private static final Set<String> PRIVATE = Set.of("identity-number", "phone");
    private static final Set<String> DATES = Set.of("date", "month");
    private static final Pattern MARKS = Pattern.compile("[\\p{P}\\s]");
    private static final Variant SHOWN = Variant.field("", "a", "b", "x", "y");
    private static final Variant HIDDEN = Variant.field("private", "a", "b");

    static Rule read(Line line) {
        Scope scope = line.scope();
        line.require(!scope.fields().isEmpty(), "fields", "must name the fields to compare");
        return new SameAcrossDocuments(
                line.words(line.types(scope).stream()
                        .map(type -> PRIVATE.contains(type) ? HIDDEN : SHOWN)
                        .distinct()
                        .toArray(Variant[]::new)),
                scope,
                line.values(),
                line.asking("match").has("match") ? line.field("match", scope) : "",
                line.asking("contained").flag("contained", false),
                line.context().documents());
    }

    @Override
    public Stream<Finding> check(Dossier dossier) {
        Map<String, List<AnswerSet>> nominees = scope.sets(dossier)
                .filter(set -> !key(set).isEmpty())
                .collect(Collectors.groupingBy(this::key, LinkedHashMap::new, Collectors.toList()));
        return nominees.values().stream().filter(SameAcrossDocuments::onceEach).flatMap(this::compare);
    }

    private String key(AnswerSet set) {
        return match.isEmpty()
                ? set.nominee().orElse("")
                : set.answer(match).filter(values::filled).map(this::plain).orElse("");
    }

    /** Two of one name in one document cannot be told apart; speak of them. */
    private static boolean onceEach(List<AnswerSet> sets) {
        return sets.stream().map(set -> set.form().document()).distinct().count() == sets.size();
    }

    private Stream<Finding> compare(List<AnswerSet> sets) {
        Map<String, List<Answer>> byField = sets.stream()
                .flatMap(scope::answers)
                .filter(values::filled)
                .collect(
                        Collectors.groupingBy(answer -> answer.spec().name(), LinkedHashMap::new, Collectors.toList()));
        return byField.values().stream()
                .flatMap(answers -> answers.stream()
                        .skip(1)
                        .filter(answer -> !equal(answers.get(0), answer))
                        .flatMap(answer -> say(answers.get(0), answer)));
    }

    private Stream<Finding> say(Answer first, Answer other) {
        return words.say(
                PRIVATE.contains(other.spec().type()) ? "private" : "",
                other,
                PRIVATE.contains(other.spec().type())
                        ? Map.of("a", title(first), "b", title(other))
                        : Map.of("a", title(first), "b", title(other), "x", first.text(), "y", other.text()));
    }

    private String title(Answer answer) {
        String id = answer.in().form().document();
        return Optional.ofNullable(documents.get(id)).map(DocumentKind::name).orElse(id);
    }

    private boolean equal(Answer one, Answer other) {
        Function<Answer, Optional<WrittenDate>> date =
                answer -> DATES.contains(answer.spec().type()) ? values.dates().parse(answer.text()) : Optional.empty();
        return date.apply(one)
                .flatMap(first -> date.apply(other).map(first::agrees))
                .orElseGet(() -> agree(plain(one), plain(other)));
    }

    private boolean agree(String one, String other) {
        return one.equals(other) || contained && (one.contains(other) || other.contains(one));
    }

    private String plain(Answer answer) {
        String text = answer.text();
        return switch (answer.spec().type()) {
            case "identity-number" -> IdentityNumbers.plain(text);
            case "code" ->
                answer.spec()
                        .codes()
                        .flatMap(list -> values.codes().find(list, text))
                        .map(Code::name)
                        .orElseGet(() -> Plain.compact(text));
            case "integer" -> String.valueOf(values.numbers().parse(text).orElse(-1));
            default -> MARKS.matcher(Names.normalise(text)).replaceAll("");
        };
    }
}
