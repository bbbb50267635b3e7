package org.mailroom.reply;

/** Where a mail of ours stands, P4. */
public enum OutboxState {
    /** Waits for a person to release it. */
    DRAFT,
    QUEUED,
    /** Committed just before DATA. Found after a restart, it is {@link #UNCERTAIN}. */
    SENDING,
    SENT,
    /** Did not reach the server's hands; will be tried again with the same octets. */
    RETRY,
    /** Refused for good; for a person. */
    FAILED,
    /** Whether the server took it is not known; never sent again by itself. */
    UNCERTAIN,
    /** Held back by the guard or by a cap; for a person. */
    WITHHELD,
    /** A person decided that it is not sent. */
    DISCARDED
}
