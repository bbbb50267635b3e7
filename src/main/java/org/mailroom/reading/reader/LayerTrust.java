package org.mailroom.reading.reader;

import java.util.List;
import org.mailroom.reading.reader.PageMarks.Glyph;

/** Whether a page's letters are its text, or only a mark on a picture, or signs that no one can read. */
final class LayerTrust {
    /** Letters that a page with large pictures needs before they count as its text, and not as a scanner's mark on it. */
    private static final int ON_PICTURE = 40;

    private static final double PICTURED = 0.3;
    private static final double UNKNOWN = 0.3;
    private static final double FOREIGN = 0.4;

    /** @param pictured share of the page that pictures take */
    static boolean trusted(List<Glyph> glyphs, int unknown, double pictured) {
        long letters = glyphs.stream().filter(glyph -> !glyph.text().isBlank()).count();
        return letters >= (pictured > PICTURED ? ON_PICTURE : 1) && !garbled(glyphs, unknown);
    }

    /** Codes that were never mapped to letters come out as private signs, or as western letters with accents. */
    static boolean garbled(List<Glyph> glyphs, int unknown) {
        long letters = 0;
        long bad = unknown;
        long accented = 0;
        for (Glyph glyph : glyphs) {
            int letter = glyph.text().codePointAt(0);
            if (Character.isWhitespace(letter)) {
                continue;
            }
            letters++;
            int kind = Character.getType(letter);
            bad += kind == Character.PRIVATE_USE
                            || kind == Character.CONTROL
                            || kind == Character.UNASSIGNED
                            || letter == 0xfffd
                    ? 1
                    : 0;
            accented += letter >= 0xa1 && letter <= 0x24f ? 1 : 0;
        }
        return letters + unknown == 0 || bad > (letters + unknown) * UNKNOWN || accented > letters * FOREIGN;
    }

    private LayerTrust() {}
}
