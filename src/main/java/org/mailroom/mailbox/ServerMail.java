package org.mailroom.mailbox;

import java.time.Instant;
import org.eclipse.angus.mail.imap.IMAPMessage;

/** What the server says of a mail before it is fetched. */
record ServerMail(long uid, String sourceKey, Instant receivedAt, long size, IMAPMessage message) {}
