package org.mailroom.agenda;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.Stage;
import org.mailroom.campaign.Unit;
import org.mailroom.campaign.WorkingDays;

/**
 * A time at which the units are reminded of a stage.
 *
 * @param daysBefore natural days before the due day, as the campaign sets them
 * @param day that day, moved back to a working day
 * @param unverifiedYear a year of the calendar that was needed and is not verified: the day was not moved then
 */
record ReminderSlot(Stage stage, int daysBefore, LocalDate day, Instant time, Optional<Integer> unverifiedYear) {
    /**
     * The slots of a stage, the earliest first. Where two fall on one day the nearer one stays; what falls before the notice is
     * left out (D-8). A time of day that the zone skips is as much later, of one that it has twice the earlier counts.
     */
    static List<ReminderSlot> of(Campaign campaign, Stage stage) {
        Map<LocalDate, ReminderSlot> days = new TreeMap<>();
        stage.reminders().daysBefore().stream()
                .sorted(Comparator.reverseOrder())
                .map(n -> of(campaign, stage, n))
                .filter(slot -> !slot.day().isBefore(campaign.noticeDate()))
                .forEach(slot -> days.put(slot.day(), slot));
        return new ArrayList<>(days.values());
    }

    private static ReminderSlot of(Campaign campaign, Stage stage, int daysBefore) {
        WorkingDays calendar = campaign.workingDays();
        LocalDate natural = stage.due().minusDays(daysBefore);
        LocalDate day = natural;
        while (calendar.verified(day.getYear()) && !calendar.isWorkingDay(day)) {
            day = day.minusDays(1);
        }
        Optional<Integer> unverified = calendar.verified(day.getYear()) ? Optional.empty() : Optional.of(day.getYear());
        LocalDate decided = unverified.isPresent() ? natural : day;
        Instant time = decided.atTime(stage.reminders().at())
                .atZone(campaign.zone())
                .withEarlierOffsetAtOverlap()
                .toInstant();
        return new ReminderSlot(stage, daysBefore, decided, time, unverified);
    }

    /** For {@link Slots}: a due day that is moved makes new slots. */
    String key(Unit unit) {
        return stage.id() + "/T-" + daysBefore + "/" + stage.due() + "/" + unit.code();
    }
}
