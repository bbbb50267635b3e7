package org.mailroom.form;

import java.util.List;
import org.mailroom.form.RecognisedMail.RecognisedFile;
import org.mailroom.reading.ReadFile;
import org.mailroom.reading.ReadMail;
import org.mailroom.reading.Reading;
import org.mailroom.reading.ScanPage;

/** Recognises the forms in every file of a mail that could be read. */
public final class Recognition {
    private final Recogniser recogniser;
    private final ScanRecogniser scans;

    public Recognition(Recogniser recogniser, ScanRecogniser scans) {
        this.recogniser = recogniser;
        this.scans = scans;
    }

    public RecognisedMail recognise(ReadMail mail) {
        return new RecognisedMail(
                mail.mail(), mail.files().stream().map(this::recognise).toList());
    }

    public RecognisedFile recognise(ReadFile file) {
        if (file.reading() instanceof Reading.Readable readable) {
            return new RecognisedFile(file, recogniser.recognise(readable.sheet()));
        }
        boolean read = file.reading() instanceof Reading.Scan scan
                && scan.pages().stream().noneMatch(page -> page.text() == ScanPage.Text.OPEN);
        return new RecognisedFile(
                file, List.of(), read ? scans.recognise(((Reading.Scan) file.reading()).pages()) : List.of());
    }
}
