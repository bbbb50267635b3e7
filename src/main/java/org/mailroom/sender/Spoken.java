package org.mailroom.sender;

import java.util.List;
import java.util.Optional;
import org.mailroom.campaign.Unit;

/** Who speaks in a mail, with the evidence for it. */
public sealed interface Spoken {
    List<Evidence> evidence();

    /** The unit to file under, if the evidence suffices. */
    default Optional<Unit> known() {
        return this instanceof Known known ? Optional.of(known.unit()) : Optional.empty();
    }

    /**
     * The best unit has at least 60 and the second best at most 20 less.
     *
     * @param registered whether the address itself stands in the registry for this unit
     */
    record Known(Unit unit, boolean registered, List<Evidence> evidence) implements Spoken {}

    /**
     * Evidence is missing, too weak or contradictory: a person decides.
     *
     * @param reason no-evidence, weak, ambiguous, address-and-form-differ, or city (R-11; the evidence with source city
     *     names the city and its province)
     */
    record Doubtful(String reason, List<Evidence> evidence) implements Spoken {}
}
