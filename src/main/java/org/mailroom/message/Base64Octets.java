package org.mailroom.message;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Base64 (RFC 2045 section 6.8) as far as it can be read; afterwards {@link #isBroken} says whether anything was wrong, so
 * that a damaged attachment is never filed as whole. Text that follows the padding is taken as more data only while
 * each of its lines is base64 (mails put together from pieces), else as a footer that a scanner added.
 */
final class Base64Octets extends InputStream {
    private static final int BLANK = -1;
    private static final int PADDING = -2;
    private static final int OTHER = -3;
    private static final int END = -4;
    private static final int LONGEST_LINE = 1000;
    private static final int[] VALUES = values();

    private final InputStream in;
    private final byte[] buffer = new byte[8192];
    private int at;
    private int end;
    private int bits;
    private int digits;
    private int group; // 24 bits, the next octet on top
    private int ready; // octets left in the group
    private boolean padded;
    private boolean done;
    private boolean broken;

    Base64Octets(InputStream in) {
        this.in = in;
    }

    /** All of a short text. */
    static byte[] decode(byte[] text) {
        try {
            return new Base64Octets(new ByteArrayInputStream(text)).readAllBytes();
        } catch (IOException never) {
            throw new IllegalStateException(never);
        }
    }

    /** Right once the stream was read to its end. */
    boolean isBroken() {
        return broken;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] out, int from, int length) throws IOException {
        int written = 0;
        do {
            written += wholeGroups(out, from + written, length - written);
        } while (written < length && takeOne(out, from + written) && ++written < length);
        return written == 0 && length > 0 ? -1 : written;
    }

    /**
     * Decodes groups of four digits that stand together in the buffer, which is nearly all of a sane text and several times
     * faster. Whatever else comes is left to {@link #fill}.
     */
    private int wholeGroups(byte[] out, int from, int length) {
        if (ready > 0 || digits > 0 || padded || done) {
            return 0;
        }
        int to = from;
        for (; at + 4 <= end && to + 3 <= from + length; at += 4, to += 3) {
            int four = VALUES[buffer[at] & 0xff] << 18
                    | VALUES[buffer[at + 1] & 0xff] << 12
                    | VALUES[buffer[at + 2] & 0xff] << 6
                    | VALUES[buffer[at + 3] & 0xff];
            if (four < 0) {
                break;
            }
            out[to] = (byte) (four >> 16);
            out[to + 1] = (byte) (four >> 8);
            out[to + 2] = (byte) four;
        }
        return to - from;
    }

    private boolean takeOne(byte[] out, int to) throws IOException {
        if (ready == 0 && !fill()) {
            return false;
        }
        out[to] = (byte) (group >> 16);
        group <<= 8;
        ready--;
        return true;
    }

    /** Decodes the next group; false at the end. */
    private boolean fill() throws IOException {
        while (ready == 0 && !done) {
            int c = nextChar();
            int value = c < 0 ? END : VALUES[c];
            if (value >= 0 && padded && !restOfLineIsData()) {
                broken = true;
                done = true;
            } else if (value >= 0) {
                broken |= padded;
                padded = false;
                bits = bits << 6 | value;
                if (++digits == 4) {
                    endGroup();
                }
            } else if (value == PADDING) {
                broken |= digits == 1;
                padded |= digits > 0;
                endGroup();
            } else if (value == END) {
                broken |= digits > 0;
                done = true;
                endGroup();
            } else if (value == OTHER) {
                broken = true;
                done = padded;
            }
        }
        return ready > 0;
    }

    private void endGroup() {
        group = bits << 6 * (4 - digits);
        ready = Math.max(0, digits - 1);
        bits = 0;
        digits = 0;
    }

    private boolean restOfLineIsData() throws IOException {
        if (end - at < LONGEST_LINE) {
            System.arraycopy(buffer, at, buffer, 0, end - at);
            end -= at;
            at = 0;
            end += in.readNBytes(buffer, end, buffer.length - end);
        }
        int i = at;
        while (i < end && VALUES[buffer[i] & 0xff] >= 0 || i < end && buffer[i] == '=') {
            i++;
        }
        boolean endsLine = i == end || buffer[i] == '\r' || buffer[i] == '\n';
        return endsLine && (i - at + 1) % 4 == 0;
    }

    private int nextChar() throws IOException {
        if (at == end) {
            at = 0;
            end = Math.max(0, in.read(buffer));
        }
        return at == end ? -1 : buffer[at++] & 0xff;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private static int[] values() {
        int[] values = new int[256];
        Arrays.fill(values, OTHER);
        String digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < digits.length(); i++) {
            values[digits.charAt(i)] = i;
        }
        for (char blank : new char[] {' ', '\t', '\r', '\n'}) {
            values[blank] = BLANK;
        }
        values['='] = PADDING;
        return values;
    }
}
