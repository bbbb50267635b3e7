package org.mailroom.reading.wire;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StreamCorruptedException;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/**
 * Messages over one connection, one at a time in each direction; reading and writing may happen in two threads.
 *
 * <pre>
 * length of the head, 4 octets; the head, JSON
 * length of a piece, 4 octets; the piece; … a length of 0 ends the message
 * </pre>
 */
public final class Frames {
    private static final int BUFFER = 64 * 1024;
    private static final int LONGEST_HEAD = 256 * 1024;
    private static final int LONGEST_PIECE = 1024 * 1024;

    private final DataInputStream in;
    private final DataOutputStream out;
    private final Json json;

    public Frames(SocketChannel socket, Json json) {
        this.in = new DataInputStream(new BufferedInputStream(new ChannelIn(socket), BUFFER));
        this.out = new DataOutputStream(new BufferedOutputStream(new ChannelOut(socket), BUFFER));
        this.json = json;
    }

    /** Begins a message; {@link #piece} as often as wanted and {@link #end} follow. */
    public void begin(Object head) throws IOException {
        byte[] octets = json.octets(head);
        out.writeInt(octets.length);
        out.write(octets);
    }

    public void piece(byte[] octets, int length) throws IOException {
        for (int from = 0; from < length; from += LONGEST_PIECE) {
            int part = Math.min(LONGEST_PIECE, length - from);
            out.writeInt(part);
            out.write(octets, from, part);
        }
    }

    public void end() throws IOException {
        out.writeInt(0);
        out.flush();
    }

    /**
     * The head of the next message. Its octets must be read to their end before the one after it.
     *
     * @return empty if the other side has gone
     */
    public <T> Optional<T> next(Class<T> head) throws IOException {
        int length;
        try {
            length = in.readInt();
        } catch (EOFException gone) {
            return Optional.empty();
        }
        return Optional.of(json.value(exactly(length, LONGEST_HEAD), head));
    }

    /** The octets that follow the head just read. */
    public InputStream octets() {
        return new Pieces();
    }

    private byte[] exactly(int length, int most) throws IOException {
        if (length < 0 || length > most) {
            throw new StreamCorruptedException("a length of " + length);
        }
        byte[] octets = new byte[length];
        in.readFully(octets);
        return octets;
    }

    private final class Pieces extends InputStream {
        private int left;
        private boolean ended;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            if (left == 0 && !ended) {
                left = in.readInt();
                ended = left == 0;
                if (left < 0 || left > LONGEST_PIECE) {
                    throw new StreamCorruptedException("a piece of " + left);
                }
            }
            if (ended) {
                return -1;
            }
            int read = in.read(target, from, Math.min(length, left));
            if (read < 0) {
                throw new EOFException();
            }
            left -= read;
            return read;
        }
    }
}
