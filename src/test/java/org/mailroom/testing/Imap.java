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
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Properties;

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

    /** APPEND (RFC 3501 section 6.3.11) with a time of receipt; the octets go out as they are. */
    static void append(int port, String user, String folder, byte[] mail, Date received) {
        Session session = session();
        try (Store store = session.getStore("imap")) {
            store.connect(LOOPBACK, port, user, "any");
            Folder target = store.getFolder(folder);
            if (!target.exists()) {
                target.create(Folder.HOLDS_MESSAGES);
            }
            target.appendMessages(new Message[] {
                new MimeMessage(session) {
                    @Override
                    public Date getReceivedDate() {
                        return received;
                    }

                    @Override
                    public void writeTo(OutputStream out) throws IOException {
                        out.write(mail);
                    }

                    @Override
                    public void writeTo(OutputStream out, String[] ignored) throws IOException {
                        out.write(mail);
                    }
                }
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
