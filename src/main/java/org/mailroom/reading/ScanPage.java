package org.mailroom.reading;

import java.util.List;

/**
 * One page of a scan, put upright.
 *
 * @param number from 1
 * @param width pixels of the upright page at its own resolution
 * @param height pixels
 * @param dpi resolution of what was scanned; 0 if it cannot be told
 * @param turned degrees clockwise that put it upright: 0, 90, 180 or 270
 * @param blank whether nothing stands on it
 * @param colour false for black and white or grey: then a red seal cannot show
 * @param seals what may be red seals; a hint for a person, never a proof
 * @param lines its text in reading order
 */
public record ScanPage(
        int number,
        int width,
        int height,
        int dpi,
        int turned,
        boolean blank,
        boolean colour,
        List<Seal> seals,
        Text text,
        List<Line> lines) {
    public ScanPage {
        seals = List.copyOf(seals);
        lines = List.copyOf(lines);
    }

    /** The page as one that could not be read. */
    public ScanPage unread() {
        return new ScanPage(number, width, height, dpi, turned, blank, colour, seals, Text.NONE, List.of());
    }

    /** The page in another place. */
    public ScanPage numbered(int place) {
        return new ScanPage(place, width, height, dpi, turned, blank, colour, seals, text, lines);
    }

    /** A page of which nothing could be seen. */
    public static ScanPage unseen(int number) {
        return new ScanPage(number, 0, 0, 0, 0, false, false, List.of(), Text.NONE, List.of());
    }

    /** Where the lines come from. */
    public enum Text {
        /** Text that the file itself carries: exact. */
        LAYER,
        /** Recognised from the picture: a machine's guess. */
        RECOGNISED,
        /** Still to be recognised, page by page, by a job of its own. */
        OPEN,
        /** None: a blank page, or one that could not be recognised. */
        NONE
    }

    /** A line of text; {@code confidence} from 0 to 1, 1 for a text layer. */
    public record Line(String text, Box box, double confidence) {}

    /** A rectangle on the upright page; all four are shares of its width or height, from 0 to 1. */
    public record Box(double left, double top, double width, double height) {}

    /** A round or oval red mark; {@code millimetres} is its larger diameter, 0 without a known resolution. */
    public record Seal(Box box, double millimetres) {}
}
