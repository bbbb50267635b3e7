package org.mailroom.testing;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.Properties;

/** Hands raw mails to an SMTP server on loopback. */
public final class Smtp {
    private Smtp() {}

    static void send(int port, String recipient, byte[] mail, MimeMessage parsed) throws MessagingException {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", Integer.toString(port));
        Address[] from = parsed.getFrom();
        properties.put(
                "mail.smtp.from",
                from == null || from.length == 0 ? "nobody@example.org" : ((InternetAddress) from[0]).getAddress());
        Session session = Session.getInstance(properties);
        MimeMessage raw = new MimeMessage(session, new ByteArrayInputStream(mail)) {
            @Override
            protected void updateHeaders() {
                // the mail goes out octet for octet, with whatever is wrong in it
            }
        };
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect();
            transport.sendMessage(raw, new Address[] {new InternetAddress(recipient)});
        }
    }
}
