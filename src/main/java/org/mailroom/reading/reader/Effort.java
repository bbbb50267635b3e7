package org.mailroom.reading.reader;

import java.util.concurrent.TimeUnit;
import org.mailroom.reading.Reading;

/** What one scan has asked of us so far. */
final class Effort {
    private final ScanLimits limits;
    private final long start = System.nanoTime();
    private int operators;

    Effort(ScanLimits limits) {
        this.limits = limits;
    }

    void startPage() {
        operators = 0;
    }

    void countOperator() throws Refusal {
        if (++operators > limits.operators()) {
            throw new Refusal(Reading.Reason.OVER_LIMIT);
        }
    }

    void countPixels(long width, long height) throws Refusal {
        if (width <= 0 || height <= 0) {
            throw new Refusal(Reading.Reason.UNREADABLE);
        }
        if (width * height > limits.pixels()) {
            throw new Refusal(Reading.Reason.OVER_LIMIT);
        }
    }

    void countPages(int pages) throws Refusal {
        if (pages > limits.pages()) {
            throw new Refusal(Reading.Reason.OVER_LIMIT);
        }
    }

    boolean spent() {
        return System.nanoTime() - start > TimeUnit.SECONDS.toNanos(limits.seconds());
    }
}
