package org.mailroom.reading.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/**
 * Reads from a socket. Not {@code Channels.newInputStream}: up to Java 18 its streams lock each other out, so that nothing could
 * be written while the next message is waited for.
 */
final class ChannelIn extends InputStream {
    private final SocketChannel socket;

    ChannelIn(SocketChannel socket) {
        this.socket = socket;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        return length == 0 ? 0 : socket.read(ByteBuffer.wrap(target, from, length));
    }
}
