package org.mailroom.check;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailroom.form.Place;
import org.mailroom.reading.Reading;

/**
 * Files that cannot be counted.
 *
 * @param reasons why, in the words of the campaign; a reason that is not there is another line's
 */
record RefusedFile(Words words, Map<Reading.Reason, String> reasons) implements WordedRule {
    private static final Place NO_FORM = new Place("", Optional.empty(), "", 0, "");

    static Rule read(Line line) {
        Set<String> names =
                Arrays.stream(Reading.Reason.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());
        Set<String> wanted =
                line.known("reasons", "one of " + names.stream().sorted().toList(), names::contains);
        Map<Reading.Reason, String> reasons = wanted.stream()
                .map(Reading.Reason::valueOf)
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(), reason -> line.message("reasons", "refused." + reason.name())));
        return new RefusedFile(line.words(Variant.whole("", "file", "reason")), reasons);
    }

    @Override
    public Stream<Finding> check(Dossier dossier) {
        return dossier.refused().stream()
                .filter(file -> reasons.containsKey(file.reason()))
                .flatMap(file -> words.say(
                        "",
                        NO_FORM,
                        Map.of("file", file.fileName(), "reason", reasons.getOrDefault(file.reason(), ""))));
    }
}
