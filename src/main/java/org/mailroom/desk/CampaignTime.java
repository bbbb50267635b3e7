package org.mailroom.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times as pages show them: in the campaign's zone, to the minute. */
final class CampaignTime {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final ZoneId zone;
    private final Clock campaignClock;

    CampaignTime(ZoneId zone, Clock campaignClock) {
        this.zone = zone;
        this.campaignClock = campaignClock;
    }

    /** "" for a time that has not come. */
    String of(@Nullable OffsetDateTime at) {
        return at == null ? "" : of(at.toInstant());
    }

    String of(Instant at) {
        return MINUTE.format(at.atZone(zone));
    }

    /** Whole hours since then on the campaign's clock. */
    long hoursSince(OffsetDateTime at) {
        return Duration.between(at.toInstant(), campaignClock.instant()).toHours();
    }
}
