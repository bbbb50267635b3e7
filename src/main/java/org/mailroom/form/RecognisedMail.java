package org.mailroom.form;

import java.util.List;
import org.mailroom.reading.ReadFile;
import org.mailroom.sender.IdentifiedMail;

/** A mail whose files were recognised: what was handed in, by whom is the next room's question. */
public record RecognisedMail(IdentifiedMail mail, List<RecognisedFile> files) {
    public RecognisedMail {
        files = List.copyOf(files);
    }

    /** A file with the forms in it; none if it is no form of this campaign, or was not read. */
    public record RecognisedFile(ReadFile file, List<Form> forms) {
        public RecognisedFile {
            forms = List.copyOf(forms);
        }
    }
}
