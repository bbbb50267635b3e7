package org.mailroom.reading;

/** What came of reading one file. */
public sealed interface Reading {
    /** An electronic form or report that was read. */
    record Readable(Sheet sheet) implements Reading {}

    /** A PDF or picture: it can fill a scan slot, assigned by name; it was not read. */
    record Picture(String type) implements Reading {}

    /** A good file of a kind that cannot be checked by machine yet: for a person, never a fault of the sender. */
    record Unchecked(String type) implements Reading {}

    /** Cannot be counted. */
    record Refused(Reason reason) implements Reading {}

    /** Why a file cannot be counted; the words for it are in the campaign's messages under refused.NAME. */
    enum Reason {
        EMPTY,
        ENCRYPTED,
        TRUNCATED,
        UNREADABLE,
        /** The content is not what the name says. */
        WRONG_TYPE,
        /** Too many entries, too large unpacked, packed too tightly, nested too deeply. */
        OVER_LIMIT,
        /** Programs, scripts, links, disk images. */
        FORBIDDEN
    }
}
