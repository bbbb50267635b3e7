package org.mailroom.reading.reader;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** The pictures of a word processor's document, whatever its format; external ones are none of them. */
interface WordPictures extends Closeable {
    double MM_PER_INCH = 25.4;
    double MM_PER_TWIP = MM_PER_INCH / 1440;

    /** In the order in which the document shows them. */
    List<Shown> shown() throws IOException;

    @Override
    void close() throws IOException;

    /** @param area on paper, in square millimetres; infinite if the document does not say */
    record Shown(Source octets, double area) {
        static final double UNKNOWN = Double.POSITIVE_INFINITY;

        /** @return unknown unless both sides are known, which are in millimetres */
        static double area(double width, double height) {
            return width > 0 && height > 0 ? width * height : UNKNOWN;
        }
    }

    /** Gives the picture's file as it lies in the document. */
    @FunctionalInterface
    interface Source {
        byte[] read() throws IOException;
    }
}
