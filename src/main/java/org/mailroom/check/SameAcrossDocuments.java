package org.mailroom.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailroom.campaign.DocumentKind;

/**
 * What several documents say of one nominee agrees. Each is compared with the one that arrived first.
 *
 * @param match how the nominee is found again: "" by name, else the field that must be equal
 * @param contained whether a text inside the other agrees with it: 科长 and 某局科长
 */
record SameAcrossDocuments(
        Words words,
        Scope scope,
        Sameness sameness,
        String match,
        boolean contained,
        Map<String, DocumentKind> documents)
        implements WordedRule {
    private static final Variant SHOWN = Variant.field("", "a", "b", "x", "y");
    private static final Variant HIDDEN = Variant.field("private", "a", "b");

    static Rule read(Line line) {
        Scope scope = line.scope();
        line.require(!scope.fields().isEmpty(), "fields", "must name the fields to compare");
        return new SameAcrossDocuments(
                line.words(line.types(scope).stream()
                        .map(type -> Sameness.isPrivate(type) ? HIDDEN : SHOWN)
                        .distinct()
                        .toArray(Variant[]::new)),
                scope,
                new Sameness(line.values()),
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
                : set.answer(match)
                        .filter(sameness.values()::filled)
                        .map(sameness::plain)
                        .orElse("");
    }

    /** Two of one name in one document cannot be told apart; speak of them. */
    private static boolean onceEach(List<AnswerSet> sets) {
        return sets.stream().map(set -> set.form().document()).distinct().count() == sets.size();
    }

    private Stream<Finding> compare(List<AnswerSet> sets) {
        Map<String, List<Answer>> byField = sets.stream()
                .flatMap(scope::answers)
                .filter(sameness.values()::filled)
                .collect(
                        Collectors.groupingBy(answer -> answer.spec().name(), LinkedHashMap::new, Collectors.toList()));
        return byField.values().stream()
                .flatMap(answers -> answers.stream()
                        .skip(1)
                        .filter(answer -> !agree(answers.get(0), answer))
                        .flatMap(answer -> say(answers.get(0), answer)));
    }

    private Stream<Finding> say(Answer first, Answer other) {
        return words.say(
                Sameness.isPrivate(other.spec().type()) ? "private" : "",
                other,
                Sameness.isPrivate(other.spec().type())
                        ? Map.of("a", title(first), "b", title(other))
                        : Map.of("a", title(first), "b", title(other), "x", first.text(), "y", other.text()));
    }

    private String title(Answer answer) {
        String id = answer.in().form().document();
        return Optional.ofNullable(documents.get(id)).map(DocumentKind::name).orElse(id);
    }

    private boolean agree(Answer one, Answer other) {
        if (sameness.same(one, other)) {
            return true;
        }
        String a = sameness.plain(one);
        String b = sameness.plain(other);
        return contained && (a.contains(b) || b.contains(a));
    }
}
