package org.mailroom.outbox;

import java.time.Duration;
import java.util.Optional;

/**
 * How much may leave, whatever asks for it: a loop that every other rule missed ends here (mail-rules, P5).
 *
 * @param hourly mails to one address an hour
 * @param daily mails to one address in 24 hours
 * @param alike mails to one address with one subject within {@code alikeWithin}
 * @param all mails in all an hour; beyond it sending stops
 */
public record Caps(int hourly, int daily, int alike, Duration alikeWithin, int all) {
    public static final Caps USUAL = new Caps(6, 20, 2, Duration.ofHours(3), 200);

    static final Duration HOUR = Duration.ofHours(1);
    static final Duration DAY = Duration.ofHours(24);

    /** What left already; mails whose fate is unknown count as left. */
    record Traffic(int lastHour, int lastDay, int alike, int all) {}

    /** Whether sending as a whole must stop before one more mail. */
    boolean breaks(Traffic traffic) {
        return traffic.all() >= all;
    }

    /** The cap that one more mail to the address would exceed, as a reason to withhold it. */
    Optional<String> exceeded(Traffic traffic) {
        if (traffic.lastHour() >= hourly) {
            return Optional.of("cap: " + hourly + " an hour to one address");
        }
        if (traffic.lastDay() >= daily) {
            return Optional.of("cap: " + daily + " a day to one address");
        }
        if (traffic.alike() >= alike) {
            return Optional.of("cap: " + alike + " with one subject to one address");
        }
        return Optional.empty();
    }
}
