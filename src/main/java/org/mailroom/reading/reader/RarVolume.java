package org.mailroom.reading.reader;

import com.github.junrar.Archive;
import com.github.junrar.io.SeekableReadOnlyByteChannel;
import com.github.junrar.volume.Volume;
import com.github.junrar.volume.VolumeManager;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import org.jspecify.annotations.Nullable;

/** The one volume of a RAR, read in place. */
final class RarVolume implements VolumeManager {
    private final Held held;

    RarVolume(Held held) {
        this.held = held;
    }

    @Override
    public @Nullable Volume nextVolume(Archive archive, @Nullable Volume before) throws IOException {
        if (before != null) {
            return null;
        }
        Channel channel = new Channel(held.channel());
        return new Volume() {
            @Override
            public SeekableReadOnlyByteChannel getChannel() {
                return channel;
            }

            @Override
            public long getLength() {
                return held.size();
            }

            @Override
            public Archive getArchive() {
                return archive;
            }
        };
    }

    private record Channel(SeekableByteChannel octets) implements SeekableReadOnlyByteChannel {
        @Override
        public long getPosition() throws IOException {
            return octets.position();
        }

        @Override
        public void setPosition(long position) throws IOException {
            octets.position(position);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            return octets.read(ByteBuffer.wrap(target, from, length));
        }

        @Override
        public int readFully(byte[] target, int length) throws IOException {
            ByteBuffer into = ByteBuffer.wrap(target, 0, length);
            while (into.hasRemaining()) {
                if (octets.read(into) < 0) {
                    throw new EOFException();
                }
            }
            return length;
        }

        @Override
        public void close() throws IOException {
            octets.close();
        }
    }
}
