package org.mailroom.campaign;

import java.util.HashMap;
import java.util.Map;

/** Values of which each may stand only once, however it is written (width, blanks, letter case). */
final class Once {
    private final Map<String, String> owners = new HashMap<>();

    /**
     * @param owner who has the value, in words for the message
     * @throws CampaignException at the key of the entry that says the value again
     */
    void add(String value, String owner, Entry entry, String key) {
        String first = owners.putIfAbsent(CodeLists.normalise(value), owner);
        if (first != null) {
            throw entry.wrong(key, "must not have \"" + value + "\" again: " + first + " has it already");
        }
    }
}
