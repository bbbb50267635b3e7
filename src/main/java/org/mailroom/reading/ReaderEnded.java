package org.mailroom.reading;

/** The reader's process is no more. That costs the part it had before it one attempt. */
final class ReaderEnded extends Exception {
    private static final long serialVersionUID = 1L;

    private final Ended why;

    ReaderEnded(Ended why) {
        super(why.name(), null, false, false);
        this.why = why;
    }

    Ended why() {
        return why;
    }
}
