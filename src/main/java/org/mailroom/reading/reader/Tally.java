package org.mailroom.reading.reader;

import org.mailroom.reading.Reading;
import org.mailroom.reading.ReadingLimits;

/** Counts what one document unfolds to, whatever its format. */
final class Tally {
    private final ReadingLimits limits;
    private long characters;
    private long cells;

    Tally(ReadingLimits limits) {
        this.limits = limits;
    }

    void text(int more) throws Refusal {
        characters += more;
        check(characters <= limits.characters());
    }

    void cell() throws Refusal {
        cells(1);
    }

    void cells(long more) throws Refusal {
        cells += more;
        check(cells <= limits.cells());
    }

    /** Whether so many cells more would be within the limit. */
    boolean has(long more) {
        return cells + more <= limits.cells();
    }

    /** @param depth elements, groups or tables the reader stands in */
    void depth(int depth) throws Refusal {
        check(depth <= limits.nesting());
    }

    private static void check(boolean within) throws Refusal {
        if (!within) {
            throw new Refusal(Reading.Reason.OVER_LIMIT);
        }
    }
}
