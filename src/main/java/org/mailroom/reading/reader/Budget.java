package org.mailroom.reading.reader;

import org.mailroom.reading.Reading;
import org.mailroom.reading.ReadingLimits;

/** What is left of the limits while one attachment is unpacked. */
final class Budget {
    private static final long RATIO_FROM = 1024L * 1024;

    private final ReadingLimits limits;
    private int entries;
    private long bytes;

    Budget(ReadingLimits limits) {
        this.limits = limits;
        this.entries = limits.entries();
        this.bytes = limits.totalBytes();
    }

    void takeEntry() throws Refusal {
        if (--entries < 0) {
            throw new Refusal(Reading.Reason.OVER_LIMIT);
        }
    }

    /** Watches one entry being unpacked, by what really comes out and not by what the archive says. */
    Held.Meter meter(long packed) {
        return (chunk, soFar) -> {
            bytes -= chunk;
            boolean tooTight = soFar > RATIO_FROM && soFar > packed * limits.ratio();
            if (bytes < 0 || soFar > limits.entryBytes() || tooTight) {
                throw new Refusal(Reading.Reason.OVER_LIMIT);
            }
        };
    }
}
