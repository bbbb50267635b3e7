package org.mailroom.reply;

/** A composed mail that must not leave as it is; for a person. Names the rule, never what was found (P9). */
public final class WithheldException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    WithheldException(Reason reason) {
        super("withheld: " + reason.key());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** What a mail must not carry, P9. */
    public enum Reason {
        IDENTITY_NUMBER("identity-number"),
        PHONE("phone"),
        OTHER_RECEIPT("other-receipt-number"),
        OTHER_UNIT("other-unit"),
        OTHER_NOMINEE("other-nominee");

        private final String key;

        Reason(String key) {
            this.key = key;
        }

        /** For the outbox row and the task. */
        public String key() {
            return key;
        }
    }
}
