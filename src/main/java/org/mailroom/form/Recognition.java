package org.mailroom.form;

import java.util.List;
import org.mailroom.form.RecognisedMail.RecognisedFile;
import org.mailroom.reading.ReadFile;
import org.mailroom.reading.ReadMail;
import org.mailroom.reading.Reading;

/** Recognises the forms in every file of a mail that could be read. */
public final class Recognition {
    private final Recogniser recogniser;

    public Recognition(Recogniser recogniser) {
        this.recogniser = recogniser;
    }

    public RecognisedMail recognise(ReadMail mail) {
        return new RecognisedMail(
                mail.mail(), mail.files().stream().map(this::recognise).toList());
    }

    private RecognisedFile recognise(ReadFile file) {
        List<Form> forms = file.reading() instanceof Reading.Readable readable
                ? recogniser.recognise(readable.sheet())
                : List.of();
        return new RecognisedFile(file, forms);
    }
}
