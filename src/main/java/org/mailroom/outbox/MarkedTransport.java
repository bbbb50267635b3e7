package org.mailroom.outbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * One SMTP transaction that knows its point of no return (P4). Before 354 the server has nothing; from there to the answer
 * to the final dot nobody but the server knows (RFC 5321 section 4.1.1.4, RFC 1047).
 */
final class MarkedTransport extends SMTPTransport {
    private final Runnable beforeData;
    private boolean dataBegun;
    private int lastWord;

    /** @param beforeData runs after RCPT was accepted and before DATA is said; what it throws ends the transaction */
    MarkedTransport(Session session, Runnable beforeData) {
        super(session, new URLName("smtp", null, -1, null, null, null));
        this.beforeData = beforeData;
    }

    @Override
    protected OutputStream data() throws MessagingException {
        beforeData.run();
        OutputStream body = super.data();
        dataBegun = true;
        return body;
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        try {
            super.finishData();
        } finally {
            lastWord = getLastReturnCode();
        }
    }

    /** Whether the server said 354 and was given at least the beginning of the mail. */
    boolean dataBegun() {
        return dataBegun;
    }

    /** The answer to the final dot; anything below 400 if there was none. */
    int lastWord() {
        return lastWord;
    }
}
