package org.mailroom.mailbox;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;

/**
 * A raw mail as the server holds it; its bytes have not been looked at.
 *
 * @param account the configured mailbox, for example {@code designated}
 * @param folder for example INBOX
 * @param sourceKey what the server calls this mail for good: UIDVALIDITY/UID, UIDL or drop id (P2)
 * @param receivedAt the server's stamp (INTERNALDATE)
 * @param announcedSize bytes the server announced, to be compared with the bytes stored; -1 if it announced none
 */
public record FetchedMail(
        String account, String folder, String sourceKey, Instant receivedAt, long announcedSize, Body body) {

    /** Streams the whole mail, every octet as the server gives it. */
    @FunctionalInterface
    public interface Body {
        void writeTo(OutputStream out) throws IOException;
    }
}
