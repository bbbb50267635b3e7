package org.mailroom.campaign;

import java.util.List;
import java.util.Map;

/**
 * Words the code must understand in the campaign's language, as data: lists of words or patterns by key.
 *
 * <p>Keys are documented in docs/campaigns.md; each reader asks for the keys it needs when it is built, so that a missing
 * one stops the start.
 */
public record Lexicon(Map<String, List<String>> words, String file) {
    /** @throws CampaignException if the lexicon does not have the key */
    public List<String> words(String key) {
        List<String> found = words.get(key);
        if (found == null) {
            throw new CampaignException(file, 1, "a list of words under \"" + key + "\" is expected");
        }
        return found;
    }
}
