package org.mailroom.check;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One thing a rule can say, with the variables its words may use.
 *
 * @param name "" if the rule has only one thing to say; else the end of the message's key, R-46.check
 */
record Variant(String name, Set<String> variables) {
    /** About a form, a file or the whole dossier. */
    static Variant whole(String name, String... variables) {
        return new Variant(name, Set.of(variables));
    }

    /** About a field: its label and the nominee's name, "" if it is nobody's, are known besides. */
    static Variant field(String name, String... variables) {
        return new Variant(
                name,
                Stream.concat(Stream.of("label", "name"), Stream.of(variables))
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
