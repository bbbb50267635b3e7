package org.mailroom.demo;

import jakarta.activation.DataHandler;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Properties;

/** Writes a mail as a province's mail program does, and hands it to the post office over SMTP. */
final class DemoMail {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final Session session;
    private final String mailbox;

    DemoMail(int smtpPort, String mailbox) {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", Integer.toString(smtpPort));
        this.session = Session.getInstance(properties);
        this.mailbox = mailbox;
    }

    MimeMessage write(Scenario.Step step, List<BundleMaker.Attachment> files, Instant sent) {
        try {
            MimeMessage mail = new MimeMessage(session);
            mail.setFrom(new InternetAddress(step.from(), step.name(), UTF_8));
            mail.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(mailbox));
            mail.setSubject(step.subject(), UTF_8);
            mail.setSentDate(Date.from(sent));
            if (step.automatic()) {
                mail.setHeader("Auto-Submitted", "auto-replied");
            }
            MimeMultipart parts = new MimeMultipart();
            MimeBodyPart body = new MimeBodyPart();
            body.setText(step.body(), UTF_8);
            parts.addBodyPart(body);
            for (BundleMaker.Attachment file : files) {
                MimeBodyPart part = new MimeBodyPart();
                part.setDataHandler(new DataHandler(new ByteArrayDataSource(file.content(), file.type())));
                part.setFileName(file.name());
                parts.addBodyPart(part);
            }
            mail.setContent(parts);
            mail.saveChanges();
            return mail;
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new IllegalStateException("a mail of the demonstration cannot be written", e);
        }
    }

    void send(MimeMessage mail) {
        try {
            Transport.send(mail, new Address[] {new InternetAddress(mailbox)});
        } catch (MessagingException e) {
            throw new IllegalStateException("the embedded post office takes no mail", e);
        }
    }
}
