package org.mailroom.outbox;

import java.util.Optional;

/** Writes what happened to a mail on the record, within the transaction of the change (P8). */
@FunctionalInterface
public interface OutboxEvents {
    /**
     * @param kind MAIL_SENT, MAIL_RETRY, MAIL_FAILED, MAIL_UNCERTAIN, MAIL_WITHHELD, MAIL_RELEASED, SENDING_PAUSED,
     *     SENDING_RESUMED
     * @param actor rule, or a person's account
     * @param mail the row it is about; empty if it is about sending as a whole
     * @param reason code, no personal data
     */
    void record(String kind, String actor, Optional<OutboxRow> mail, String reason);
}
