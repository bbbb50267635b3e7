package org.mailroom.campaign;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** {@code calendar.yaml}: years whose holidays and make-up days were checked with the official notice. */
final class CalendarFile {
    /** A longer holiday than any known one is a mistyped month. */
    private static final int LONGEST_HOLIDAY = 31;

    private final Entry root;
    private final Set<DayOfWeek> weekend;
    private final Set<LocalDate> holidays = new TreeSet<>();
    private final Set<LocalDate> makeUpDays = new TreeSet<>();

    CalendarFile(Entry root) {
        this.root = root;
        root.allowOnly("weekend", "years");
        List<DayOfWeek> days = root.choices("weekend", DayOfWeek.class);
        if (days.isEmpty()) {
            throw root.wrong("weekend", "must be a list of days, for example [saturday, sunday]");
        }
        weekend = EnumSet.copyOf(days);
    }

    WorkingDays workingDays() {
        Entry years = root.entry("years");
        Set<Integer> verified = new TreeSet<>();
        for (String year : years.keys()) {
            if (!year.matches("20[0-9]{2}")) {
                throw years.wrong(year, "must be a year like 2021");
            }
            if (read(years.entry(year), Integer.parseInt(year))) {
                verified.add(Integer.valueOf(year));
            }
        }
        Map<Integer, WorkingDays.Year> table = new LinkedHashMap<>();
        for (int year : verified) {
            table.put(year, new WorkingDays.Year(of(year, holidays), of(year, makeUpDays)));
        }
        return new WorkingDays(weekend, table);
    }

    /** @return whether the year is verified; an unverified one is read, so that mistakes show, and then left out */
    private boolean read(Entry entry, int year) {
        entry.allowOnly("verified", "holidays", "makeUpDays");
        if (!entry.has("verified")) {
            throw entry.wrong("verified", "must be true or false, and is missing");
        }
        for (Entry holiday : entry.entries("holidays")) {
            holiday.allowOnly("name", "from", "to");
            holiday.text("name");
            LocalDate from = holiday.date("from");
            LocalDate to = holiday.has("to") ? holiday.date("to") : from;
            if (to.isBefore(from) || from.plusDays(LONGEST_HOLIDAY).isBefore(to)) {
                throw holiday.wrong(
                        "to", "must be within " + LONGEST_HOLIDAY + " days after " + from + ", found " + to);
            }
            from.datesUntil(to.plusDays(1)).forEach(day -> add(day, holidays, year, holiday, "from"));
        }
        for (LocalDate day : entry.dates("makeUpDays")) {
            if (!weekend.contains(day.getDayOfWeek())) {
                throw entry.wrong("makeUpDays", "must fall on the weekend, and " + day + " does not");
            }
            add(day, makeUpDays, year, entry, "makeUpDays");
        }
        return entry.flag("verified", false);
    }

    /** A notice may reach over new year (元旦 2023 began on 2022-12-31), no further. */
    private void add(LocalDate day, Set<LocalDate> days, int year, Entry entry, String key) {
        if (day.isBefore(LocalDate.of(year - 1, 12, 1)) || day.isAfter(LocalDate.of(year + 1, 1, 31))) {
            throw entry.wrong(key, "must lie in " + year + ", found " + day);
        }
        if (holidays.contains(day) || makeUpDays.contains(day)) {
            throw entry.wrong(key, "must not have " + day + " again: it stands in the calendar already");
        }
        days.add(day);
    }

    private static Set<LocalDate> of(int year, Set<LocalDate> days) {
        return days.stream().filter(day -> day.getYear() == year).collect(Collectors.toUnmodifiableSet());
    }
}
