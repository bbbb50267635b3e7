package org.mailroom.custody;

import java.time.Instant;
import java.util.Optional;

/**
 * A mail that is safe: file and journal row are committed.
 *
 * @param receivedAt the time that decides every lateness (D-1, P6)
 * @param rawSha256 of the exact bytes; names the file
 * @param contentSha256 of decoded From, Date, Subject and the octets after the header; recognises a copy
 * @param duplicateOf the first mail with the same content, if this one is a copy
 */
public record StoredMail(
        long id,
        String account,
        String folder,
        String sourceKey,
        Instant receivedAt,
        String rawSha256,
        String contentSha256,
        long size,
        Optional<Long> duplicateOf) {}
