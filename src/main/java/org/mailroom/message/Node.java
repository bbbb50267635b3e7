package org.mailroom.message;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.mailroom.custody.RawOctets;

/**
 * One node of the MIME tree, over the octets of the stored file.
 *
 * @param path numbers from 1 joined by dots; "" for the mail itself
 * @param truncated whether the mail ends before this node's end was seen
 */
record Node(String path, Headers headers, Octets octets, boolean truncated, Words words) {
    /** The encoded octets, from the first one at each call. */
    @FunctionalInterface
    interface Octets {
        InputStream open() throws MessagingException, IOException;
    }

    /** The readers of header text, made once for a campaign. */
    record Words(TextDecoder decoder, EncodedWords encoded, Addresses addresses) {
        static Words of(TextDecoder decoder) {
            EncodedWords encoded = new EncodedWords(decoder);
            return new Words(decoder, encoded, new Addresses(encoded));
        }

        Parameters parameters(String header) {
            return Parameters.parse(header, encoded, decoder);
        }
    }

    /** Decoded octets, and whether they were whole, known when they are read to the end. */
    interface Decoded {
        InputStream stream();

        boolean isBroken();
    }

    static Node of(String path, MimeMessage mail, boolean truncated, Words words) throws MessagingException {
        return new Node(path, Headers.of(mail), mail::getRawInputStream, truncated, words);
    }

    static Node of(String path, MimeBodyPart part, boolean truncated, Words words) throws MessagingException {
        return new Node(path, Headers.of(part), part::getRawInputStream, truncated, words);
    }

    /** Inside a multipart/digest a part without a type is a mail, RFC 2046 section 5.1.5. */
    Node asMailUnlessTyped() {
        return headers.has("content-type")
                ? this
                : new Node(path, headers.with("content-type", "message/rfc822"), octets, truncated, words);
    }

    /** Declared type, lower case; text/plain without one (RFC 2045 section 5.2), octet-stream if it is none. */
    String type() {
        String declared = headers.first("content-type")
                .map(value -> contentType().value())
                .orElse("text/plain");
        if (declared.isBlank() || declared.equals("text")) {
            return "text/plain";
        }
        return declared.matches("[\\w.+-]+/[\\w.+-]+") ? declared : "application/octet-stream";
    }

    Parameters contentType() {
        return words.parameters(headers.firstOrBlank("content-type"));
    }

    Parameters disposition() {
        return words.parameters(headers.firstOrBlank("content-disposition"));
    }

    boolean isMultipart() {
        return type().startsWith("multipart/");
    }

    /** Cleaned name, "" if it has none. */
    String fileName() {
        Parameters disposition = disposition();
        Parameters type = contentType();
        return Optional.of(FileNames.clean(disposition.text("filename").orElse("")))
                .filter(name -> !name.isEmpty())
                .or(() -> type.text("name").map(FileNames::clean))
                .orElse("");
    }

    String contentId() {
        return headers.firstOrBlank("content-id").replaceAll("[<>\\s]", "");
    }

    String encoding() {
        return headers.firstOrBlank("content-transfer-encoding")
                .replaceAll("\\(.*?\\)|[\\s\"';]", "")
                .toLowerCase(Locale.ROOT);
    }

    /** The same part over octets that were opened anew. */
    Node over(InputStream again) {
        return new Node(path, headers, () -> again, truncated, words);
    }

    /** Where its encoded octets lie in the stored file; empty if they do not, as in a mail that was encoded itself. */
    Optional<RawOctets> place() throws IOException {
        try {
            return octets.open() instanceof RawOctets stretch ? Optional.of(stretch) : Optional.empty();
        } catch (MessagingException unreadable) {
            return Optional.empty();
        }
    }

    Decoded decoded() throws MessagingException, IOException {
        String encoding = encoding();
        InputStream raw = octets.open();
        if (encoding.startsWith("base64")) {
            Base64Octets octets = new Base64Octets(raw);
            return decoded(octets, octets::isBroken);
        }
        if (encoding.startsWith("quoted")
                || encoding.equals("uuencode")
                || encoding.equals("x-uuencode")
                || encoding.equals("x-uue")) {
            Patient patient =
                    new Patient(MimeUtility.decode(raw, encoding.startsWith("quoted") ? "quoted-printable" : encoding));
            return decoded(patient, patient::isBroken);
        }
        return decoded(raw, () -> false);
    }

    private static Decoded decoded(InputStream stream, BooleanSupplier broken) {
        return new Decoded() {
            @Override
            public InputStream stream() {
                return stream;
            }

            @Override
            public boolean isBroken() {
                return broken.getAsBoolean();
            }
        };
    }
}
