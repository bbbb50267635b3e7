package org.mailroom.message;

import java.io.IOException;
import java.io.InputStream;

/** Where the stored files lie. */
@FunctionalInterface
public interface RawMail {
    /**
     * The stored octets from the first one on, opened anew at each call; the caller closes the stream.
     *
     * @return a stream that is also a {@code jakarta.mail.internet.SharedInputStream}: a mail of any size is parsed in
     *     place, never loaded
     * @throws IOException if the file cannot be read now; the mail is tried again later
     */
    InputStream open(String rawSha256) throws IOException;
}
