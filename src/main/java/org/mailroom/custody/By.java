package org.mailroom.custody;

/**
 * Who decides, and why.
 *
 * @param account stands in the event
 * @param name as letters name the person; "" if they need not
 * @param reason in the person's words, kept apart from the event; "" where none is asked for
 */
public record By(String account, String name, String reason) {
    public By {
        reason = reason.strip();
    }

    /** Reasons may be personal. */
    @Override
    public String toString() {
        return "By[" + account + "]";
    }
}
