package org.mailroom.outbox;

import java.time.Instant;
import org.mailroom.reply.OutboxState;
import org.mailroom.reply.Outgoing;

/**
 * A mail in the outbox.
 *
 * @param attempts to send it so far
 * @param nextAttempt machine time
 * @param createdAt machine time
 */
record OutboxRow(long id, Outgoing mail, OutboxState state, int attempts, Instant nextAttempt, Instant createdAt) {
    boolean waiting() {
        return state == OutboxState.QUEUED || state == OutboxState.RETRY;
    }
}
