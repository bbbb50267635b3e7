package org.mailroom.custody;

import java.time.Instant;
import java.util.Map;

/** What became of a person's decision. Only {@link Done} has changed anything. */
public sealed interface Decided {
    /**
     * It stands on record.
     *
     * @param decision its id
     * @param again whether the same was asked before, and is done since then
     */
    record Done(long decision, boolean again) implements Decided {}

    /**
     * The matter is no longer as the person saw it.
     *
     * @param by who changed it: an account, or mail, clock, rule
     * @param at campaign time
     * @param what kind of the event
     */
    record Stale(String by, Instant at, String what) implements Decided {}

    /**
     * It may not be decided like this.
     *
     * @param reason key of the words for it
     * @param values for the words; no personal data
     */
    record Refused(String reason, Map<String, Object> values) implements Decided {
        public Refused {
            values = Map.copyOf(values);
        }

        public static Refused because(String reason) {
            return new Refused(reason, Map.of());
        }
    }
}
