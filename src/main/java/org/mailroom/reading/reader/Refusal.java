package org.mailroom.reading.reader;

import java.io.IOException;
import org.mailroom.reading.Reading;

/** Ends the reading of one file that cannot be counted; becomes a {@link Reading.Refused} before it leaves the room. */
final class Refusal extends IOException {
    private static final long serialVersionUID = 1L;

    /** Faults within faults that are looked at: a chain of causes may be a ring. */
    private static final int DEEPEST = 20;

    private final Reading.Reason reason;

    Refusal(Reading.Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    Reading.Reason reason() {
        return reason;
    }

    /** Brings out a refusal that a library has wrapped as a fault of its own. */
    static void rethrow(Throwable broken) throws Refusal {
        int depth = 0;
        for (Throwable cause = broken; cause != null && depth < DEEPEST; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                throw refusal;
            }
            depth++;
        }
    }
}
