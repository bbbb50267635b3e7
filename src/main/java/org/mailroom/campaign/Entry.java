package org.mailroom.campaign;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One mapping of a campaign file that remembers where it stands. Every getter throws {@link CampaignException} with file,
 * line and what is expected if the value is missing or of another kind.
 */
public interface Entry {
    /** A scalar as it is written, not blank. */
    String text(String key);

    /** A scalar as it is written; empty if the key is absent or its text is blank. */
    Optional<String> optionalText(String key);

    int number(String key);

    Optional<Integer> optionalNumber(String key);

    boolean flag(String key, boolean otherwise);

    /** A list of scalars; a single scalar counts as a list of one; empty if the key is absent. */
    List<String> texts(String key);

    /** A list of mappings; empty if the key is absent. */
    List<Entry> entries(String key);

    /** A nested mapping. */
    Entry entry(String key);

    Optional<Entry> optionalEntry(String key);

    boolean has(String key);

    Set<String> keys();

    /** Refuses any key that is not listed, naming it and its line: a misspelt key is a mistake, not an option. */
    void allowOnly(String... keys);

    /**
     * A mistake in the value of {@code key} (or of the whole entry if it lacks the key), ready to be thrown.
     *
     * @param expected follows the quoted key and a colon, for example {@code must be a date like 2021-08-31, found "31.8."}
     */
    CampaignException wrong(String key, String expected);

    /** A date, year first. */
    default LocalDate date(String key) {
        return date(key, text(key));
    }

    /** A list of dates; empty if the key is absent. */
    default List<LocalDate> dates(String key) {
        return texts(key).stream().map(text -> date(key, text)).toList();
    }

    /** One of the constants of an enum, written in lower case with hyphens. */
    default <E extends Enum<E>> E choice(String key, Class<E> choices) {
        return choice(key, text(key), choices);
    }

    /** A list of constants of an enum; empty if the key is absent. */
    default <E extends Enum<E>> List<E> choices(String key, Class<E> choices) {
        return texts(key).stream().map(text -> choice(key, text, choices)).toList();
    }

    private LocalDate date(String key, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException notADate) {
            throw wrong(key, "must be a date like 2021-08-31, found \"" + text + "\"");
        }
    }

    private <E extends Enum<E>> E choice(String key, String text, Class<E> choices) {
        return Arrays.stream(choices.getEnumConstants())
                .filter(choice -> written(choice).equals(text))
                .findFirst()
                .orElseThrow(() -> wrong(
                        key,
                        "must be one of "
                                + Arrays.stream(choices.getEnumConstants())
                                        .map(Entry::written)
                                        .collect(Collectors.joining(", "))
                                + ", found \"" + text + "\""));
    }

    private static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
