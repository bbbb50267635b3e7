package org.mailroom.check;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailroom.campaign.CodeLists;
import org.mailroom.campaign.CodeLists.Code;

/** Finds the code an entry means, also inside what people add to it: 中共党员（1999.06）, 副处（四级调研员）, 研究生/硕士. */
record CodeReader(CodeLists codes) {
    private static final Pattern REMARK = Pattern.compile("\\([^()]*\\)");
    private static final Pattern PIECES = Pattern.compile("[(),;/\\u3001\\n]+");
    /** Shorter names stand inside unrelated words too often: 汉 in 武汉. */
    private static final int SHORTEST_INSIDE = 2;

    Optional<Code> find(String list, String text) {
        String plain = Plain.compact(text);
        return Stream.concat(
                        Stream.of(text, plain, REMARK.matcher(plain).replaceAll("")),
                        Arrays.stream(PIECES.split(Plain.wide(text), -1)))
                .flatMap(piece -> codes.find(list, piece).stream())
                .findFirst()
                .or(() -> inside(list, plain));
    }

    /** The code whose longest name stands somewhere in the text: 工学学士, 正科级待遇. */
    private Optional<Code> inside(String list, String plain) {
        Code best = null;
        int length = SHORTEST_INSIDE - 1;
        for (Code code : codes.lists().getOrDefault(list, List.of())) {
            for (String name :
                    (Iterable<String>) Stream.concat(Stream.of(code.name()), code.aliases().stream())::iterator) {
                if (name.length() > length && plain.contains(Plain.compact(name).replace("*", ""))) {
                    best = code;
                    length = name.length();
                }
            }
        }
        return Optional.ofNullable(best);
    }
}
