package org.mailroom.campaign;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * The working-day calendar. A day works if it is no weekend day and no holiday, or if it is a make-up day (调休上班).
 *
 * @param years verified years; any other year is refused, never guessed
 */
public record WorkingDays(Set<DayOfWeek> weekend, Map<Integer, Year> years) {
    public WorkingDays {
        weekend = Set.copyOf(weekend);
        years = Map.copyOf(years);
    }

    /** Holidays and make-up working days announced for one year. */
    public record Year(Set<LocalDate> holidays, Set<LocalDate> makeUpDays) {}

    /** The table says nothing verified of this year: a fault of settings. */
    public static final class UnknownYearException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public UnknownYearException(int year) {
            super("the working-day calendar has no verified year " + year);
        }
    }

    public boolean verified(int year) {
        return years.containsKey(year);
    }

    /** @throws UnknownYearException if the year is not verified */
    public boolean isWorkingDay(LocalDate day) {
        Year year = years.get(day.getYear());
        if (year == null) {
            throw new UnknownYearException(day.getYear());
        }
        return year.makeUpDays().contains(day)
                || !weekend.contains(day.getDayOfWeek()) && !year.holidays().contains(day);
    }

    /** Working days from {@code start} to {@code end}, both counted; 0 if end is before start. */
    public int between(LocalDate start, LocalDate end) {
        return (int) start.datesUntil(end.isBefore(start) ? start : end.plusDays(1))
                .filter(this::isWorkingDay)
                .count();
    }

    /** The {@code n}th working day after {@code day}, {@code day} not counted (D-4). */
    public LocalDate after(LocalDate day, int n) {
        LocalDate result = day;
        for (int left = n; left > 0; ) {
            result = result.plusDays(1);
            left -= isWorkingDay(result) ? 1 : 0;
        }
        return result;
    }

    /** The day on which {@code n} working days must begin to end on {@code end}, both counted (D-8). */
    public LocalDate latestStart(LocalDate end, int n) {
        LocalDate result = end;
        for (int left = n - (isWorkingDay(end) ? 1 : 0); left > 0; ) {
            result = result.minusDays(1);
            left -= isWorkingDay(result) ? 1 : 0;
        }
        return result;
    }
}
