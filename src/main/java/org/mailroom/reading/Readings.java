package org.mailroom.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.mailroom.message.Part;
import org.mailroom.sender.IdentifiedMail;

/** Reads every attachment of a mail. One that cannot be read does not hold up the others. */
public final class Readings {
    private final PartReader reader;

    public Readings(PartReader reader) {
        this.reader = reader;
    }

    /** @throws IOException if our own storage fails; nothing of the mail is lost, it can be read again */
    public ReadMail read(IdentifiedMail mail) throws IOException {
        List<ReadFile> files = new ArrayList<>();
        for (Part part : mail.mail().parts()) {
            files.addAll(reader.read(part));
        }
        return new ReadMail(mail, files);
    }
}
