package org.mailroom.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** An IMAP server on loopback that is fast enough not to hide the desk. */
interface MailServer extends AutoCloseable {
    /** For the report. */
    String name();

    int port();

    String password();

    /** Makes an empty mailbox; any user name will do. */
    void open(String user) throws IOException;

    /** Puts mails into that mailbox's INBOX, the first one first; INTERNALDATE is the time the file was last modified. */
    void deliver(String user, List<Path> mails) throws IOException;

    @Override
    void close() throws IOException;
}
