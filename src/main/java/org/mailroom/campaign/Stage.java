package org.mailroom.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * One stage of the campaign: what is due, and when.
 *
 * @param id short key, for example {@code S1}
 * @param material what the unit hands in, for example 初审材料
 * @param due the day the notice names, for example 2021-08-31
 * @param closesBefore the first instant that is late (D-2), for example 2021-09-01T00:00 in the campaign's zone
 * @param correctionWorkdays working days for a correction (D-4)
 * @param closedByAcceptance whether nothing follows once a person has accepted it: no paper, no feedback
 */
public record Stage(
        String id,
        String material,
        LocalDate due,
        Instant closesBefore,
        int correctionWorkdays,
        List<RequiredDocument> required,
        boolean closedByAcceptance) {
    public Stage {
        required = List.copyOf(required);
    }

    /** A stage that something follows. */
    public Stage(
            String id,
            String material,
            LocalDate due,
            Instant closesBefore,
            int correctionWorkdays,
            List<RequiredDocument> required) {
        this(id, material, due, closesBefore, correctionWorkdays, required, false);
    }

    /** On time is what our server stamped before the close, whenever it was polled (D-1, D-2). */
    public boolean onTime(Instant received) {
        return received.isBefore(closesBefore);
    }
}
