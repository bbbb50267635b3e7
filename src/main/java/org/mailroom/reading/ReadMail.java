package org.mailroom.reading;

import java.util.List;
import org.mailroom.sender.IdentifiedMail;

/** A mail whose files were read, archives entry by entry. */
public record ReadMail(IdentifiedMail mail, List<ReadFile> files) {
    public ReadMail {
        files = List.copyOf(files);
    }
}
