package org.mailroom.message;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Octets with a missing, unknown or false charset label to text; total, never throws.
 *
 * <p>Valid multi-byte UTF-8 wins over the label: it hardly ever arises by accident. Every label of the GB family means
 * GB18030, their superset, because clients write gb2312 over characters that only GBK has.
 *
 * @param fallback what unlabelled 8-bit text of this campaign's senders is, if not UTF-8
 */
record TextDecoder(Charset fallback) {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Set<String> NO_LABEL = Set.of(
            "",
            "us-ascii",
            "ascii",
            "ansi_x3.4-1968",
            "8bit",
            "8-bit",
            "7bit",
            "binary",
            "unknown",
            "unknown-8bit",
            "x-unknown",
            "default",
            "default_charset",
            "none",
            "iso-8859-8-i");

    /** @param label as the mail writes it, with whatever quotes and blanks; "" if there is none */
    String decode(String label, byte[] octets) {
        String wanted = normalised(label);
        if (wanted.startsWith("hz")) {
            return new String(withoutHz(octets), GB18030);
        }
        Charset named = charset(wanted).orElse(fallback);
        if (isAscii(octets)) { // also ISO-2022 and UTF-16, which have rules of their own
            return new String(octets, named);
        }
        Optional<String> utf8 = strictly(UTF_8, octets);
        if (utf8.isPresent() && (isSingleByte(named) || charset(wanted).isEmpty() || isWide(utf8.get()))) {
            return utf8.get();
        }
        if (named.equals(UTF_8)) {
            return mostlyUtf8(octets)
                    ? new String(octets, UTF_8)
                    : strictly(fallback, octets).orElseGet(() -> new String(octets, UTF_8));
        }
        if (isSingleByte(named) && !isSingleByte(fallback) && isPaired(octets)) {
            return new String(octets, fallback);
        }
        return new String(octets, named);
    }

    /** Text that came one char an octet (raw 8-bit headers); unchanged if it holds other characters. */
    String repair(String latin) {
        boolean eightBit =
                latin.chars().anyMatch(c -> c >= 0x80) && latin.chars().allMatch(c -> c <= 0xff);
        return eightBit ? decode("", latin.getBytes(ISO_8859_1)) : latin;
    }

    private static String normalised(String label) {
        String bare = label.toLowerCase(Locale.ROOT).replaceAll("[\\s\"'<>;]", "");
        int language = bare.indexOf('*'); // RFC 2231 section 5
        return language < 0 ? bare : bare.substring(0, language);
    }

    private static Optional<Charset> charset(String label) {
        if (NO_LABEL.contains(label)) {
            return Optional.empty();
        }
        if (label.matches("(x-|iso-|iso-ir-|cs)?(gb.*|(cp|ms|windows-?)936|euc-?cn)|chinese|csgb.*|csiso58gb.*")) {
            return Optional.of(GB18030);
        }
        try {
            return Optional.of(Charset.forName(label));
        } catch (IllegalArgumentException unknownOrMalformed) {
            return Optional.empty();
        }
    }

    private static Optional<String> strictly(Charset charset, byte[] octets) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(octets)).toString());
        } catch (CharacterCodingException otherCharset) {
            return Optional.empty();
        }
    }

    /** Whether each character beyond ASCII took three octets or more: a pair of GB octets cannot look like that. */
    private static boolean isWide(String text) {
        return text.chars().filter(c -> c >= 0x80).allMatch(c -> c >= 0x800);
    }

    /** UTF-8 cut off or damaged in few places, not another charset with a false label. */
    private static boolean mostlyUtf8(byte[] octets) {
        String text = new String(octets, UTF_8);
        long bad = text.chars().filter(c -> c == 0xfffd).count();
        long good = text.chars().filter(c -> c >= 0x80 && c != 0xfffd).count();
        return bad * 2 <= good || bad <= 1 && octets.length <= 4;
    }

    /** High octets only in pairs, at least two in a row each time: not a Western language. */
    private static boolean isPaired(byte[] octets) {
        int run = 0;
        boolean any = false;
        for (int i = 0; i <= octets.length; i++) {
            if (i < octets.length && (octets[i] & 0xff) >= 0xa1) {
                run++;
            } else if (i < octets.length && octets[i] < 0) {
                return false;
            } else if (run > 0) {
                if (run < 4 || run % 2 != 0) {
                    return false;
                }
                any = true;
                run = 0;
            }
        }
        return any;
    }

    private static boolean isSingleByte(Charset charset) {
        return !charset.equals(UTF_8)
                && charset.canEncode()
                && charset.newEncoder().maxBytesPerChar() <= 1.0f;
    }

    private static boolean isAscii(byte[] octets) {
        for (byte octet : octets) {
            if (octet < 0) {
                return false;
            }
        }
        return true;
    }

    /** RFC 1843: pairs of GB 2312 octets without their high bits between ~{ and ~}. */
    private static byte[] withoutHz(byte[] octets) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(octets.length);
        boolean shifted = false;
        for (int i = 0; i < octets.length; i++) {
            char next = i + 1 < octets.length ? (char) octets[i + 1] : ' ';
            if (octets[i] == '~' && (next == '{' || next == '}' || next == '\n' || next == '~')) {
                shifted = next == '{' || next == '\n' && shifted;
                if (next == '~') {
                    out.write('~');
                }
                i++;
            } else {
                out.write(shifted && octets[i] > ' ' ? octets[i] | 0x80 : octets[i]);
            }
        }
        return out.toByteArray();
    }
}
