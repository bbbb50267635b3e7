package org.mailroom.check;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mailroom.campaign.Lexicon;

/** Reads every spelling of a date, V-DATE: {@code 1975.08}, {@code 197508}, {@code 1975年8月15日}, numerals, spreadsheet serials. */
final class Dates {
    private static final Pattern RUN = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})?");
    private static final Pattern SERIAL = Pattern.compile("\\d{5}");
    private static final int YEAR = 4;
    private static final int FIRST_SERIAL = 25569;
    private static final int LAST_SERIAL = 60000;
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
    /** 00:00:00 that a spreadsheet adds. */
    private static final Pattern CLOCK = Pattern.compile("[ T]\\d{1,2}:\\d{2}(:\\d{2})?(\\.\\d+)?$");

    private static final Pattern REMARK = Pattern.compile("\\([^()]*\\)$");

    private final Numbers numbers;
    private final Pattern parts;
    private final Pattern tail;
    private final Pattern marks;
    private final Pattern monthMark;
    private final int campaignYear;

    Dates(Lexicon lexicon, Numbers numbers, int campaignYear) {
        String digit = numbers.character();
        String between = Alternatives.of(lexicon.words("value.date.separators"));
        String year = Alternatives.of(lexicon.words("value.date.year"));
        String month = Alternatives.of(lexicon.words("value.date.month"));
        String day = Alternatives.of(lexicon.words("value.date.day"));
        this.numbers = numbers;
        this.parts = Pattern.compile("(" + digit + "{2,5})(?:" + year + between + "?|" + between + ")(" + digit
                + "{1,3})(?:(?:" + month + between + "?|" + between + ")(?:(" + digit + "{1,3})" + day + "?)?)?");
        this.tail = Pattern.compile(Alternatives.of(lexicon.words("value.date.tails")) + "$");
        this.marks = Pattern.compile(year + "|" + month + "|" + day);
        this.monthMark = Pattern.compile(month);
        this.campaignYear = campaignYear;
    }

    /** @return empty if the text is no date or not a real one */
    Optional<WrittenDate> parse(String text) {
        String plain = Plain.compact(CLOCK.matcher(Plain.spaced(text)).replaceAll(""));
        plain = tail.matcher(REMARK.matcher(plain).replaceAll("")).replaceAll("");
        Matcher run = RUN.matcher(plain);
        if (run.matches()) {
            return WrittenDate.ifReal(whole(run.group(1)), whole(run.group(2)), whole(run.group(3)), false);
        }
        if (SERIAL.matcher(plain).matches()) {
            return ofSerial(whole(plain));
        }
        Matcher matcher = parts.matcher(plain);
        return matcher.matches() ? ofParts(matcher) : Optional.empty();
    }

    /** The last whole day that stands somewhere in the text, its year in full; of a seal's date line, for example. */
    Optional<WrittenDate> last(String text) {
        Matcher matcher = parts.matcher(Plain.compact(text));
        Optional<WrittenDate> found = Optional.empty();
        while (matcher.find()) {
            if (matcher.group(1).length() == YEAR) {
                Optional<WrittenDate> before = found;
                found = ofParts(matcher).filter(date -> date.day() > 0).or(() -> before);
            }
        }
        return found;
    }

    /** Whether a date line was left as the blank prints it, for example {@code 2021年　月　日}. */
    boolean unfilled(String text) {
        String plain = Plain.compact(text);
        String rest = marks.matcher(plain).replaceAll("");
        return monthMark.matcher(plain).find() && (rest.isEmpty() || rest.length() == 4 && isNumber(rest));
    }

    private Optional<WrittenDate> ofParts(Matcher matcher) {
        OptionalInt year = numbers.value(matcher.group(1));
        OptionalInt month = numbers.value(matcher.group(2));
        OptionalInt day = matcher.group(3) == null ? OptionalInt.of(0) : numbers.value(matcher.group(3));
        if (year.isEmpty() || month.isEmpty() || day.isEmpty() || matcher.group(3) != null && day.getAsInt() == 0) {
            return Optional.empty();
        }
        boolean century = matcher.group(1).length() > 2;
        int stated = year.getAsInt();
        return WrittenDate.ifReal(century ? stated : inCentury(stated), month.getAsInt(), day.getAsInt(), !century);
    }

    /** 75 means 1975: nobody writes a date after the campaign. */
    private int inCentury(int year) {
        int century = campaignYear / 100 * 100;
        return century + year > campaignYear ? century - 100 + year : century + year;
    }

    private static Optional<WrittenDate> ofSerial(int days) {
        if (days < FIRST_SERIAL || days > LAST_SERIAL) {
            return Optional.empty();
        }
        LocalDate date = SERIAL_ZERO.plusDays(days);
        return WrittenDate.ifReal(date.getYear(), date.getMonthValue(), date.getDayOfMonth(), false);
    }

    private boolean isNumber(String text) {
        return numbers.value(text).isPresent();
    }

    private static int whole(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
