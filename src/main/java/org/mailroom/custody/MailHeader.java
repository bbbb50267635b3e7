package org.mailroom.custody;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

/** The few header fields that custody needs, read from octets that may be anything. */
final class MailHeader {
    private final InternetHeaders fields;

    MailHeader(byte[] octets) {
        try {
            this.fields = new InternetHeaders(new ByteArrayInputStream(octets));
        } catch (MessagingException e) {
            throw new IllegalStateException("octets in memory always read", e);
        }
    }

    /** All fields of that name from the top, decoded and unfolded, blanks run together. */
    List<String> all(String name) {
        String[] values = fields.getHeader(name);
        return values == null
                ? List.of()
                : List.of(values).stream().map(MailHeader::decoded).toList();
    }

    /** The first field of that name, at most {@code longest} characters; empty if there is none. */
    String first(String name, int longest) {
        List<String> values = all(name);
        String value = values.isEmpty() ? "" : values.get(0);
        return value.substring(0, Math.min(value.length(), longest));
    }

    /** What says that two mails are the same to their reader: decoded From, Date, Subject, and the octets below. */
    String contentSha256(String bodySha256) {
        MessageDigest digest = Sha256.start();
        for (String name : List.of("From", "Date", "Subject")) {
            for (String value : all(name)) {
                add(digest, name, value);
            }
        }
        add(digest, "body", bodySha256);
        return Sha256.end(digest);
    }

    private static void add(MessageDigest digest, String name, String value) {
        byte[] octets = value.getBytes(StandardCharsets.UTF_8);
        // with its length, so that no value can pass for two
        digest.update((name + ":" + octets.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(octets);
    }

    private static String decoded(String value) {
        String unfolded = MimeUtility.unfold(value).strip().replaceAll("\\s+", " ");
        try {
            return MimeUtility.decodeText(unfolded);
        } catch (UnsupportedEncodingException | RuntimeException e) {
            return unfolded;
        }
    }
}
