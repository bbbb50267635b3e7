package org.mailroom.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When a mail is tried again.
 *
 * @param waits after the first, second, ... attempt; the last repeats; not empty
 * @param giveUpAfter since the mail was written; then it has failed
 */
public record Backoff(List<Duration> waits, Duration giveUpAfter) {
    public static final Backoff USUAL = new Backoff(
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofMinutes(60)),
            Duration.ofDays(2));

    public Backoff {
        waits = List.copyOf(waits);
        if (waits.isEmpty()) {
            throw new IllegalArgumentException("at least one wait is expected");
        }
    }

    /**
     * @param attempts made so far, from 1
     * @return the time of the next one, or empty to give up
     */
    Optional<Instant> next(int attempts, Instant written, Instant now) {
        Instant next = now.plus(waits.get(Math.min(attempts, waits.size()) - 1));
        return next.isAfter(written.plus(giveUpAfter)) ? Optional.empty() : Optional.of(next);
    }
}
