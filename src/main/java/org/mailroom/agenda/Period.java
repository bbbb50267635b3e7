package org.mailroom.agenda;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import org.mailroom.campaign.Campaign;

/**
 * What a digest looks at: from the last one to now, on the campaign's clock; and how dates are handed to its template.
 *
 * @param since when the last digest was composed, or the desk opened
 */
record Period(Campaign campaign, Instant since, Instant now, Clock machineClock) {
    LocalDate today() {
        return now.atZone(campaign.zone()).toLocalDate();
    }

    OffsetDateTime from() {
        return since.atOffset(ZoneOffset.UTC);
    }

    OffsetDateTime to() {
        return now.atOffset(ZoneOffset.UTC);
    }

    static Map<String, Object> day(LocalDate day) {
        return Map.of("year", day.getYear(), "month", day.getMonthValue(), "day", day.getDayOfMonth());
    }

    Map<String, Object> moment(Instant instant) {
        ZonedDateTime there = instant.atZone(campaign.zone());
        Map<String, Object> moment = new HashMap<>(day(there.toLocalDate()));
        moment.put("hour", there.getHour());
        moment.put("minute", there.getMinute());
        return moment;
    }

    /** How long something has waited since that time of the campaign's clock; never negative. */
    Map<String, Object> age(Instant opened) {
        return age(Duration.between(opened, now));
    }

    /** As {@link #age(Instant)}, of a time of the machine's clock. */
    Map<String, Object> machineAge(Instant since) {
        return age(Duration.between(since, machineClock.instant()));
    }

    private static Map<String, Object> age(Duration age) {
        Duration waited = age.isNegative() ? Duration.ZERO : age;
        return Map.of("days", waited.toDays(), "hours", waited.toHoursPart(), "minutes", waited.toMinutesPart());
    }
}
