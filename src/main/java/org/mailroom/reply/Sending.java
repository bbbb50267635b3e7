package org.mailroom.reply;

/** The setting {@code sending}. */
public enum Sending {
    /** Composed mails go out. */
    LIVE,
    /** Each is a draft that a person releases; the default on a real mailbox. */
    REVIEW,
    /** Mails are composed and wait. */
    OFF;

    /** The state a composed mail begins in. */
    public OutboxState initial() {
        return this == REVIEW ? OutboxState.DRAFT : OutboxState.QUEUED;
    }
}
