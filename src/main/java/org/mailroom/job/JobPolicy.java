package org.mailroom.job;

import java.time.Duration;

/**
 * How a job is tried.
 *
 * @param every between two runs of a recurring job; zero for a job that ends
 */
record JobPolicy(int tries, Duration backoff, Duration every, JobExhausted exhausted) {
    JobPolicy {
        if (tries < 1 || backoff.isNegative() || every.isNegative()) {
            throw new IllegalArgumentException("a job needs tries=1 or more, and no negative backoff or every");
        }
    }

    boolean recurring() {
        return !every.isZero();
    }

    /** The pause after the given failed try, counted from 1: 5 s, 30 s, 180 s, an hour at most. */
    Duration pauseAfter(int attempt) {
        Duration pause = backoff;
        Duration longest = Duration.ofHours(1);
        for (int i = 1; i < attempt && pause.compareTo(longest) < 0; i++) {
            pause = pause.multipliedBy(6);
        }
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
