package org.mailroom.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mailroom.campaign.Lexicon;

/** Finds periods in a text, V-RANGE: 8月23日至27日, 2021年8月23日—27日, 8.23-8.27, 8月23日起5个工作日. */
final class DateRanges {
    /** A line break inside a cell; kept as a border where it parts two numbers. */
    private static final Pattern BREAK = Pattern.compile("(?<=\\d)\\s*\\n\\s*(?=\\d)");
    /** A weekday or the like in brackets after a date. */
    private static final String REMARK = "(?:\\([^()]{0,12}\\))?";

    private final Numbers numbers;
    private final List<Pattern> spellings;
    private final Pattern fromDay;
    private final int campaignYear;

    DateRanges(Lexicon lexicon, Numbers numbers, int campaignYear) {
        String n = numbers.character();
        String year = Alternatives.of(lexicon.words("value.date.year"));
        String month = Alternatives.of(lexicon.words("value.date.month"));
        String day = Alternatives.of(lexicon.words("value.date.day"));
        String from = Alternatives.of(lexicon.words("value.range.from"));
        String to = REMARK + "(?:" + from + ",?)?" + Alternatives.of(lexicon.words("value.range.separators")) + "+";
        String start = "(?:(" + n + "{4})" + year + ")?(" + n + "{1,3})" + month + "(" + n + "{1,3})" + day + "?";
        String end = "(?:(?:(" + n + "{4})" + year + ")?(" + n + "{1,3})" + month + ")?(" + n + "{1,3})" + day;
        String dotted = "(?<![\\d./-])(?:(\\d{4})[./-])?(\\d{1,2})[./-](\\d{1,2})";
        String dottedEnd = "(?:(?:(\\d{4})[./-])?(\\d{1,2})[./-])?(\\d{1,2})(?![\\d.%])";
        this.numbers = numbers;
        this.spellings = List.of(Pattern.compile(start + to + end), Pattern.compile(dotted + to + dottedEnd));
        this.fromDay = Pattern.compile(start + REMARK + from + "[^0-9;]{0,10}?(" + n + "{1,3})"
                + Alternatives.of(lexicon.words("value.range.workdays")));
        this.campaignYear = campaignYear;
    }

    /** @return the periods that are real days, in the order of the text; a year not stated is the campaign's */
    List<DateRange> find(String text) {
        String plain = Plain.compact(BREAK.matcher(Plain.wide(text)).replaceAll(";"));
        List<DateRange> found = new ArrayList<>();
        for (Pattern spelling : spellings) {
            Matcher matcher = spelling.matcher(plain);
            while (matcher.find()) {
                range(matcher).ifPresent(found::add);
            }
        }
        Matcher matcher = fromDay.matcher(plain);
        while (matcher.find()) {
            OptionalInt days = numbers.value(matcher.group(4));
            date(matcher, 1, campaignYear, 0).ifPresent(day -> found.add(new DateRange(day, day, days)));
        }
        return found;
    }

    private Optional<DateRange> range(Matcher matcher) {
        Optional<LocalDate> start = date(matcher, 1, campaignYear, 0);
        if (start.isEmpty()) {
            return Optional.empty();
        }
        LocalDate from = start.get();
        boolean overNewYear = matcher.group(4) == null
                && from.getMonthValue() == 12
                && number(matcher.group(5)).orElse(0) == 1;
        return date(matcher, 4, from.getYear() + (overNewYear ? 1 : 0), from.getMonthValue())
                .map(to -> new DateRange(from, to, OptionalInt.empty()));
    }

    /** The date in the groups {@code first}, +1 and +2: year, month, day. */
    private Optional<LocalDate> date(Matcher matcher, int first, int year, int month) {
        return WrittenDate.ifReal(
                        number(matcher.group(first)).orElse(year),
                        number(matcher.group(first + 1)).orElse(month),
                        number(matcher.group(first + 2)).orElse(0),
                        false)
                .filter(date -> date.day() > 0)
                .map(WrittenDate::first);
    }

    private OptionalInt number(@Nullable String token) {
        return token == null ? OptionalInt.empty() : numbers.value(token);
    }
}
