package org.mailroom.check;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailroom.campaign.Lexicon;

/** Years of work as people state them: 12, 12年, 五年, 5年以上, 8年6个月, or the month of the start. R-41. */
final class Years {
    private static final Pattern DECIMALS = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})");
    private static final int LONGEST = 80;

    private final Numbers numbers;
    private final Dates dates;
    private final Pattern stated;
    private final Pattern since;
    private final Pattern year;

    Years(Lexicon lexicon, Numbers numbers, Dates dates) {
        String n = numbers.character();
        String unit = Alternatives.of(lexicon.words("value.date.year"));
        String more = Alternatives.of(lexicon.words("value.years.more"));
        String months = n + "{1,3}" + Alternatives.of(lexicon.words("value.years.months"));
        this.numbers = numbers;
        this.dates = dates;
        this.stated = Pattern.compile("(" + n + "{1,3})" + more + "?(?:" + unit + "(?:" + more + "|" + months + ")?)?");
        this.since = Pattern.compile("^" + Alternatives.of(lexicon.words("value.years.since")) + "|"
                + Alternatives.of(lexicon.words("value.years.until")) + "$");
        this.year = Pattern.compile("(\\d{4})" + unit + "?");
    }

    /** @return full years on {@code reference}, the most the text can mean; empty if it states none */
    OptionalInt parse(String text, LocalDate reference) {
        String plain = Plain.compact(text);
        Matcher full = stated.matcher(plain);
        if (full.matches()) {
            OptionalInt value = numbers.value(full.group(1));
            return value.isPresent() && value.getAsInt() <= LONGEST ? value : OptionalInt.empty();
        }
        Matcher decimals = DECIMALS.matcher(plain);
        if (decimals.matches()) {
            return OptionalInt.of(Integer.parseInt(decimals.group(1)));
        }
        String start = since.matcher(plain).replaceAll("");
        Matcher startYear = year.matcher(start);
        if (startYear.matches()) {
            return ifPositive(reference.getYear() - Integer.parseInt(startYear.group(1)));
        }
        Optional<WrittenDate> date = dates.parse(start);
        return date.isPresent()
                ? ifPositive(ChronoUnit.YEARS.between(date.get().first(), reference))
                : OptionalInt.empty();
    }

    private static OptionalInt ifPositive(long years) {
        return years >= 0 && years <= LONGEST ? OptionalInt.of((int) years) : OptionalInt.empty();
    }
}
