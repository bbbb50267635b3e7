package org.mailroom.reading.reader;

import java.io.IOException;
import org.mailroom.reading.Reading;

/** Ends the reading of one file that cannot be counted; becomes a {@link Reading.Refused} before it leaves the room. */
final class Refusal extends IOException {
    private static final long serialVersionUID = 1L;

    private final Reading.Reason reason;

    Refusal(Reading.Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    Reading.Reason reason() {
        return reason;
    }
}
