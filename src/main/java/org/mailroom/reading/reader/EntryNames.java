package org.mailroom.reading.reader;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Names inside archives, made fit to show. They never name a file on our disk, so a path out of the archive leads nowhere;
 * it is cleaned only so that a person is not misled.
 *
 * @param old the charset of names that are no UTF-8, whatever their flag says
 */
record EntryNames(Charset old) {
    private static final int LONGEST = 200;
    /** Controls, and the marks that turn the direction of writing: a name that reads as .docx and ends in .exe. */
    private static final String INVISIBLE = "[\\p{Cc}\\u200b-\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]";

    String decode(byte[] raw) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(raw))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(raw, old);
        }
    }

    /** The path with forward slashes, without a drive, without steps upwards; each part cut to 200 characters. */
    String shown(String name) {
        String path = Normalizer.normalize(name, Normalizer.Form.NFC)
                .replaceAll(INVISIBLE, "")
                .replace('\\', '/')
                .replaceFirst("^[A-Za-z]:", "");
        return Arrays.stream(path.split("/"))
                .map(String::strip)
                .filter(part -> !part.isEmpty() && !part.equals(".") && !part.equals(".."))
                .map(part -> part.length() > LONGEST ? part.substring(0, LONGEST) : part)
                .collect(Collectors.joining("/"));
    }

    /** What operating systems and office programs leave in archives; no one sent it on purpose. */
    boolean litter(String shown) {
        String name = shown.substring(shown.lastIndexOf('/') + 1);
        return shown.startsWith("__MACOSX/")
                || name.startsWith("~$")
                || name.startsWith("._")
                || List.of(".ds_store", "thumbs.db", "desktop.ini").contains(name.toLowerCase(Locale.ROOT));
    }

    static String extension(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1).replaceAll("[\\s.]+$", "");
        int dot = last.lastIndexOf('.');
        return dot < 0 ? "" : last.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
