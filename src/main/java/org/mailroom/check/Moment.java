package org.mailroom.check;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailroom.campaign.Entry;
import org.mailroom.campaign.WorkingDays;
import org.mailroom.form.Form;
import org.mailroom.form.Place;

/**
 * A step of a procedure and where its day is written, an entry such as {@code {what: 公示开始, from: period-start, document: formal-report}}.
 *
 * @param what how a person calls it
 * @param from where its day stands
 * @param key the document, or for {@code TOLD} the stage
 * @param fields fields in which the day stands last, for {@code FIELDS}
 */
record Moment(String what, From from, String key, Set<String> fields) {
    private static final Place WHOLE = new Place("", Optional.empty(), "", 0, "");

    /** Where days are written. */
    enum From {
        /** On record: when the unit was told the results of a stage. */
        TOLD("told"),
        /** In fields, the last day each of them names. */
        FIELDS("fields"),
        /** The first day of a period a letter states. */
        PERIOD_START("period-start"),
        /** Its last day. */
        PERIOD_END("period-end"),
        /** The day below a letter. */
        LETTER("letter"),
        /** The day on which the unit's newest mail was received. */
        RECEIVED("received");

        private final String word;

        From(String word) {
            this.word = word;
        }

        static List<String> words() {
            return Stream.of(values()).map(from -> from.word).toList();
        }
    }

    /** A day and the place that names it. */
    record Day(LocalDate date, Place place) {}

    /** What is needed to find days. */
    record Ground(Answers answers, Values values, WorkingDays calendar, Pattern near, ZoneId zone) {}

    static Moment read(Entry entry, Line line) {
        entry.allowOnly("what", "from", "document", "stage", "fields");
        String word = entry.text("from");
        line.require(From.words().contains(word), "dates", "\"from\" must be one of " + From.words());
        From from = Stream.of(From.values())
                .filter(one -> one.word.equals(word))
                .findFirst()
                .orElseThrow();
        String key = switch (from) {
            case TOLD -> entry.text("stage");
            case RECEIVED -> "";
            default -> entry.text("document");
        };
        boolean isForm = from == From.TOLD
                || from == From.RECEIVED
                || line.answers().descriptor(key).isPresent();
        line.require(isForm, "dates", "\"document\" must be a document with a form, found \"" + key + "\"");
        return new Moment(entry.text("what"), from, key, Set.copyOf(entry.texts("fields")));
    }

    List<Day> days(Dossier dossier, Ground ground) {
        return switch (from) {
            case TOLD ->
                Optional.ofNullable(dossier.history().told().get(key)).map(date -> new Day(date, WHOLE)).stream()
                        .toList();
            case RECEIVED -> List.of(new Day(LocalDate.ofInstant(dossier.lastReceived(), ground.zone()), WHOLE));
            case FIELDS -> forms(dossier).flatMap(form -> written(form, ground)).toList();
            case LETTER ->
                forms(dossier)
                        .flatMap(form -> LetterText.of(form)
                                .dated(ground.values().dates())
                                .stream()
                                .map(date -> new Day(date, Answers.place(form))))
                        .toList();
            case PERIOD_START, PERIOD_END ->
                forms(dossier).flatMap(form -> period(form, ground)).toList();
        };
    }

    private Stream<Form> forms(Dossier dossier) {
        return Answers.forms(dossier).filter(form -> form.document().equals(key));
    }

    private Stream<Day> written(Form form, Ground ground) {
        return ground.answers()
                .sets(form)
                .flatMap(AnswerSet::answers)
                .filter(answer -> fields.contains(answer.spec().name()))
                .flatMap(answer -> ground.values().dates().last(answer.text()).stream()
                        .map(date -> new Day(date.first(), answer.place())));
    }

    private Stream<Day> period(Form form, Ground ground) {
        return ground.values().ranges().find(LetterText.of(form).about(ground.near())).stream()
                .flatMap(
                        range -> (from == From.PERIOD_START ? Optional.of(range.start()) : end(range, ground)).stream())
                .map(date -> new Day(date, Answers.place(form)));
    }

    /** Of 8月23日起5个工作日 the end is counted, in a year the calendar knows. */
    private static Optional<LocalDate> end(DateRange range, Ground ground) {
        if (range.statedDays().isEmpty()) {
            return Optional.of(range.end());
        }
        return ground.calendar().verified(range.start().getYear())
                ? Optional.of(ground.calendar()
                        .after(range.start().minusDays(1), range.statedDays().getAsInt()))
                : Optional.empty();
    }
}
