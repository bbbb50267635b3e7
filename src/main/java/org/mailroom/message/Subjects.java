package org.mailroom.message;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailroom.campaign.Lexicon;

/** What can be learnt from a subject line. */
final class Subjects {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    private final Patterns prefixes;
    private final List<String> wishes;
    private final Pattern receiptNumber;

    Subjects(Lexicon lexicon, String receiptNumber) {
        prefixes = Patterns.of(lexicon, "mail.reply-prefixes");
        wishes = lexicon.words("mail.replacement");
        this.receiptNumber = pattern(receiptNumber);
    }

    /** Without Re, Fw, 回复 and the like, however many stand there. */
    String topic(String subject) {
        String topic = subject;
        String before;
        do {
            before = topic;
            topic = prefixes.remove(topic).strip();
        } while (!topic.equals(before));
        return topic;
    }

    Optional<String> receiptTag(String subject) {
        Matcher number = receiptNumber.matcher(Normalizer.normalize(subject, Normalizer.Form.NFKC));
        return number.find() ? Optional.of(number.group()) : Optional.empty();
    }

    /** The phrases of the lexicon that stand in topic or text, as the lexicon writes them. */
    Set<String> wishes(String topic, String text) {
        String said = (topic + "\n" + text).toLowerCase(Locale.ROOT);
        Set<String> found = new LinkedHashSet<>(wishes);
        found.removeIf(wish -> !said.contains(wish.toLowerCase(Locale.ROOT)));
        return found;
    }

    /** From a pattern such as ZSCQ-2021-{stage}-{unit}-{n}. */
    private static Pattern pattern(String template) {
        StringBuilder regex = new StringBuilder("(?<![\\p{Alnum}-])");
        Matcher placeholder = PLACEHOLDER.matcher(template);
        int done = 0;
        while (placeholder.find()) {
            regex.append(Pattern.quote(template.substring(done, placeholder.start())));
            regex.append(placeholder.group(1).equals("n") ? "\\d{1,6}" : "\\p{Alnum}{1,20}");
            done = placeholder.end();
        }
        regex.append(Pattern.quote(template.substring(done))).append("(?![\\p{Alnum}])");
        return Pattern.compile(regex.toString());
    }
}
