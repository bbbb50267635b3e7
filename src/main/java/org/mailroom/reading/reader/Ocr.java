package org.mailroom.reading.reader;

import java.io.IOException;
import java.util.List;

/** Recognises printed text in a picture. A machine's guess, never more. */
interface Ocr {
    /**
     * @return lines in no particular order
     * @throws Failure if it fails for reasons of our own: no space, a broken library
     */
    List<Found> recognise(Pixels picture) throws Failure;

    /**
     * A line of text.
     *
     * @param x corners as the line runs in the picture, left top first, clockwise, in pixels
     * @param y the same
     * @param flipped whether it stands on its head; a line that runs downwards or upwards is first turned left by 90 degrees
     * @param confidence 0 to 1
     */
    record Found(String text, int[] x, int[] y, boolean flipped, double confidence) {
        double middleX() {
            return (x[0] + x[1] + x[2] + x[3]) / 4.0;
        }

        double middleY() {
            return (y[0] + y[1] + y[2] + y[3]) / 4.0;
        }

        double across() {
            return Math.hypot(x[1] - x[0], y[1] - y[0]);
        }

        double down() {
            return Math.hypot(x[3] - x[0], y[3] - y[0]);
        }
    }

    /** The recogniser itself does not work: the page is not at fault. */
    final class Failure extends IOException {
        private static final long serialVersionUID = 1L;

        Failure(String what, Throwable cause) {
            super(what, cause);
        }
    }
}
