package org.mailroom.check;

import java.time.LocalDate;
import java.util.OptionalInt;

/**
 * A period a text states, both days counted.
 *
 * @param statedDays the working days, where the text states them instead of the last day (8月23日起5个工作日); {@code end} is then
 *     the first day
 */
record DateRange(LocalDate start, LocalDate end, OptionalInt statedDays) {}
