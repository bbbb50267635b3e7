package org.mailroom.mailbox;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** What the desk has written down of each mail of a mailbox, by source key. Custody keeps it. */
public interface Journal {
    /** Those of {@code sourceKeys} that have a row: kept, or written down as not to be had. */
    Set<String> known(String account, String folder, Collection<String> sourceKeys);

    /** Kept mails that the server was not told of yet. */
    Set<String> unmarked(String account, String folder);

    /** The server was told that these are kept. */
    void marked(String account, String folder, Collection<String> sourceKeys);

    /** Mails written down as {@link Unfetched.Reason#UNREADABLE} and not fetched since. */
    Set<String> unreadable(String account, String folder);

    /** Writes down a mail that is on the server and cannot be had; a person is told. A second time changes nothing. */
    void unfetched(Unfetched mail);

    /** The source key that was written down last. */
    Optional<String> newest(String account, String folder);

    /** The server has renumbered the folder (RFC 3501 section 2.3.1.1); a person is told. */
    void renumbered(String account, String folder, long before, long now);

    /**
     * A mail that is on the server and was not fetched.
     *
     * @param receivedAt INTERNALDATE
     * @param header its octets up to the first empty line, if they could be had
     */
    record Unfetched(
            String account,
            String folder,
            String sourceKey,
            Instant receivedAt,
            long announcedSize,
            Reason reason,
            byte[] header) {
        /** Why not. */
        public enum Reason {
            TOO_LARGE,
            UNREADABLE
        }
    }
}
