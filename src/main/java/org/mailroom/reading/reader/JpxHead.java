package org.mailroom.reading.reader;

import java.io.EOFException;
import java.io.IOException;
import javax.imageio.stream.ImageInputStream;

/** Finds what a JPEG 2000 codestream says of its size (ITU-T T.800, A.5.1), wherever in its file it lies. */
final class JpxHead {
    /** Start of codestream and, without anything between, of the marker that tells the size. */
    private static final int START = 0xff4fff51;

    /** Length and capabilities, before the sizes. */
    private static final int BEFORE = 4;

    private JpxHead() {}

    /** @return of several codestreams the largest: which of them is decoded is the decoder's choice */
    static long pixels(ImageInputStream in) throws IOException {
        long largest = 0;
        in.mark();
        try {
            int window = 0;
            while (true) {
                window = window << 8 | in.readUnsignedByte();
                if (window == START) {
                    in.skipBytes(BEFORE);
                    largest = Math.max(largest, size(in));
                }
            }
        } catch (EOFException end) {
            return largest;
        } finally {
            in.reset();
        }
    }

    private static long size(ImageInputStream in) throws IOException {
        long right = in.readUnsignedInt();
        long bottom = in.readUnsignedInt();
        long left = in.readUnsignedInt();
        long top = in.readUnsignedInt();
        return PictureHead.area(Math.max(0, right - left), Math.max(0, bottom - top));
    }
}
