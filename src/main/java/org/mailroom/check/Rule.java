package org.mailroom.check;

import java.util.stream.Stream;

/** One line of rules.yaml, ready to look at a dossier. A pure function; built with all it needs to know. */
public interface Rule {
    String id();

    Stream<Finding> check(Dossier dossier);

    /** Whether it compares with what is known of the unit: its places, its names. */
    default boolean asksUnit() {
        return false;
    }
}
