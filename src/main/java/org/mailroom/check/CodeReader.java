package org.mailroom.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailroom.campaign.CodeLists;
import org.mailroom.campaign.CodeLists.Code;

/**
 * Finds the code an entry means, as {@link CodeLists#find} does and also inside what people add to it: 中共党员（1999.06）,
 * 副处（四级调研员）, 研究生/硕士. Every name is normalised once.
 */
final class CodeReader {
    private static final Pattern REMARK = Pattern.compile("\\([^()]*\\)");
    private static final Pattern PIECES = Pattern.compile("[(),;/\\u3001\\n]+");
    private static final String ANY_BEGINNING = "*";
    /** Shorter names stand inside unrelated words too often: 汉 in 武汉. */
    private static final int SHORTEST_INSIDE = 2;

    private final Map<String, Spellings> lists = new HashMap<>();

    CodeReader(CodeLists codes) {
        codes.lists().forEach((list, entries) -> lists.put(list, Spellings.of(entries)));
    }

    Optional<Code> find(String list, String text) {
        Spellings names = lists.get(list);
        if (names == null) {
            return Optional.empty();
        }
        String wide = Plain.wide(text);
        String plain = key(wide);
        return names.find(plain)
                .or(() -> names.find(REMARK.matcher(plain).replaceAll("")))
                .or(() -> Arrays.stream(PIECES.split(wide, -1))
                        .flatMap(piece -> names.find(key(piece)).stream())
                        .findFirst())
                .or(() -> names.inside(plain));
    }

    private static String key(String text) {
        return Plain.compact(text).toLowerCase(Locale.ROOT);
    }

    /** One spelling of a code. */
    private record Name(String text, Code code) {}

    /**
     * The spellings of one list.
     *
     * @param exact whole spellings
     * @param endings spellings of which only the end counts
     * @param longestFirst all of them, to be looked for inside a text
     */
    private record Spellings(Map<String, Code> exact, List<Name> endings, List<Name> longestFirst) {
        static Spellings of(List<Code> codes) {
            Map<String, Code> exact = new HashMap<>();
            List<Name> endings = new ArrayList<>();
            List<Name> all = new ArrayList<>();
            for (Code code : codes) {
                Stream.concat(Stream.of(code.name()), code.aliases().stream()).forEach(spelling -> {
                    boolean ending = spelling.startsWith(ANY_BEGINNING);
                    Name name = new Name(key(ending ? spelling.substring(1) : spelling), code);
                    all.add(name);
                    if (ending) {
                        endings.add(name);
                    } else {
                        exact.putIfAbsent(name.text(), code);
                    }
                });
            }
            all.removeIf(name -> name.text().length() < SHORTEST_INSIDE);
            all.sort(Comparator.comparing((Name name) -> name.text().length()).reversed());
            return new Spellings(exact, endings, all);
        }

        Optional<Code> find(String plain) {
            return Optional.ofNullable(exact.get(plain))
                    .or(() -> endings.stream()
                            .filter(name -> plain.endsWith(name.text()))
                            .map(Name::code)
                            .findFirst());
        }

        Optional<Code> inside(String plain) {
            return longestFirst.stream()
                    .filter(name -> plain.contains(name.text()))
                    .map(Name::code)
                    .findFirst();
        }
    }
}
