package org.mailroom.custody;

import jakarta.mail.internet.MailDateFormat;
import java.text.ParsePosition;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * When a mail was received (D-1, P6): the stamp of our own mail server, found in the topmost Received field (RFC 5321
 * section 4.4) that a trusted host wrote, else INTERNALDATE. Never the Date field, never the time of polling.
 */
final class ReceivedTime {
    private static final Duration DOUBT = Duration.ofMinutes(10);
    /** {@code from X by Y}: only the by that follows the from clause, since X is what the sender calls itself. */
    private static final Pattern BY =
            Pattern.compile("^(?:from\\s+\\S+\\s+)?(?:\\S+\\s+)*?by\\s+(\\S+)", Pattern.CASE_INSENSITIVE);

    private final Set<String> trustedHosts;

    ReceivedTime(Set<String> trustedHosts) {
        this.trustedHosts = trustedHosts.stream()
                .map(host -> host.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * @param receivedAt the time that decides
     * @param doubt the newest Received date, if INTERNALDATE had to count and differs from it by more than 10 minutes: a
     *     person decides
     */
    record Judged(Instant receivedAt, Optional<Instant> doubt) {}

    /** @param received the Received fields, topmost first */
    Judged judge(List<String> received, Instant internalDate) {
        for (String field : received) {
            Optional<Instant> stamp = trusted(field) ? date(field) : Optional.empty();
            if (stamp.isPresent()) {
                return new Judged(stamp.get(), Optional.empty());
            }
        }
        Optional<Instant> newest =
                received.stream().flatMap(field -> date(field).stream()).max(Comparator.naturalOrder());
        return new Judged(
                internalDate,
                newest.filter(
                        stamp -> Duration.between(stamp, internalDate).abs().compareTo(DOUBT) > 0));
    }

    private boolean trusted(String field) {
        Matcher by = BY.matcher(withoutComments(field));
        return by.find() && trustedHosts.contains(by.group(1).toLowerCase(Locale.ROOT));
    }

    private static Optional<Instant> date(String field) {
        int semicolon = field.lastIndexOf(';');
        if (semicolon < 0) {
            return Optional.empty();
        }
        String text = field.substring(semicolon + 1).strip();
        Date date = new MailDateFormat().parse(text, new ParsePosition(0));
        return Optional.ofNullable(date).map(Date::toInstant);
    }

    private static String withoutComments(String field) {
        StringBuilder text = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < field.length() && field.charAt(i) != ';'; i++) {
            char c = field.charAt(i);
            if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth = Math.max(0, depth - 1);
            } else if (depth == 0) {
                text.append(c);
            }
        }
        return text.toString().strip();
    }
}
