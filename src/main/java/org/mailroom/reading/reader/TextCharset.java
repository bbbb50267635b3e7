package org.mailroom.reading.reader;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what charset a text is in: its byte order mark, else what it says itself, else UTF-8 if it can be.
 *
 * @param otherwise charset of texts that are no UTF-8 and say nothing
 */
record TextCharset(Charset otherwise) {
    private static final Pattern STATED =
            Pattern.compile("(?i)(?:charset|encoding)\\s*=\\s*[\"']?\\s*([a-z0-9_:.+-]{2,40})");
    private static final int HEAD = 4096;

    String plain(byte[] octets) {
        return decode(octets, null);
    }

    /** The text of HTML, which may state its charset near its beginning */
    String markup(byte[] octets) {
        String head = new String(octets, 0, Math.min(octets.length, HEAD), StandardCharsets.ISO_8859_1);
        Matcher stated = STATED.matcher(head);
        return decode(octets, stated.find() ? named(stated.group(1)) : null);
    }

    /** @param name as a mail or page has it; unknown ones count as not stated */
    String stated(byte[] octets, String name) {
        return name.isBlank() ? markup(octets) : decode(octets, named(name));
    }

    private String decode(byte[] octets, @Nullable Charset stated) {
        if (starts(octets, 0xef, 0xbb, 0xbf)) {
            return new String(octets, 3, octets.length - 3, StandardCharsets.UTF_8);
        }
        if (starts(octets, 0xff, 0xfe)) {
            return new String(octets, 2, octets.length - 2, StandardCharsets.UTF_16LE);
        }
        if (starts(octets, 0xfe, 0xff)) {
            return new String(octets, 2, octets.length - 2, StandardCharsets.UTF_16BE);
        }
        if (stated != null && !stated.equals(StandardCharsets.UTF_8)) {
            return new String(octets, stated);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
        } catch (CharacterCodingException old) {
            return new String(octets, stated == null ? otherwise : stated);
        }
    }

    private static boolean starts(byte[] octets, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (octets.length <= i || (octets[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** GB2312 and GBK are read as GB18030, which has all of them and rare names as well. A wide one it cannot be here. */
    private static @Nullable Charset named(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("utf-16") || lower.startsWith("unicode") || lower.startsWith("utf-32")) {
            return null;
        }
        if (lower.startsWith("gb") || lower.equals("x-gbk") || lower.equals("cp936") || lower.equals("ms936")) {
            return Charset.forName("GB18030");
        }
        try {
            return Charset.forName(lower);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return null;
        }
    }
}
