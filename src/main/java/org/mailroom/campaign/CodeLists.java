package org.mailroom.campaign;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The campaign's code lists, matched by name or alias after normalisation, never by number.
 *
 * @param lists by id, for example sex, ethnic-groups, ranks
 */
public record CodeLists(Map<String, List<Code>> lists) {
    /**
     * One entry of a list.
     *
     * @param group a coarser level that rules speak of, for example DIVISION; empty where the list has none
     */
    public record Code(String name, List<String> aliases, Optional<String> group) {}

    /** @return the entry whose name or alias the text is, or empty; the text is compared without blanks */
    public Optional<Code> find(String list, String text) {
        String wanted = text.replaceAll("[\\s\\u3000]", "");
        return lists.getOrDefault(list, List.of()).stream()
                .filter(code -> code.name().equals(wanted) || code.aliases().contains(wanted))
                .findFirst();
    }
}
