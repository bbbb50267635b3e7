package org.mailroom.reading.reader;

import java.io.EOFException;
import java.io.IOException;
import java.util.Set;
import javax.imageio.IIOException;
import javax.imageio.stream.ImageInputStream;

/** Walks over the segments of a JBIG2 stream as a PDF holds it (ITU-T T.88, 7.2 to 7.4) and decodes none. */
final class Jbig2Head {
    private static final int PAGE = 48;
    private static final int END_OF_STRIPE = 50;
    private static final int PATTERNS = 16;
    private static final Set<Integer> REGIONS = Set.of(4, 6, 7, 20, 22, 23, 36, 38, 39, 40, 42, 43);
    private static final long UNKNOWN = 0xffffffffL;

    /** The first octets of a file of its own; in a PDF it must not have them. */
    private static final long FILE = 0x974a4232L;

    private final ImageInputStream in;
    private long width;
    private long largest;

    private Jbig2Head(ImageInputStream in) {
        this.in = in;
    }

    static long pixels(ImageInputStream in) throws IOException {
        Jbig2Head head = new Jbig2Head(in);
        in.mark();
        try {
            while (head.segment()) {
                // one after the other
            }
        } catch (EOFException end) {
            // what was cut off says nothing
        } finally {
            in.reset();
        }
        return head.largest;
    }

    /** @return whether another may follow: one of unknown length is the last that can be found without decoding */
    private boolean segment() throws IOException {
        long number = in.readUnsignedInt();
        if (number == FILE) {
            throw new IIOException("a JBIG2 file, and no stream of one");
        }
        int flags = in.readUnsignedByte();
        in.skipBytes(references() * (number <= 256 ? 1 : number <= 65536 ? 2 : 4));
        in.skipBytes((flags & 0x40) == 0 ? 1 : 4);
        long length = in.readUnsignedInt();
        long start = in.getStreamPosition();
        measure(flags & 0x3f);
        if (length == UNKNOWN) {
            return false;
        }
        in.seek(start + length);
        return true;
    }

    /** How many segments this one refers to (7.2.4); skips the flags that say which are kept. */
    private long references() throws IOException {
        int few = in.readUnsignedByte() >> 5;
        if (few < 7) {
            return few;
        }
        in.seek(in.getStreamPosition() - 1);
        long many = in.readUnsignedInt() & 0x1fffffff;
        in.skipBytes((many + 8) / 8);
        return many;
    }

    private void measure(int type) throws IOException {
        if (type == PAGE || REGIONS.contains(type)) {
            long across = in.readUnsignedInt();
            long down = in.readUnsignedInt();
            boolean open = type == PAGE && down == UNKNOWN;
            width = type == PAGE ? across : width;
            largest = Math.max(largest, open ? across : PictureHead.area(across, down));
        } else if (type == END_OF_STRIPE) {
            largest = Math.max(largest, PictureHead.area(width, in.readUnsignedInt() + 1));
        } else if (type == PATTERNS) {
            in.skipBytes(1);
            long across = in.readUnsignedByte();
            long down = in.readUnsignedByte();
            largest = Math.max(largest, PictureHead.area(across * down, in.readUnsignedInt() + 1));
        }
    }
}
