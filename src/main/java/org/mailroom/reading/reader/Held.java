package org.mailroom.reading.reader;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** The octets of one file while it is read: small ones in memory, large ones in a temporary file under a name of our own. */
final class Held implements Closeable {
    private final byte[] memory;
    private final Optional<Path> file;
    private final long size;
    private final String sha256;
    private final long crc;

    private Held(byte[] memory, Optional<Path> file, long size, String sha256, long crc) {
        this.memory = memory;
        this.file = file;
        this.size = size;
        this.sha256 = sha256;
        this.crc = crc;
    }

    /** Is told of every piece as it comes, and may refuse to go on. */
    @FunctionalInterface
    interface Meter {
        void count(int chunk, long soFar) throws Refusal;
    }

    /** Our own disk failed: not the sender's fault, so it must never become a reading. */
    static final class DiskFailure extends UncheckedIOException {
        private static final long serialVersionUID = 1L;

        DiskFailure(IOException cause) {
            super(cause);
        }
    }

    /**
     * Takes in the whole stream.
     *
     * @throws IOException from the stream or the meter
     * @throws DiskFailure if the temporary folder fails
     */
    static Held of(InputStream in, Path folder, int inMemory, Meter meter) throws IOException {
        Filling filling = new Filling(folder, inMemory, meter);
        try {
            in.transferTo(filling);
            return filling.held();
        } catch (IOException | RuntimeException failed) {
            filling.discard();
            throw failed;
        }
    }

    long size() {
        return size;
    }

    String sha256() {
        return sha256;
    }

    long crc() {
        return crc;
    }

    SeekableByteChannel channel() throws IOException {
        return file.isPresent() ? Files.newByteChannel(file.get()) : new SeekableInMemoryByteChannel(memory);
    }

    InputStream open() throws IOException {
        return file.isPresent() ? Files.newInputStream(file.get()) : new ByteArrayInputStream(memory);
    }

    Optional<Path> file() {
        return file;
    }

    byte[] head(int most) throws IOException {
        return piece(0, (int) Math.min(most, size));
    }

    byte[] tail(int most) throws IOException {
        int length = (int) Math.min(most, size);
        return piece(size - length, length);
    }

    byte[] piece(long from, int length) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate(length);
        try (SeekableByteChannel channel = channel().position(from)) {
            while (piece.hasRemaining() && channel.read(piece) >= 0) {
                // read until full or at the end
            }
        }
        byte[] bytes = new byte[piece.flip().remaining()];
        piece.get(bytes);
        return bytes;
    }

    @Override
    public void close() {
        if (file.isPresent()) {
            try {
                Files.deleteIfExists(file.get());
            } catch (IOException failed) {
                throw new DiskFailure(failed);
            }
        }
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Takes octets in as they come; ends in {@link #held} or {@link #discard}. */
    static final class Filling extends OutputStream {
        private final MessageDigest digest = newDigest();
        private final CRC32 crc = new CRC32();
        private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
        private final Spill spill;
        private final int inMemory;
        private final Meter meter;
        private long size;
        private Optional<Refusal> refusal = Optional.empty();
        private Optional<DiskFailure> diskFailure = Optional.empty();

        Filling(Path folder, int inMemory, Meter meter) {
            this.spill = new Spill(folder);
            this.inMemory = inMemory;
            this.meter = meter;
        }

        @Override
        public void write(int octet) throws IOException {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] chunk, int from, int length) throws IOException {
            size += length;
            try {
                meter.count(length, size);
                digest.update(chunk, from, length);
                crc.update(chunk, from, length);
                if (spill.open() || size > inMemory) {
                    spill.write(memory, chunk, from, length);
                } else {
                    memory.write(chunk, from, length);
                }
            } catch (Refusal beyond) {
                refusal = Optional.of(beyond);
                throw beyond;
            } catch (DiskFailure ours) {
                diskFailure = Optional.of(ours);
                throw ours;
            }
        }

        /** Octets taken so far. */
        long size() {
            return size;
        }

        Held held() {
            Optional<Path> file = spill.finish();
            return new Held(
                    memory.toByteArray(), file, size, HexFormat.of().formatHex(digest.digest()), crc.getValue());
        }

        void discard() {
            spill.discard();
        }

        /** Brings out why this ended the unpacking, if it did: a library may have wrapped it as a fault of its own. */
        void rethrow() throws Refusal {
            if (diskFailure.isPresent()) {
                throw diskFailure.get();
            }
            if (refusal.isPresent()) {
                throw refusal.get();
            }
        }
    }

    /** The temporary file, made only when a file grows beyond what memory may take. */
    private static final class Spill {
        private final Path folder;
        private Optional<Path> file = Optional.empty();
        private OutputStream out = OutputStream.nullOutputStream();

        Spill(Path folder) {
            this.folder = folder;
        }

        boolean open() {
            return file.isPresent();
        }

        void write(ByteArrayOutputStream memory, byte[] chunk, int from, int length) {
            try {
                if (file.isEmpty()) {
                    Files.createDirectories(folder);
                    Path path = Files.createTempFile(folder, "part-", ".tmp");
                    file = Optional.of(path);
                    out = Files.newOutputStream(path);
                    memory.writeTo(out);
                    memory.reset();
                }
                out.write(chunk, from, length);
            } catch (IOException failed) {
                throw new DiskFailure(failed);
            }
        }

        Optional<Path> finish() {
            try {
                out.close();
            } catch (IOException failed) {
                throw new DiskFailure(failed);
            }
            return file;
        }

        void discard() {
            finish();
            try {
                if (file.isPresent()) {
                    Files.deleteIfExists(file.get());
                }
            } catch (IOException failed) {
                throw new DiskFailure(failed);
            }
        }
    }
}
