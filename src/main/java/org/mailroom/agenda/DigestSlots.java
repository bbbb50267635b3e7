package org.mailroom.agenda;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.TreeSet;
import org.mailroom.campaign.Campaign;

/**
 * When a digest goes out, specification 6.11: each working day in the morning, and on a due day once more before the close,
 * whatever day of the week that is. In a year without a verified calendar it goes out every day.
 */
record DigestSlots(Campaign campaign, LocalTime at, LocalTime dueDayAt) {

    /**
     * One digest.
     *
     * @param time in the campaign's zone; an hour that the change to summer time leaves out comes an hour later
     */
    record Slot(LocalDate day, LocalTime hour, Instant time) {
        String key() {
            return day + "/" + hour;
        }
    }

    /** The slots of a day, in their order; two at the same hour are one. */
    List<Slot> of(LocalDate day) {
        TreeSet<LocalTime> hours = new TreeSet<>();
        if (!campaign.workingDays().verified(day.getYear())
                || campaign.workingDays().isWorkingDay(day)) {
            hours.add(at);
        }
        if (campaign.stages().stream().anyMatch(stage -> stage.due().equals(day))) {
            hours.add(dueDayAt);
        }
        return hours.stream()
                .map(hour -> new Slot(
                        day, hour, day.atTime(hour).atZone(campaign.zone()).toInstant()))
                .toList();
    }

    /** The slots after the first instant, up to and with the second, oldest first. */
    List<Slot> between(Instant after, Instant until) {
        if (!until.isAfter(after)) {
            return List.of();
        }
        LocalDate first = after.atZone(campaign.zone()).toLocalDate();
        LocalDate last = until.atZone(campaign.zone()).toLocalDate();
        return first.datesUntil(last.plusDays(1))
                .flatMap(day -> of(day).stream())
                .filter(slot -> slot.time().isAfter(after) && !slot.time().isAfter(until))
                .toList();
    }
}
