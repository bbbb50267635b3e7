package org.mailroom.mailbox;

import java.io.IOException;

/** The server does not give a mail that it lists. Not for a failure to write it down, which is ours. */
final class UnreadableMail extends IOException {
    private static final long serialVersionUID = 1L;

    UnreadableMail(Throwable cause) {
        super("the server does not give the mail: " + cause.getMessage(), cause);
    }

    UnreadableMail(String why) {
        super(why);
    }
}
