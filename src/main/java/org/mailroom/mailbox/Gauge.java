package org.mailroom.mailbox;

import java.time.Instant;
import java.util.Optional;

/** The health of one mailbox: written by its thread, read by any. */
final class Gauge {
    private volatile MailboxHealth health;

    Gauge(String account) {
        health = new MailboxHealth(account, Optional.empty(), Optional.empty(), 0, Optional.empty());
    }

    MailboxHealth health() {
        return health;
    }

    /** @param asked campaign time just before the server was asked for its mails */
    void lookedThrough(Instant machineNow, Instant asked) {
        health = new MailboxHealth(health.account(), Optional.of(machineNow), Optional.of(asked), 0, Optional.empty());
    }

    void missing(int mails, String why) {
        health = new MailboxHealth(health.account(), health.lastPoll(), health.readThrough(), mails, Optional.of(why));
    }

    void failed(String why) {
        missing(health.missing(), why);
    }
}
