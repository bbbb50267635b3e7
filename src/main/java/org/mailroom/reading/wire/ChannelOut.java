package org.mailroom.reading.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** Writes to a socket; see {@link ChannelIn}. */
final class ChannelOut extends OutputStream {
    private final SocketChannel socket;

    ChannelOut(SocketChannel socket) {
        this.socket = socket;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int from, int length) throws IOException {
        ByteBuffer all = ByteBuffer.wrap(octets, from, length);
        while (all.hasRemaining()) {
            socket.write(all);
        }
    }
}
