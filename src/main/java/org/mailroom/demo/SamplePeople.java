package org.mailroom.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.mailroom.campaign.Entry;
import org.mailroom.campaign.Unit;

/** Invented people, the same for the same unit and number: names, dates of birth, identity numbers with a valid check digit. */
final class SamplePeople {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK = "10X98765432";
    private static final int EARLIEST_YEAR = 1969;
    private static final int YEARS = 18;

    private final Entry samples;

    SamplePeople(Entry samples) {
        this.samples = samples;
    }

    /** @param name the person's name, surname first */
    record Person(String name, String sex, LocalDate birth, String identityNumber, String mobile) {}

    /** @param number from 0, different for everybody of a unit */
    Person person(Unit unit, int number) {
        int seed = Math.floorMod(unit.code().hashCode(), 9973);
        boolean female = number % 2 == 1;
        List<String> given = samples.entry("givenNames").texts(female ? "female" : "male");
        String name =
                Words.inTurn(samples.texts("surnames"), seed + number) + Words.inTurn(given, seed / 7 + number * 3);
        LocalDate birth = LocalDate.of(EARLIEST_YEAR + (seed + number * 5) % YEARS, 1 + (seed + number) % 12, 1)
                .plusDays((seed + number * 11) % 28);
        String identity = identityNumber(area(unit), birth, 101 + 2 * number + (female ? 1 : 0));
        String mobile = String.format(Locale.ROOT, "139%04d%04d", seed % 10000, 1000 + number);
        return new Person(name, samples.entry("sex").text(female ? "female" : "male"), birth, identity, mobile);
    }

    private String area(Unit unit) {
        return samples.entry("identityAreas")
                .optionalText(unit.code())
                .orElseGet(() -> unit.code().substring(0, 2) + samples.text("identityArea"));
    }

    /** GB 11643-1999; an odd sequence number is a man's. */
    private static String identityNumber(String area, LocalDate birth, int sequence) {
        String digits = String.format(
                Locale.ROOT,
                "%s%04d%02d%02d%03d",
                area,
                birth.getYear(),
                birth.getMonthValue(),
                birth.getDayOfMonth(),
                sequence);
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (digits.charAt(i) - '0');
        }
        return digits + CHECK.charAt(sum % 11);
    }
}
