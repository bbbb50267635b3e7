package org.mailroom.check;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** The identity numbers of nominees, where they are valid. */
record Identities(IdentityNumbers reader, ZoneId zone) {
    Optional<IdentityNumber> of(AnswerSet set, String field, Dossier dossier) {
        return reader.read(set.text(field), LocalDate.ofInstant(dossier.lastReceived(), zone))
                .number();
    }
}
