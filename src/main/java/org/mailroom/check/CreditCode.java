package org.mailroom.check;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A unified social credit code, GB 32100-2015: 17 characters and a check character by weights 3^i mod 31. Asked for only where
 * the form has the field.
 *
 * @param nature the field of the nominee's nature
 * @param natures groups of its code list that must give a code
 */
record CreditCode(Words words, Scope scope, Values values, String nature, String codes, Set<String> natures)
        implements WordedRule {
    private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int LENGTH = 18;

    static Rule read(Line line) {
        Scope scope = line.scope();
        return new CreditCode(
                line.words(Variant.field("blank"), Variant.field("shape"), Variant.field("check")),
                scope,
                line.values(),
                line.field("nature", scope),
                line.codeList("codes"),
                Set.copyOf(line.texts("natures")));
    }

    @Override
    public Stream<Finding> check(Dossier dossier) {
        return scope.answers(dossier)
                .filter(answer -> answer.field().isPresent())
                .flatMap(this::check);
    }

    private Stream<Finding> check(Answer answer) {
        if (!values.filled(answer)) {
            return isAsked(answer) ? words.say("blank", answer, Map.of()) : Stream.empty();
        }
        String code = IdentityNumbers.plain(answer.text());
        boolean shaped = code.length() == LENGTH && code.chars().allMatch(c -> CHARACTERS.indexOf(c) >= 0);
        if (!shaped) {
            return words.say("shape", answer, Map.of());
        }
        return isValid(code) ? Stream.empty() : words.say("check", answer, Map.of());
    }

    private boolean isAsked(Answer answer) {
        return values.codes()
                .find(codes, answer.in().text(nature))
                .flatMap(code -> code.group())
                .filter(natures::contains)
                .isPresent();
    }

    private static boolean isValid(String code) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += CHARACTERS.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % CHARACTERS.length();
        }
        int check = (CHARACTERS.length() - sum % CHARACTERS.length()) % CHARACTERS.length();
        return CHARACTERS.charAt(check) == code.charAt(LENGTH - 1);
    }
}
