package org.mailroom.campaign;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
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
     * @param aliases other ways to write it; one that begins with * stands for every text that ends with the rest
     * @param group a coarser level that rules speak of, for example DIVISION; empty where the list has none
     */
    public record Code(String name, List<String> aliases, Optional<String> group) {
        public Code {
            aliases = List.copyOf(aliases);
        }

        private boolean is(String wanted) {
            return normalise(name).equals(wanted)
                    || aliases.stream().map(CodeLists::normalise).anyMatch(wanted::equals);
        }

        private boolean endsLike(String wanted) {
            return aliases.stream()
                    .filter(alias -> alias.startsWith("*"))
                    .map(CodeLists::normalise)
                    .anyMatch(alias -> wanted.endsWith(alias.substring(1)));
        }
    }

    public boolean has(String list) {
        return lists.containsKey(list);
    }

    /**
     * The entry that the text means: by name or alias, else by the end of the text. Width (NFKC), blanks and letter case make
     * no difference.
     */
    public Optional<Code> find(String list, String text) {
        String wanted = normalise(text);
        List<Code> codes = lists.getOrDefault(list, List.of());
        return codes.stream()
                .filter(code -> code.is(wanted))
                .findFirst()
                .or(() -> codes.stream().filter(code -> code.endsLike(wanted)).findFirst());
    }

    /** NFKC, without blanks and invisible characters, in lower case. */
    static String normalise(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}\\p{Cf}]", "")
                .toLowerCase(Locale.ROOT);
    }
}
