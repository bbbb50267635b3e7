package org.mailroom.wiring;

import org.mailroom.custody.Custody;
import org.mailroom.message.MailOpener;
import org.mailroom.message.OpenedMail;

/** The step {@code message: open} of routes/read.yaml: from the job's id to the opened mail. */
public final class OpeningStep {
    private final Custody custody;
    private final MailOpener opener;

    OpeningStep(Custody custody, MailOpener opener) {
        this.custody = custody;
        this.opener = opener;
    }

    public OpenedMail open(String mailId) {
        return opener.open(custody.load(Long.parseLong(mailId)));
    }
}
