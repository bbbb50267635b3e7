package org.mailroom.reading.reader;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Files with a picture in them that is not what it says. */
final class Hostile {
    /** The first chunk of a PNG: 13 octets with width and height, then its check sum (ISO/IEC 15948, 11.2.2). */
    private static final String HEADER = "IHDR";

    private static final int LENGTH = 13;

    private Hostile() {}

    /** The first PNG in these octets with other width and height. */
    static byte[] claiming(byte[] octets, int pixels) {
        byte[] hostile = octets.clone();
        int at = find(hostile, HEADER);
        ByteBuffer.wrap(hostile, at + HEADER.length(), 8).putInt(pixels).putInt(pixels);
        CRC32 sum = new CRC32();
        sum.update(hostile, at, HEADER.length() + LENGTH);
        ByteBuffer.wrap(hostile, at + HEADER.length() + LENGTH, 4).putInt((int) sum.getValue());
        return hostile;
    }

    /** The first PNG in these octets with nothing right behind its signature. */
    static byte[] broken(byte[] octets) {
        byte[] broken = octets.clone();
        ByteBuffer.wrap(broken, find(broken, HEADER), 40).put(new byte[40]);
        return broken;
    }

    private static int find(byte[] octets, String text) {
        int at = new String(octets, StandardCharsets.ISO_8859_1).indexOf(text);
        if (at < 0) {
            throw new AssertionError("there is no " + text);
        }
        return at;
    }
}
