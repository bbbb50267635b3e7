package org.mailroom.reply;

import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.ParameterList;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One mail as octets: the same input gives the same octets, boundary and Message-ID included, so that a stored mail can be
 * compared and every attempt to send it is identical.
 */
final class Letter {
    /** RFC 3834 section 3.1.8 and its Exchange counterpart; not "All", which would suppress bounces as well. */
    private static final String SUPPRESS = "DR, RN, NRN, OOF, AutoReply";

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);
    private static final Pattern MESSAGE_ID = Pattern.compile("<[\\x21-\\x3b=\\x3f-\\x7e]{3,250}>");
    private static final int REFERENCES_KEPT = 20;
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final Origin origin;
    private final String displayName;

    Letter(Origin origin, String displayName) {
        this.origin = origin;
        this.displayName = displayName;
    }

    /** Who gets what, as an answer to what. */
    record Contents(
            String recipient,
            ZonedDateTime date,
            Optional<String> inReplyTo,
            List<String> references,
            String subject,
            String text,
            String html) {}

    /**
     * @param token unique to the mail, letters and digits
     * @throws IllegalArgumentException if the recipient is no address
     */
    byte[] write(String messageId, String token, Contents contents) {
        try {
            MimeMessage mail = new Stable(messageId);
            mail.setFrom(new InternetAddress(origin.mailbox(), displayName, UTF_8));
            mail.setRecipient(Message.RecipientType.TO, new InternetAddress(contents.recipient(), true));
            mail.setSubject(contents.subject(), UTF_8);
            mail.setHeader("Date", DATE.format(contents.date()));
            Optional<String> inReplyTo =
                    contents.inReplyTo().filter(id -> MESSAGE_ID.matcher(id).matches());
            if (inReplyTo.isPresent()) {
                mail.setHeader("In-Reply-To", inReplyTo.get());
            }
            List<String> references = references(contents.references(), inReplyTo);
            if (!references.isEmpty()) {
                mail.setHeader("References", String.join("\r\n ", references));
            }
            mail.setHeader("Auto-Submitted", "auto-replied");
            mail.setHeader("X-Auto-Response-Suppress", SUPPRESS);
            mail.setHeader("X-Mailroom-Loop", origin.instance());
            mail.setContent(new Alternatives(token, part(contents.text(), "plain"), part(contents.html(), "html")));
            mail.saveChanges();
            ByteArrayOutputStream octets = new ByteArrayOutputStream();
            mail.writeTo(octets);
            return octets.toByteArray();
        } catch (AddressException wrong) {
            throw new IllegalArgumentException("the recipient is no mail address");
        } catch (MessagingException impossible) {
            throw new IllegalStateException("a mail in memory cannot fail", impossible);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** What was written: recipient and HTML are left out. */
    static Contents read(byte[] octets) {
        try {
            MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(octets));
            MimeMultipart parts = (MimeMultipart) mail.getContent();
            String references = mail.getHeader("References", " ");
            return new Contents(
                    "",
                    ZonedDateTime.parse(mail.getHeader("Date", ""), DATE),
                    Optional.ofNullable(mail.getHeader("In-Reply-To", "")),
                    references == null ? List.of() : List.of(references.strip().split("\\s+")),
                    mail.getSubject(),
                    ((String) parts.getBodyPart(0).getContent()).replace("\r\n", "\n"),
                    "");
        } catch (MessagingException | IOException impossible) {
            throw new IllegalStateException("a mail of ours cannot be read", impossible);
        }
    }

    /** RFC 5322 section 3.6.4: the thread, then the mail answered; of a long thread the first and the newest. */
    private static List<String> references(List<String> thread, Optional<String> inReplyTo) {
        List<String> all = Stream.concat(thread.stream(), inReplyTo.stream())
                .filter(id -> MESSAGE_ID.matcher(id).matches())
                .distinct()
                .toList();
        return all.size() <= REFERENCES_KEPT
                ? all
                : Stream.concat(all.stream().limit(1), all.stream().skip(all.size() - REFERENCES_KEPT + 1L))
                        .toList();
    }

    /** UTF-8 in base64: every server and every gateway passes it on unchanged. */
    private static BodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text.replace("\n", "\r\n"), UTF_8, subtype);
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    private static final class Stable extends MimeMessage {
        private final String messageId;

        Stable(String messageId) {
            super(Session.getInstance(new Properties()));
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }

    private static final class Alternatives extends MimeMultipart {
        Alternatives(String token, BodyPart text, BodyPart html) throws MessagingException {
            ParameterList boundary = new ParameterList();
            boundary.set("boundary", "mailroom-" + token);
            contentType = new ContentType("multipart", "alternative", boundary).toString();
            addBodyPart(text);
            addBodyPart(html);
        }
    }
}
