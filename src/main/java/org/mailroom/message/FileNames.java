package org.mailroom.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;

/** File names from outside: to show, never to open a file with. */
final class FileNames {
    /** Octets of UTF-8 that a cleaned name has at most. */
    private static final int LONGEST = 200;

    private FileNames() {}

    /** The last segment of a path, NFC, without control and bidi characters, cut before its extension; may be "". */
    static String clean(String name) {
        String normal = Normalizer.normalize(name, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\uFFF0-\\uFFFB]", "");
        String base = normal.substring(Math.max(normal.lastIndexOf('/'), normal.lastIndexOf('\\')) + 1)
                .strip();
        if (base.matches("\\.*")) {
            return "";
        }
        int dot = base.lastIndexOf('.');
        boolean hasExtension = dot > 0 && base.length() - dot <= 10;
        String extension = hasExtension ? base.substring(dot) : "";
        return cut(hasExtension ? base.substring(0, dot) : base, LONGEST - extension.getBytes(UTF_8).length)
                + extension;
    }

    private static String cut(String text, int octets) {
        int end = text.length();
        while (text.substring(0, end).getBytes(UTF_8).length > octets) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end);
    }
}
