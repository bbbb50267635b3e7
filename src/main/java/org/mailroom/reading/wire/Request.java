package org.mailroom.reading.wire;

import org.mailroom.message.Part;
import org.mailroom.reading.ReadingLimits;

/**
 * What the reader is asked to do; the octets of the attachment follow.
 *
 * @param entry the file meant, by its name inside archives; "" for the whole attachment
 * @param page from 1; 0 where none is meant
 * @param width of a picture, pixels at most; 0 where none is meant
 * @param oldNames charset of archive entry names that are no UTF-8
 */
public record Request(
        Verb verb, Attached attached, String entry, int page, int width, ReadingLimits limits, String oldNames) {
    public enum Verb {
        /** Read the whole attachment: a list of {@link Read}. */
        READ,
        /** Recognise the text of a page: a ScanPage. */
        RECOGNISE,
        /** Show a page: PNG, or nothing. */
        PICTURE
    }

    /** A {@link Part} without its octets and its place in the mail. */
    public record Attached(String name, String type, long size, String sha256, String damage) {
        public static Attached of(Part part) {
            return new Attached(part.fileName(), part.declaredType(), part.size(), part.sha256(), part.damage());
        }
    }
}
