package org.mailroom.campaign;

import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;

/**
 * When units are reminded of a stage.
 *
 * @param daysBefore natural days before the due day, each once, the most first; 0 is the due day itself
 * @param at the time of day in the campaign's zone; where the clocks skip it, as much later
 */
public record Reminders(List<Integer> daysBefore, LocalTime at) {
    public static final Reminders NONE = new Reminders(List.of(), LocalTime.NOON);

    public Reminders {
        daysBefore = daysBefore.stream().sorted(Comparator.reverseOrder()).toList();
    }
}
