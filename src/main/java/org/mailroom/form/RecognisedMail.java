package org.mailroom.form;

import java.util.List;
import org.mailroom.reading.ReadFile;
import org.mailroom.sender.IdentifiedMail;

/** A mail whose files were recognised: what was handed in, by whom is the next room's question. */
public record RecognisedMail(IdentifiedMail mail, List<RecognisedFile> files) {
    public RecognisedMail {
        files = List.copyOf(files);
    }

    /**
     * A file with what is in it; nothing if it is no form of this campaign, or was not read.
     *
     * @param forms in an electronic file
     * @param scanned on the pages of a scan that carries its text itself
     */
    public record RecognisedFile(ReadFile file, List<Form> forms, List<ScannedForm> scanned) {
        public RecognisedFile {
            forms = List.copyOf(forms);
            scanned = List.copyOf(scanned);
        }

        /** A file that is no scan, or one that was not read. */
        public RecognisedFile(ReadFile file, List<Form> forms) {
            this(file, forms, List.of());
        }
    }
}
