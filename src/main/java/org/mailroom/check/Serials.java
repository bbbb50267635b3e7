package org.mailroom.check;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The entries of each block are numbered 1 to n, without gap or repeat. The first fault of a block is reported. */
record Serials(Words words, Scope scope, String field, Numbers numbers) implements WordedRule {
    static Rule read(Line line) {
        Scope scope = line.scope();
        return new Serials(
                line.words(
                        Variant.field("unreadable"),
                        Variant.field("repeat", "n"),
                        Variant.field("gap", "n", "expected")),
                scope,
                line.field("field", scope),
                line.values().numbers());
    }

    @Override
    public Stream<Finding> check(Dossier dossier) {
        Map<Object, List<Answer>> blocks = scope.sets(dossier)
                .filter(set -> set.row().isPresent())
                .flatMap(set -> set.answer(field).stream())
                .filter(answer -> !answer.labelMissing())
                .collect(Collectors.groupingBy(
                        answer -> List.of(answer.in().form(), answer.place().block()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return blocks.values().stream().flatMap(this::block);
    }

    private Stream<Finding> block(List<Answer> serials) {
        Set<Integer> seen = new HashSet<>();
        int expected = 1;
        for (Answer answer : serials) {
            OptionalInt n = numbers.serial(answer.text());
            if (n.isEmpty()) {
                return words.say("unreadable", answer, Map.of());
            }
            if (!seen.add(n.getAsInt())) {
                return words.say("repeat", answer, Map.of("n", n.getAsInt()));
            }
            if (n.getAsInt() != expected) {
                return words.say("gap", answer, Map.of("n", n.getAsInt(), "expected", expected));
            }
            expected++;
        }
        return Stream.empty();
    }
}
