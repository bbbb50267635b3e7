package org.mailroom.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A mail built by its meaning; {@link #bytes()} gives its RFC 5322 octets. Written without a mail library, so that a test
 * does not read with the library it wrote with, and so that the encodings of old clients can be had.
 */
public final class MailBuilder {
    private static final Charset GB18030 = Charset.forName("GB18030");

    /** How a client writes what is not ASCII in subject, display name and file name. */
    public enum Names {
        /** {@code =?UTF-8?B?..?=}, cut between characters. */
        RFC2047_UTF8,
        /** {@code =?gb2312?B?..?=}, also for characters that only GBK has. */
        RFC2047_GB2312,
        /** UTF-8 words cut inside a character, as QQ, 163 and PHP mailers fold them. */
        RFC2047_CUT,
        /** {@code filename*=UTF-8''%E6..}; other headers as RFC2047_UTF8. */
        RFC2231,
        /** {@code filename*=GBK''%CE%C4..}; other headers as RFC2047_GB2312. */
        RFC2231_GBK,
        /** GBK octets as they are, without any label. */
        RAW_GBK,
        /** UTF-8 octets as they are, without any label. */
        RAW_UTF8
    }

    private record Piece(String headers, byte[] body) {}

    private final List<String> extra = new ArrayList<>();
    private final List<Piece> attachments = new ArrayList<>();
    private Names names = Names.RFC2047_UTF8;
    private Optional<String> fromAddress = Optional.empty();
    private String fromName = "";
    private String to = "desk@example.org";
    private String cc = "";
    private String subject = "";
    private Instant date = Instant.parse("2021-08-27T08:05:00Z");
    private Optional<String> messageId = Optional.empty();
    private String text = "";
    private Optional<String> html = Optional.empty();
    private Charset bodyCharset = UTF_8;

    private int level;

    private MailBuilder() {}

    public static MailBuilder aMail() {
        return new MailBuilder();
    }

    /** From here on, names and subject are written like this. */
    public MailBuilder names(Names encoding) {
        names = encoding;
        return this;
    }

    public MailBuilder from(String address) {
        return from(address, "");
    }

    public MailBuilder from(String address, String displayName) {
        fromAddress = Optional.of(address);
        fromName = displayName;
        return this;
    }

    /** Addresses separated by commas, ASCII. */
    public MailBuilder to(String addresses) {
        to = addresses;
        return this;
    }

    public MailBuilder cc(String addresses) {
        cc = addresses;
        return this;
    }

    public MailBuilder subject(String words) {
        subject = words;
        return this;
    }

    public MailBuilder date(Instant sent) {
        date = sent;
        return this;
    }

    /** With angle brackets; without this call the id is derived from the rest. */
    public MailBuilder messageId(String id) {
        messageId = Optional.of(id);
        return this;
    }

    /** One more header, ASCII, as it stands. */
    public MailBuilder header(String name, String value) {
        extra.add(name + ": " + value);
        return this;
    }

    public MailBuilder text(String words) {
        text = words;
        return this;
    }

    /** Makes the body multipart/alternative. */
    public MailBuilder html(String markup) {
        html = Optional.of(markup);
        return this;
    }

    /** Charset of text and HTML; UTF-8 without this call. */
    public MailBuilder bodyCharset(Charset charset) {
        bodyCharset = charset;
        return this;
    }

    public MailBuilder attach(String name, byte[] content) {
        return attach(name, "application/octet-stream", content);
    }

    public MailBuilder attach(String name, String type, byte[] content) {
        return piece(
                "Content-Type: " + type + "\r\nContent-Disposition: attachment;\r\n " + parameter(name)
                        + "\r\nContent-Transfer-Encoding: base64\r\n",
                base64(content));
    }

    /** A picture that the HTML shows by cid. */
    public MailBuilder inlineImage(String cid, String name, byte[] content) {
        return piece(
                "Content-Type: image/png\r\nContent-ID: <" + cid + ">\r\nContent-Disposition: inline;\r\n "
                        + parameter(name) + "\r\nContent-Transfer-Encoding: base64\r\n",
                base64(content));
    }

    /** A mail forwarded as an attachment. */
    public MailBuilder attachMail(MailBuilder inner) {
        level = Math.max(level, inner.level + 1);
        return piece("Content-Type: message/rfc822\r\nContent-Disposition: attachment\r\n", inner.bytes());
    }

    /** A part exactly as it stands: header lines, each ended by CRLF, and encoded body. */
    public MailBuilder piece(String headers, byte[] body) {
        attachments.add(new Piece(headers, body));
        return this;
    }

    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        fromAddress.ifPresent(
                address -> line(out, "From: ", fromName.isEmpty() ? "" : phrase(fromName) + " ", "<" + address + ">"));
        line(out, "To: ", to);
        if (!cc.isEmpty()) {
            line(out, "Cc: ", cc);
        }
        line(out, "Subject: ", header(subject));
        line(out, "Date: ", DateTimeFormatter.RFC_1123_DATE_TIME.format(date.atOffset(ZoneOffset.ofHours(8))));
        line(
                out,
                "Message-ID: ",
                messageId.orElseGet(() ->
                        "<" + Integer.toHexString((subject + text + date + fromAddress + attachments.size()).hashCode())
                                + "@client.example>"));
        line(out, "MIME-Version: 1.0");
        extra.forEach(header -> line(out, header));
        if (attachments.isEmpty()) {
            write(out, body());
        } else {
            line(out, "Content-Type: multipart/mixed; boundary=\"" + boundary("outer") + "\"");
            line(out, "");
            line(out, "--" + boundary("outer"));
            write(out, body());
            for (Piece piece : attachments) {
                line(out, "");
                line(out, "--" + boundary("outer"));
                write(out, latin(piece.headers()));
                line(out, "");
                write(out, piece.body());
            }
            line(out, "");
            line(out, "--" + boundary("outer") + "--");
        }
        return out.toByteArray();
    }

    /** A forwarded mail keeps boundaries of its own. */
    private String boundary(String name) {
        return "=_" + name + level + "_";
    }

    private byte[] body() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (html.isEmpty()) {
            write(out, textPart("plain", text));
            return out.toByteArray();
        }
        line(out, "Content-Type: multipart/alternative; boundary=\"" + boundary("inner") + "\"");
        line(out, "");
        line(out, "--" + boundary("inner"));
        write(out, textPart("plain", text));
        line(out, "");
        line(out, "--" + boundary("inner"));
        write(out, textPart("html", html.get()));
        line(out, "");
        line(out, "--" + boundary("inner") + "--");
        return out.toByteArray();
    }

    private byte[] textPart(String subtype, String words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        line(
                out,
                "Content-Type: text/" + subtype + "; charset="
                        + bodyCharset.name().toLowerCase(Locale.ROOT));
        line(out, "Content-Transfer-Encoding: base64");
        line(out, "");
        write(out, base64(words.getBytes(bodyCharset)));
        return out.toByteArray();
    }

    /** Header text, one char an octet. */
    private String header(String words) {
        if (US_ASCII.newEncoder().canEncode(words)) {
            return words;
        }
        switch (names) {
            case RAW_GBK:
                return octets(words, GB18030);
            case RAW_UTF8:
                return octets(words, UTF_8);
            case RFC2047_GB2312:
            case RFC2231_GBK:
                return words("gb2312", words, GB18030, false);
            case RFC2047_CUT:
                return words("utf-8", words, UTF_8, true);
            default:
                return words("UTF-8", words, UTF_8, false);
        }
    }

    private String phrase(String words) {
        String encoded = header(words);
        return encoded.startsWith("=?") ? encoded : "\"" + encoded + "\"";
    }

    private String parameter(String name) {
        boolean ascii = US_ASCII.newEncoder().canEncode(name);
        if (!ascii && names == Names.RFC2231) {
            return "filename*=UTF-8''" + percent(name.getBytes(UTF_8));
        }
        if (!ascii && names == Names.RFC2231_GBK) {
            return "filename*=GBK''" + percent(name.getBytes(GB18030));
        }
        return "filename=\"" + header(name) + "\"";
    }

    private static String words(String label, String text, Charset charset, boolean cutInside) {
        List<String> words = new ArrayList<>();
        byte[] all = text.getBytes(charset);
        int from = 0;
        for (int at = 0; at < text.length() && !cutInside; ) {
            int end = Math.min(text.length(), at + 10);
            end -= end < text.length() && Character.isHighSurrogate(text.charAt(end - 1)) ? 1 : 0;
            words.add(word(label, text.substring(at, end).getBytes(charset)));
            at = end;
        }
        for (; from < all.length && cutInside; from += 10) {
            byte[] cut = Arrays.copyOfRange(all, from, Math.min(all.length, from + 10));
            words.add(word(label, cut));
        }
        return String.join("\r\n ", words);
    }

    private static String word(String label, byte[] octets) {
        return "=?" + label + "?B?" + Base64.getEncoder().encodeToString(octets) + "?=";
    }

    private static String percent(byte[] octets) {
        StringBuilder out = new StringBuilder();
        for (byte octet : octets) {
            out.append(String.format(Locale.ROOT, "%%%02X", octet & 0xff));
        }
        return out.toString();
    }

    private static String octets(String words, Charset charset) {
        return new String(words.getBytes(charset), ISO_8859_1);
    }

    private static byte[] base64(byte[] content) {
        return Base64.getMimeEncoder().encode(content);
    }

    private static byte[] latin(String header) {
        return header.getBytes(ISO_8859_1);
    }

    private static void line(ByteArrayOutputStream out, String... pieces) {
        write(out, latin(String.join("", pieces) + "\r\n"));
    }

    private static void write(ByteArrayOutputStream out, byte[] octets) {
        out.write(octets, 0, octets.length);
    }
}
