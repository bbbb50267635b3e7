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
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * Names inside archives, made fit to show. They never name a file on our disk, so a path out of the archive leads nowhere;
 * it is cleaned only so that a person is not misled.
 *
 * @param old the charset of names that are no UTF-8, whatever their flag says
 */
record EntryNames(Charset old) {
    private static final int LONGEST = 200;
    /** Characters of a whole path, archives around it included; the register of parts holds 1000. */
    private static final int LONGEST_PATH = 900;

    private static final int LONGEST_EXTENSION = 20;

    /** Controls, and the marks that turn the direction of writing: a name that reads as .docx and ends in .exe. */
    private static final String INVISIBLE = "[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]";

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
                .map(part -> cut(part, LONGEST))
                .collect(Collectors.joining("/"));
    }

    /** The name of a zip's entry: by its own Unicode field, else by what its octets look like. */
    String of(ZipArchiveEntry entry) {
        boolean named = entry.getNameSource() == ZipArchiveEntry.NameSource.UNICODE_EXTRA_FIELD;
        byte[] raw = entry.getRawName();
        return named || raw == null ? entry.getName() : decode(raw);
    }

    /** A name that a library has read as ISO 8859-1, octet by octet. */
    String decodeLatin(String name) {
        return name.chars().allMatch(character -> character <= 0xff)
                ? decode(name.getBytes(StandardCharsets.ISO_8859_1))
                : name;
    }

    /**
     * The path through the archive to an entry, as a receipt names it; each once in an attachment.
     *
     * @param number of the entry, for one without a name
     */
    String within(String archive, String shown, int number, Budget budget) {
        String path = archive + "/" + (shown.isEmpty() ? "#" + number : shown);
        String last = path.substring(path.lastIndexOf('/') + 1);
        if (path.length() > LONGEST_PATH) {
            path = cut(path.substring(0, LONGEST_PATH - last.length() - 5)) + "/.../" + last;
        }
        String extension = last.lastIndexOf('.') > 0 ? last.substring(last.lastIndexOf('.')) : "";
        String stem = path.substring(0, path.length() - extension.length());
        for (int again = 2; !budget.takeName(path); again++) {
            path = stem + " (" + again + ")" + extension;
        }
        return path;
    }

    /** Cut before its extension: that says what kind of file it claims to be. */
    private static String cut(String name, int most) {
        if (name.length() <= most) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String extension = dot > 0 && name.length() - dot <= LONGEST_EXTENSION ? name.substring(dot) : "";
        return cut(name.substring(0, most - extension.length())) + extension;
    }

    /** Without the first half of a character that was cut in two. */
    private static String cut(String text) {
        int end = text.length();
        return end > 0 && Character.isHighSurrogate(text.charAt(end - 1)) ? text.substring(0, end - 1) : text;
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
