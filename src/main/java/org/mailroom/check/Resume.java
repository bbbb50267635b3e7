package org.mailroom.check;

import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailroom.campaign.Lexicon;

/**
 * A curriculum vitae runs from month to month without a gap up to now, agrees with the month in which work began, and does not
 * begin work in childhood. Always for a person: people write their lives in many ways.
 *
 * @param period finds one station: year and month twice, or year and month and a word for now
 * @param since the field of the month in which work began
 * @param birth the field of birth
 * @param age least age at which work begins
 */
record Resume(Words words, Scope scope, Values values, Pattern period, String since, String birth, int age, ZoneId zone)
        implements WordedRule {
    static Rule read(Line line) {
        Scope scope = line.scope();
        return new Resume(
                line.words(
                        Variant.field("unreadable"),
                        Variant.field("gap", "d1", "d2"),
                        Variant.field("ended", "d1"),
                        Variant.field("since", "d1"),
                        Variant.field("young", "age", "min")),
                scope,
                line.values(),
                period(line.context().lexicon()),
                line.field("since", scope),
                line.field("birth", scope),
                line.number("age"),
                line.context().zone());
    }

    private static Pattern period(Lexicon lexicon) {
        String year = Alternatives.of(lexicon.words("value.date.year"));
        String month = Alternatives.of(lexicon.words("value.date.month"));
        String token = "((?:19|20)\\d{2})(?:" + year + "|[./-])?(\\d{1,2})" + month + "?";
        String to = Alternatives.of(lexicon.words("value.range.separators")) + "*";
        return Pattern.compile(
                token + to + "(?:" + token + "|(" + Alternatives.of(lexicon.words("value.resume.now")) + "))");
    }

    /** @param end empty = until now */
    private record Station(YearMonth start, Optional<YearMonth> end) {}

    @Override
    public Stream<Finding> check(Dossier dossier) {
        YearMonth now = YearMonth.from(dossier.lastReceived().atZone(zone));
        return scope.answers(dossier).filter(values::filled).flatMap(answer -> check(answer, now));
    }

    private Stream<Finding> check(Answer resume, YearMonth now) {
        List<Station> stations = stations(resume.text());
        if (stations.isEmpty()) {
            return words.say("unreadable", resume, Map.of());
        }
        return Stream.of(gaps(resume, stations, now), began(resume, stations)).flatMap(found -> found);
    }

    private List<Station> stations(String text) {
        List<Station> found = new ArrayList<>();
        Matcher matcher = period.matcher(Plain.compact(text));
        while (matcher.find()) {
            Optional<YearMonth> start = month(matcher.group(1), matcher.group(2));
            Optional<YearMonth> end =
                    matcher.group(5) == null ? month(matcher.group(3), matcher.group(4)) : Optional.empty();
            if (start.isPresent() && (matcher.group(5) != null || end.isPresent())) {
                found.add(new Station(start.get(), end));
            }
        }
        found.sort(Comparator.comparing(Station::start));
        return found;
    }

    private static Optional<YearMonth> month(String year, String month) {
        return WrittenDate.ifReal(Integer.parseInt(year), Integer.parseInt(month), 0, false)
                .map(WrittenDate::month);
    }

    private Stream<Finding> gaps(Answer resume, List<Station> stations, YearMonth now) {
        List<Finding> found = new ArrayList<>();
        YearMonth reached = stations.get(0).start();
        for (Station station : stations) {
            if (station.start().isAfter(reached.plusMonths(1))) {
                words.say("gap", resume, Map.of("d1", text(reached), "d2", text(station.start())))
                        .forEach(found::add);
            }
            YearMonth end = station.end().orElse(now);
            reached = end.isAfter(reached) ? end : reached;
        }
        boolean open = stations.stream().anyMatch(station -> station.end().isEmpty());
        if (!open && reached.plusMonths(1).isBefore(now)) {
            words.say("ended", resume, Map.of("d1", text(reached))).forEach(found::add);
        }
        return found.stream();
    }

    private Stream<Finding> began(Answer resume, List<Station> stations) {
        Optional<YearMonth> work = month(resume, since);
        Optional<YearMonth> born = month(resume, birth);
        Stream<Finding> other = work.filter(month ->
                        stations.stream().noneMatch(station -> station.start().equals(month)))
                .map(month -> words.say("since", resume, Map.of("d1", text(month))))
                .orElse(Stream.empty());
        Stream<Finding> young = work.flatMap(
                        month -> born.map(birthMonth -> (int) birthMonth.until(month, ChronoUnit.YEARS)))
                .filter(years -> years < age)
                .map(years -> words.say("young", resume, Map.of("age", years, "min", age)))
                .orElse(Stream.empty());
        return Stream.concat(other, young);
    }

    private Optional<YearMonth> month(Answer resume, String field) {
        return values.dates().parse(resume.in().text(field)).map(WrittenDate::month);
    }

    /** The spelling the forms ask for, 1972.05. */
    private static String text(YearMonth month) {
        return String.format(Locale.ROOT, "%d.%02d", month.getYear(), month.getMonthValue());
    }
}
