package org.mailroom.reading.wire;

/**
 * How it went; what was asked for follows as octets.
 *
 * @param fault what failed on the reader's own side, such as its disk; "" if nothing did
 */
public record Reply(String fault) {
    public static final Reply DONE = new Reply("");
}
