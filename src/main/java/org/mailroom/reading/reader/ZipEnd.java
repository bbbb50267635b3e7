package org.mailroom.reading.reader;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.mailroom.reading.Reading;

/**
 * The end record of a zip (APPNOTE 4.3.16), looked at before a library builds its table of entries: an archive that was cut
 * off has none, and one whose directory is huge would fill the memory before any entry is counted.
 */
record ZipEnd(Held held) {
    private static final int SIGNATURE = 0x06054b50;
    private static final int LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int DISK = 4;
    private static final int DISK_IN_ZIP64 = 0xffff;

    /** Begins the first volume of a zip in several (8.5.3 there); a whole one that was planned as such has an end. */
    private static final int SPANNED = 0x08074b50;

    private static final int DIRECTORY_OFFSET = 16;
    private static final long LARGEST_DIRECTORY = 4L * 1024 * 1024;

    void check() throws IOException {
        ByteBuffer tail = ByteBuffer.wrap(held.tail(LENGTH + LONGEST_COMMENT)).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = tail.limit() - LENGTH; at >= 0; at--) {
            if (tail.getInt(at) == SIGNATURE) {
                int disk = tail.getShort(at + DISK) & 0xffff;
                if (disk != 0 && disk != DISK_IN_ZIP64) {
                    throw new Refusal(Reading.Reason.SPLIT);
                }
                long directory = Integer.toUnsignedLong(tail.getInt(at + DIRECTORY_OFFSET));
                if (held.size() - directory > LARGEST_DIRECTORY || directory > held.size()) {
                    throw new Refusal(Reading.Reason.OVER_LIMIT);
                }
                return;
            }
        }
        int start = ByteBuffer.wrap(held.head(Integer.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN)
                .getInt();
        throw new Refusal(start == SPANNED ? Reading.Reason.SPLIT : Reading.Reason.TRUNCATED);
    }
}
