package org.mailroom.testing;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.imap.IMAPFolder;

/** Mailboxes as a mail client sees them, on loopback. */
public final class Imap {
    private static final String LOOPBACK = "127.0.0.1";

    private Imap() {}

    /** Every mail of the inbox, oldest first, with its INTERNALDATE forgotten. */
    public static List<MimeMessage> inbox(int port, String user) {
        Session session = session();
        try (Store store = session.getStore("imap")) {
            store.connect(LOOPBACK, port, user, "any");
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            List<MimeMessage> messages = new ArrayList<>();
            for (Message message : inbox.getMessages()) {
                ByteArrayOutputStream copy = new ByteArrayOutputStream();
                message.writeTo(copy);
                messages.add(new MimeMessage(session, new ByteArrayInputStream(copy.toByteArray())));
            }
            return messages;
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** GreenMail reads the hours of APPEND as those of a clock with twelve, and takes noon for midnight: so never 12. */
    private static String stamp(Date received) {
        OffsetDateTime time = received.toInstant().atOffset(ZoneOffset.UTC);
        return DateTimeFormatter.ofPattern("dd-MMM-yyyy HH:mm:ss xx", Locale.ENGLISH)
                .format(time.getHour() == 12 ? time.withOffsetSameInstant(ZoneOffset.ofHours(1)) : time);
    }

    /** APPEND (RFC 3501 section 6.3.11) with a time of receipt; the octets go out as they are. */
    static void append(int port, String user, String folder, byte[] mail, Date received) {
        Session session = session();
        try (Store store = session.getStore("imap")) {
            store.connect(LOOPBACK, port, user, "any");
            Folder target = store.getFolder(folder);
            if (!target.exists()) {
                target.create(Folder.HOLDS_MESSAGES);
            }
            Argument append = new Argument();
            append.writeString(folder);
            append.writeString(stamp(received));
            append.writeBytes(mail);
            ((IMAPFolder) target).doCommand(protocol -> {
                protocol.simpleCommand("APPEND", append);
                return target;
            });
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Session session() {
        Properties properties = new Properties();
        properties.put("mail.store.protocol", "imap");
        return Session.getInstance(properties);
    }
}
