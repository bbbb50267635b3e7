package org.mailroom.check;

/** How grave a finding is, and who hears of it. */
public enum Severity {
    /** The item cannot be counted; the sender is told at once. */
    REJECT,
    /** Counted as received, to be corrected; blocks "complete". */
    RETURN,
    /** For a person; the sender hears nothing until one releases it; does not block "complete". */
    WARN,
    /** A remark. */
    INFO
}
