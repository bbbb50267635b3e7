package org.mailroom.message;

import jakarta.mail.util.SharedByteArrayInputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.mailroom.custody.StoredMail;
import org.mailroom.testing.Lexicons;
import org.mailroom.testing.MailBuilder;

/** Opens a mail that stands in memory, with the words of the first campaign. */
final class Opening {
    static final OurMark OURS = new OurMark(Set.of("desk@example.org"), "X-Mailroom-Loop", "desk-4711");
    static final String RECEIPT_NUMBER = "ZSCQ-2021-{stage}-{unit}-{n}";

    private Opening() {}

    static OpenedMail open(MailBuilder mail) {
        return open(mail.bytes());
    }

    static OpenedMail open(byte[] raw) {
        return opener(sha256 -> new SharedByteArrayInputStream(raw)).open(stored(raw.length));
    }

    static MailOpener opener(RawMail raw) {
        return new MailOpener(raw, Lexicons.chinese("mail.yaml"), RECEIPT_NUMBER, OURS);
    }

    static StoredMail stored(long size) {
        return new StoredMail(
                1,
                "designated",
                "INBOX",
                "1/1",
                Instant.parse("2021-08-27T08:05:00Z"),
                "ab".repeat(32),
                "cd".repeat(32),
                size,
                Optional.empty());
    }
}
