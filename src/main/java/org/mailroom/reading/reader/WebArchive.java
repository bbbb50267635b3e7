package org.mailroom.reading.reader;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import org.mailroom.reading.Reading;
import org.mailroom.reading.ReadingLimits;

/** A web page and its pictures in one file, as Word saves "single file web pages" (MHTML, RFC 2557); its pages are read. */
record WebArchive(ReadingLimits limits, TextCharset charset) {
    private static final Pattern MULTIPART =
            Pattern.compile("(?im)^content-type:\\s*(?:multipart/related|text/html|multipart/alternative)");
    private static final Pattern MIME = Pattern.compile("(?im)^mime-version:");
    /** What a mail has and a saved page has not. */
    private static final Pattern MAIL = Pattern.compile("(?im)^(?:received|to|message-id|return-path):");

    private static final int DEPTH = 5;
    private static final int PARTS = 200;
    /** Octets of a page for each character it may show: quoted-printable, tags and styles. */
    private static final int MARKS = 12;

    /** @param head the beginning of a text */
    static boolean begins(String head) {
        String header = head.split("\r?\n\r?\n", 2)[0];
        return MIME.matcher(header).find()
                && MULTIPART.matcher(header).find()
                && !MAIL.matcher(header).find();
    }

    Reading read(InputStream in) throws IOException {
        List<String> pages = new ArrayList<>();
        try {
            collect(new MimeMessage(Session.getInstance(new Properties()), in), 0, pages);
        } catch (MessagingException broken) {
            throw new Refusal(Reading.Reason.UNREADABLE);
        }
        if (pages.isEmpty()) {
            throw new Refusal(Reading.Reason.UNREADABLE);
        }
        return new Reading.Readable(new HtmlPage(limits).read(pages));
    }

    private void collect(Part part, int depth, List<String> pages) throws MessagingException, IOException {
        if (depth > DEPTH || pages.size() > PARTS) {
            throw new Refusal(Reading.Reason.OVER_LIMIT);
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                collect(inner, depth + 1, pages);
            }
        } else if (part.isMimeType("text/html")) {
            pages.add(page(part));
        }
    }

    private String page(Part part) throws MessagingException, IOException {
        long most = (long) limits.characters() * MARKS;
        try (InputStream in = part.getInputStream()) {
            byte[] octets = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 16, most + 1));
            if (octets.length > most) {
                throw new Refusal(Reading.Reason.OVER_LIMIT);
            }
            return charset.stated(octets, charset(part));
        }
    }

    private static String charset(Part part) throws MessagingException {
        try {
            String name = new ContentType(part.getContentType()).getParameter("charset");
            return name == null ? "" : name.toLowerCase(Locale.ROOT);
        } catch (ParseException odd) {
            return "";
        }
    }
}
