package org.mailroom.reading.reader;

import java.util.List;
import org.mailroom.reading.ScanPage;
import org.mailroom.reading.ScanPage.Line;
import org.mailroom.reading.ScanPage.Text;

/**
 * A page seen small and upright, and what is known of it besides.
 *
 * @param width pixels of the upright page as it is stored
 * @param dpi 0 if it cannot be told
 * @param millimetres longer side of the paper; 0 if it cannot be told
 * @param drawn whether the page was not scanned but drawn: then a red seal could always show
 */
record PageView(
        int number, Pixels small, int width, int height, int dpi, int turned, double millimetres, boolean drawn) {
    /** Longer side of the small picture. */
    static final int LONG_SIDE = 1000;

    private static final double A4 = 297;

    /** @param lines of a text layer that can be trusted */
    ScanPage page(List<Line> lines) {
        return page(lines, false);
    }

    /** @param lost whether something stands on it that does not show here: then it is not blank */
    ScanPage page(List<Line> lines, boolean lost) {
        Ink ink = Ink.of(small);
        boolean measured = millimetres > 0;
        double perMillimetre = small.longSide() / (measured ? millimetres : A4);
        List<ScanPage.Seal> seals = SealFinder.find(ink, perMillimetre, measured);
        boolean blank = !lost && ink.blank() && lines.isEmpty() && seals.isEmpty();
        Text text = blank ? Text.NONE : lines.isEmpty() ? Text.OPEN : Text.LAYER;
        return new ScanPage(number, width, height, dpi, turned, blank, drawn || ink.colour(), seals, text, lines);
    }

    /** A resolution that a scanner may have had; phones write 72 for want of a better one. */
    static int plausible(int dpi, int longSide) {
        double millimetres = dpi <= 0 ? 0 : longSide * 25.4 / dpi;
        return millimetres > 100 && millimetres < 650 ? dpi : 0;
    }
}
