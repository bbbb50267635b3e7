package org.mailroom.check;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * A date as a form states it: often without the day.
 *
 * @param day the day of the month, 0 if not stated
 * @param doubtful whether the century was not stated
 */
record WrittenDate(YearMonth month, int day, boolean doubtful) {
    private static final int EARLIEST = 1900;
    private static final int LATEST = 2100;

    WrittenDate {
        if (day != 0 && !month.isValidDay(day)) {
            throw new IllegalArgumentException("no such day");
        }
    }

    static WrittenDate of(LocalDate date) {
        return new WrittenDate(YearMonth.from(date), date.getDayOfMonth(), false);
    }

    /** @return empty if the calendar has no such month or day, or the year is out of the centuries people live in */
    static Optional<WrittenDate> ifReal(int year, int month, int day, boolean doubtful) {
        if (year < EARLIEST || year > LATEST) {
            return Optional.empty();
        }
        try {
            YearMonth stated = YearMonth.of(year, month);
            return day == 0 || stated.isValidDay(day)
                    ? Optional.of(new WrittenDate(stated, day, doubtful))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The first day it can mean. */
    LocalDate first() {
        return month.atDay(Math.max(day, 1));
    }

    /** Whether both can mean the same day; a date without a day agrees with every day of its month. */
    boolean agrees(WrittenDate other) {
        return month.equals(other.month) && (day == other.day || day == 0 || other.day == 0);
    }
}
