package org.mailroom.testing;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A mail of the desk as its recipient reads it.
 *
 * @param headers the first value of each
 */
public record ReadAnswer(String subject, Map<String, String> headers, String text, String html) {

    public static ReadAnswer of(MimeMessage mail) {
        try {
            Map<String, String> headers = new LinkedHashMap<>();
            Collections.list(mail.getAllHeaders())
                    .forEach(header -> headers.putIfAbsent(header.getName(), header.getValue()));
            Map<String, String> bodies = new LinkedHashMap<>();
            collect(mail.getContent(), mail.getContentType(), bodies);
            return new ReadAnswer(
                    mail.getSubject(), headers, bodies.getOrDefault("plain", ""), bodies.getOrDefault("html", ""));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(Object content, String type, Map<String, String> bodies)
            throws MessagingException, IOException {
        if (content instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart part = parts.getBodyPart(i);
                collect(part.getContent(), part.getContentType(), bodies);
            }
        } else if (type.startsWith("text/")) {
            bodies.put(type.startsWith("text/html") ? "html" : "plain", String.valueOf(content));
        }
    }

    /** The words alone, on one line: where a line breaks says nothing. */
    public String words() {
        return text.replaceAll("\\s+", " ");
    }
}
