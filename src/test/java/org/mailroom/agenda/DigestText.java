package org.mailroom.agenda;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Properties;

/** A digest as its reader sees it. */
record DigestText(MimeMessage mail, String subject, String text, String html, String fileName, byte[] ledger) {
    static DigestText of(byte[] message) {
        try {
            MimeMessage mail =
                    new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(message));
            Multipart all = (Multipart) mail.getContent();
            Multipart words = (Multipart) all.getBodyPart(0).getContent();
            MimeBodyPart ledger = (MimeBodyPart) all.getBodyPart(1);
            return new DigestText(
                    mail,
                    mail.getSubject(),
                    ((String) words.getBodyPart(0).getContent()).replace("\r\n", "\n"),
                    ((String) words.getBodyPart(1).getContent()).replace("\r\n", "\n"),
                    ledger.getFileName(),
                    ledger.getInputStream().readAllBytes());
        } catch (MessagingException | IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
