package org.mailroom.check;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.mailroom.campaign.Lexicon;

/** Telephone numbers, V-PHONE: one or several, mobile or landline; the shapes are the campaign's. */
final class Phones {
    private static final Pattern SEVERAL = Pattern.compile("[/,;\\n\\u3001]+");

    private final Pattern prefix;
    private final Pattern mobile;
    private final Pattern landline;
    private final Pattern local;

    Phones(Lexicon lexicon) {
        this.prefix = Pattern.compile("^" + Alternatives.of(lexicon.words("value.phone.prefixes")) + "-?");
        this.mobile = lexicon.pattern("value.phone.mobile");
        this.landline = lexicon.pattern("value.phone.landline");
        this.local = lexicon.pattern("value.phone.local");
    }

    /** Whether every number is one; a local number counts after one with its area code (010-62086145/62086541). */
    boolean valid(String text) {
        List<String> numbers = numbers(text);
        return !numbers.isEmpty()
                && whole(numbers.get(0))
                && numbers.stream()
                        .allMatch(
                                number -> whole(number) || local.matcher(number).matches());
    }

    boolean anyMobile(String text) {
        return numbers(text).stream().anyMatch(number -> mobile.matcher(number).matches());
    }

    private boolean whole(String number) {
        return mobile.matcher(number).matches() || landline.matcher(number).matches();
    }

    private List<String> numbers(String text) {
        return Arrays.stream(SEVERAL.split(Plain.wide(text), -1))
                .map(number -> prefix.matcher(Plain.compact(number)).replaceAll(""))
                .filter(number -> !number.isEmpty())
                .toList();
    }
}
