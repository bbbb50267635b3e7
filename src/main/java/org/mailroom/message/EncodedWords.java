package org.mailroom.message;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Header text of RFC 2047, as it is really written: words glued to text, inside quotes, cut inside a character, with raw
 * 8-bit text between them. Adjacent words of one charset are joined as octets before they are decoded, because QQ, 163
 * and PHP mailers fold them at octet counts.
 */
final class EncodedWords {
    /** Chars; what is longer is hostile, and the search for words is quadratic. */
    private static final int LONGEST = 16_384;

    private static final Pattern WORD = Pattern.compile("=\\?([^?\\s]*)\\?([bBqQ])\\?(.*?)\\?=", Pattern.DOTALL);

    private final TextDecoder decoder;

    EncodedWords(TextDecoder decoder) {
        this.decoder = decoder;
    }

    /** @param raw header value, one char an octet, folded or not */
    String decode(String raw) {
        String value = unfolded(raw.substring(0, Math.min(raw.length(), LONGEST)));
        StringBuilder out = new StringBuilder();
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        StringBuilder base64 = new StringBuilder();
        String charset = "";
        boolean inWords = false;
        int done = 0;
        Matcher word = WORD.matcher(value);
        while (word.find()) {
            String between = value.substring(done, word.start());
            String label = word.group(1).toLowerCase(Locale.ROOT);
            boolean goesOn = inWords && between.isBlank() && label.equals(charset);
            if (!goesOn) {
                flush(base64, octets);
                out.append(decoder.decode(charset, octets.toByteArray()));
                octets.reset();
                out.append(inWords && between.isBlank() ? "" : decoder.repair(between));
            }
            charset = label;
            inWords = true;
            done = word.end();
            if (word.group(2).equalsIgnoreCase("b")) {
                if (base64.length() % 4 == 0) { // else the word was cut inside a group of four
                    flush(base64, octets);
                }
                base64.append(word.group(3).replaceAll("\\s", ""));
            } else {
                flush(base64, octets);
                octets.writeBytes(quotedPrintable(word.group(3)));
            }
        }
        flush(base64, octets);
        out.append(decoder.decode(charset, octets.toByteArray()));
        return out.append(decoder.repair(value.substring(done))).toString();
    }

    static String unfolded(String raw) {
        return raw.replaceAll("\\r?\\n(?=[ \\t])", "")
                .replaceAll("[\\r\\n]+", " ")
                .strip();
    }

    private static void flush(StringBuilder base64, ByteArrayOutputStream octets) {
        octets.writeBytes(Base64Octets.decode(base64.toString().getBytes(ISO_8859_1)));
        base64.setLength(0);
    }

    /** The Q encoding, RFC 2047 section 4.2; what is not encoded rightly stays as it is. */
    private static byte[] quotedPrintable(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '=' && i + 2 < text.length() && isHex(text, i + 1) && isHex(text, i + 2)) {
                out.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                out.write(c == '_' ? ' ' : c);
            }
        }
        return out.toByteArray();
    }

    private static boolean isHex(String text, int at) {
        return Character.digit(text.charAt(at), 16) >= 0;
    }
}
