package org.mailroom.check;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.mailroom.campaign.Lexicon;

/** Mail addresses typed into a form, V-MAIL: dot-atom and domain of RFC 5321 section 4.1.2, after NFKC; one or several. */
public final class Mails {
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern ADDRESS =
            Pattern.compile(ATOM + "(?:\\." + ATOM + ")*@(?:" + LABEL + "\\.)+[A-Za-z]{2,63}");
    private static final Pattern SEVERAL = Pattern.compile("[,;\\s\\u3001]+|/(?=[^/]*@)");
    private static final int LONGEST = 254;

    private final Pattern dot;

    public Mails(Lexicon lexicon) {
        this.dot = Pattern.compile(Alternatives.of(lexicon.words("value.mail.dots")));
    }

    boolean valid(String text) {
        List<String> addresses = addresses(text);
        return !addresses.isEmpty() && addresses.stream().allMatch(Mails::isAddress);
    }

    /** The valid addresses among those typed, each once, as typed but for width and stray dots. */
    public List<String> among(List<String> texts) {
        return texts.stream()
                .flatMap(text -> addresses(text).stream())
                .filter(Mails::isAddress)
                .distinct()
                .toList();
    }

    private List<String> addresses(String text) {
        return Arrays.stream(SEVERAL.split(Plain.wide(text), -1))
                .map(address -> dot.matcher(Plain.compact(address)).replaceAll("."))
                .map(address -> address.endsWith(".") ? address.substring(0, address.length() - 1) : address)
                .filter(address -> !address.isEmpty())
                .toList();
    }

    private static boolean isAddress(String text) {
        return text.length() <= LONGEST && ADDRESS.matcher(text).matches();
    }
}
