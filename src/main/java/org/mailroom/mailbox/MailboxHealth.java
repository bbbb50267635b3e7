package org.mailroom.mailbox;

import java.time.Instant;
import java.util.Optional;

/**
 * How a mailbox does, as this node knows it.
 *
 * @param lastPoll machine time of the last complete look; empty before the first, or if another node polls
 * @param readThrough campaign time: every mail that the server had by then is written down (P6). Only past it may a
 *     stage be called overdue
 * @param missing mails that the last look found and could not write down
 * @param lastError why the last look failed, in the server's words; empty when all is well
 */
public record MailboxHealth(
        String account,
        Optional<Instant> lastPoll,
        Optional<Instant> readThrough,
        int missing,
        Optional<String> lastError) {}
