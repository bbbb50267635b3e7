package org.mailroom.outbox;

import org.mailroom.reply.Sending;

/** How mails leave. */
public record OutboxSettings(Sending sending, SmtpSettings smtp, Backoff backoff, Caps caps) {
    public OutboxSettings(Sending sending, SmtpSettings smtp) {
        this(sending, smtp, Backoff.USUAL, Caps.USUAL);
    }
}
