package org.mailroom.reading.reader;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalLong;
import org.mailroom.message.AttachedMail;
import org.mailroom.message.Part;
import org.mailroom.reading.Reading;

/** The attachments of a mail that came as a file (.eml); a mail attached to it is one of them. */
final class MailEntries implements Entries {
    private final Iterator<Part> parts;
    private final boolean whole;

    MailEntries(Held held, AttachedMail mails) throws IOException {
        AttachedMail.Opened mail =
                held.file().isPresent() ? mails.open(held.file().get()) : mails.open(held.head((int) held.size()));
        parts = mail.parts().iterator();
        whole = mail.whole();
    }

    @Override
    public Optional<Entry> next() throws IOException {
        if (parts.hasNext()) {
            return Optional.of(entry(parts.next()));
        }
        if (!whole) {
            throw new Refusal(Reading.Reason.OVER_LIMIT);
        }
        return Optional.empty();
    }

    private static Entry entry(Part part) {
        String ending = part.declaredType().startsWith("message/") ? ".eml" : "";
        String name = part.fileName().isEmpty() ? part.path() + ending : part.fileName();
        return new Entry(name, Kind.FILE, part.size(), 0, OptionalLong.empty(), out -> {
            if (!part.damage().isEmpty()) {
                throw new Refusal(Reading.Reason.TRUNCATED);
            }
            try (InputStream in = part.content().open()) {
                in.transferTo(out);
            }
        });
    }

    @Override
    public void close() {
        // Each attachment opens and closes the file.
    }
}
