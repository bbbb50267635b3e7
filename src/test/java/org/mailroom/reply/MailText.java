package org.mailroom.reply;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Properties;

/** A composed mail as its reader sees it. */
record MailText(MimeMessage mail, String subject, String text, String html) {
    private static final List<String> HEADERS = List.of(
            "Date",
            "From",
            "To",
            "Message-ID",
            "In-Reply-To",
            "References",
            "Subject",
            "Auto-Submitted",
            "X-Auto-Response-Suppress",
            "X-Mailroom-Loop");

    static MailText of(Outgoing outgoing) {
        try {
            MimeMessage mail = new MimeMessage(
                    Session.getInstance(new Properties()), new ByteArrayInputStream(outgoing.message()));
            Multipart parts = (Multipart) mail.getContent();
            return new MailText(mail, mail.getSubject(), part(parts, 0), part(parts, 1));
        } catch (MessagingException | IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String part(Multipart parts, int number) throws MessagingException, IOException {
        return ((String) parts.getBodyPart(number).getContent()).replace("\r\n", "\n");
    }

    String header(String name) {
        try {
            String value = mail.getHeader(name, " | ");
            return value == null ? "" : MimeUtility.decodeText(MimeUtility.unfold(value));
        } catch (MessagingException | IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** Headers and text, for a golden file. */
    String readable() {
        StringBuilder all = new StringBuilder();
        HEADERS.stream()
                .filter(name -> !header(name).isEmpty())
                .forEach(name ->
                        all.append(name).append(": ").append(header(name)).append('\n'));
        return all.append('\n').append(text).toString();
    }
}
