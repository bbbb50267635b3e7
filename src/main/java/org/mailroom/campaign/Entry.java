package org.mailroom.campaign;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One mapping of a campaign file that remembers where it stands. Every getter throws {@link CampaignException} with file,
 * line and what is expected if the value is missing or of another kind.
 */
public interface Entry {
    String text(String key);

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

    /** A mistake in the value of {@code key} (or of the whole entry if it lacks the key), ready to be thrown. */
    CampaignException wrong(String key, String expected);
}
