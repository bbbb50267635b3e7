package org.mailroom.sender;

import java.util.List;
import org.mailroom.message.OpenedMail;

/** An opened mail with the evidence that mail and registry give for its sender; forms may add more. */
public record IdentifiedMail(OpenedMail mail, List<Evidence> evidence) {
    public IdentifiedMail {
        evidence = List.copyOf(evidence);
    }
}
