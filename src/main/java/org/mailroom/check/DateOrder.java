package org.mailroom.check;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mailroom.check.Moment.Day;

/**
 * The steps of a procedure follow one another: none is dated before the one it presupposes. A step without a day is
 * passed over.
 */
record DateOrder(Words words, List<Moment> moments, Moment.Ground ground, DateTimeFormatter dates)
        implements WordedRule {
    static Rule read(Line line) {
        List<Moment> moments = line.asking("dates").entries("dates").stream()
                .map(entry -> Moment.read(entry, line))
                .toList();
        line.require(moments.size() > 1, "dates", "must name at least two steps");
        return new DateOrder(
                line.words(Variant.whole("", "earlier", "later", "d1", "d2")),
                moments,
                new Moment.Ground(
                        line.answers(),
                        line.values(),
                        line.context().workingDays(),
                        line.pattern("near"),
                        line.context().zone()),
                line.format("value.date.format"));
    }

    /** A step with the days found for it. */
    private record Step(String what, List<Day> days) {
        LocalDate first() {
            return days.stream().map(Day::date).min(LocalDate::compareTo).orElse(LocalDate.MAX);
        }
    }

    @Override
    public Stream<Finding> check(Dossier dossier) {
        List<Step> steps = moments.stream()
                .map(moment -> new Step(moment.what(), moment.days(dossier, ground)))
                .filter(step -> !step.days().isEmpty())
                .toList();
        List<Finding> found = new ArrayList<>();
        for (int i = 1; i < steps.size(); i++) {
            pair(steps.get(i - 1), steps.get(i)).forEach(found::add);
        }
        return found.stream();
    }

    /** Of several days of the earlier step each that is too late is named; else each of the later that is too early. */
    private Stream<Finding> pair(Step earlier, Step later) {
        if (earlier.days().size() > 1) {
            return earlier.days().stream()
                    .filter(day -> day.date().isAfter(later.first()))
                    .flatMap(day -> say(earlier, day.date(), later, later.first(), day));
        }
        Day only = earlier.days().get(0);
        return later.days().stream()
                .filter(day -> only.date().isAfter(day.date()))
                .flatMap(day -> say(
                        earlier,
                        only.date(),
                        later,
                        day.date(),
                        day.place().document().isEmpty() ? only : day));
    }

    private Stream<Finding> say(Step earlier, LocalDate d1, Step later, LocalDate d2, Day at) {
        return words.say(
                "",
                at.place(),
                Map.of(
                        "earlier",
                        earlier.what(),
                        "later",
                        later.what(),
                        "d1",
                        dates.format(d1),
                        "d2",
                        dates.format(d2)));
    }
}
