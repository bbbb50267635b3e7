package org.mailroom.check;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailroom.campaign.WorkingDays;
import org.mailroom.form.Form;
import org.mailroom.form.FormDescriptor;
import org.mailroom.form.Place;

/**
 * A period of at least {@code min} working days, both days counted, stated in a field or, for a letter, in the lines
 * {@code near} which it is looked for (R-58, R-74: 公示5个工作日). A letter's own date is not before the end of the period.
 */
record WorkingDaysAtLeast(
        Words words, Scope scope, Values values, WorkingDays calendar, int min, Pattern near, DateTimeFormatter dates)
        implements WordedRule {
    static Rule read(Line line) {
        return new WorkingDaysAtLeast(
                line.words(
                        Variant.whole("few", "label", "d1", "d2", "n", "min"),
                        Variant.whole("few.letter", "d1", "d2", "n", "min"),
                        Variant.whole("missing", "label", "min"),
                        Variant.whole("missing.letter", "min"),
                        Variant.whole("after", "d1", "d2"),
                        Variant.whole("unverified", "d1", "d2")),
                line.scope(),
                line.values(),
                line.context().workingDays(),
                line.number("min"),
                line.pattern("near"),
                line.format("value.date.format"));
    }

    @Override
    public Stream<Finding> check(Dossier dossier) {
        return scope.forms(dossier).flatMap(form -> isLetter(form) ? letter(form) : fields(form));
    }

    private boolean isLetter(Form form) {
        return scope.all()
                .descriptor(form.document())
                .map(FormDescriptor::letter)
                .orElse(false);
    }

    private Stream<Finding> fields(Form form) {
        return scope.all()
                .sets(form)
                .flatMap(scope::answers)
                .filter(values::filled)
                .flatMap(answer -> periods(answer.text(), answer.place()));
    }

    private Stream<Finding> letter(Form form) {
        LetterText letter = LetterText.of(form);
        Place place = Answers.place(form);
        String text = letter.about(near);
        return Stream.concat(
                periods(text, place), letter.dated(values.dates()).stream().flatMap(day -> after(text, day, place)));
    }

    private Stream<Finding> periods(String text, Place place) {
        List<DateRange> ranges = values.ranges().find(text);
        return ranges.isEmpty()
                ? words.say(variant("missing", place), place, Map.of("label", place.label(), "min", min))
                : ranges.stream().flatMap(range -> period(range, place));
    }

    private Stream<Finding> period(DateRange range, Place place) {
        Map<String, Object> days =
                Map.of("label", place.label(), "d1", dates.format(range.start()), "d2", dates.format(range.end()));
        OptionalInt n = workingDays(range);
        if (n.isEmpty()) {
            return words.say("unverified", place, days);
        }
        Map<String, Object> counted = new HashMap<>(days);
        counted.put("n", n.getAsInt());
        counted.put("min", min);
        return n.getAsInt() >= min ? Stream.empty() : words.say(variant("few", place), place, counted);
    }

    /** A letter has no label to name. */
    private static String variant(String name, Place place) {
        return place.label().isEmpty() ? name + ".letter" : name;
    }

    private OptionalInt workingDays(DateRange range) {
        if (range.statedDays().isPresent()) {
            return range.statedDays();
        }
        boolean verified = calendar.verified(range.start().getYear())
                && calendar.verified(range.end().getYear());
        return verified ? OptionalInt.of(calendar.between(range.start(), range.end())) : OptionalInt.empty();
    }

    private Stream<Finding> after(String text, LocalDate letter, Place place) {
        return values.ranges().find(text).stream()
                .filter(range -> range.end().isAfter(letter))
                .limit(1)
                .flatMap(range ->
                        words.say("after", place, Map.of("d1", dates.format(range.end()), "d2", dates.format(letter))));
    }
}
