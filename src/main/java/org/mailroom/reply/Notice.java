package org.mailroom.reply;

import java.time.Instant;
import java.util.List;
import org.mailroom.dossier.Standing;

/**
 * What a mail that answers nobody is made from: a reminder, a warning, the notice that a due time has passed.
 *
 * @param cause the slot of the agenda it fills; with kind and recipient the key of the mail
 * @param kind one of {@link Kind#REMINDER}, {@link Kind#DUE_DAY_WARNING}, {@link Kind#DEADLINE_PASSED}
 * @param at campaign time; what is said holds then
 * @param recipients registered contacts; each gets a mail of its own
 */
public record Notice(String cause, Kind kind, Standing standing, Instant at, List<String> recipients) {
    public Notice {
        recipients = List.copyOf(recipients);
        if (kind.compareTo(Kind.REMINDER) < 0) {
            throw new IllegalArgumentException("answers a mail, so it is no notice: " + kind);
        }
    }
}
