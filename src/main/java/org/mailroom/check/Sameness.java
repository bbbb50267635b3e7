package org.mailroom.check;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.mailroom.campaign.CodeLists.Code;

/** Whether two answers say the same thing in other words: dates, codes, numbers and names are compared by what they mean. */
record Sameness(Values values) {
    private static final Set<String> PRIVATE = Set.of("identity-number", "phone");
    private static final Set<String> DATES = Set.of("date", "month");
    private static final Pattern MARKS = Pattern.compile("[\\p{P}\\s]");

    /** Fields of this type are never quoted (P9). */
    static boolean isPrivate(String type) {
        return PRIVATE.contains(type);
    }

    boolean same(Answer one, Answer other) {
        return date(one)
                .flatMap(first -> date(other).map(first::agrees))
                .orElseGet(() -> plain(one).equals(plain(other)));
    }

    /** The answer as it is compared. */
    String plain(Answer answer) {
        String text = answer.text();
        return switch (answer.spec().type()) {
            case "identity-number" -> IdentityNumbers.plain(text);
            case "code" ->
                answer.spec()
                        .codes()
                        .flatMap(list -> values.codes().find(list, text))
                        .map(Code::name)
                        .orElseGet(() -> Plain.compact(text));
            case "integer" -> String.valueOf(values.numbers().parse(text).orElse(-1));
            default -> MARKS.matcher(Names.normalise(text)).replaceAll("");
        };
    }

    private Optional<WrittenDate> date(Answer answer) {
        return DATES.contains(answer.spec().type()) ? values.dates().parse(answer.text()) : Optional.empty();
    }
}
