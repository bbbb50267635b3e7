package org.mailroom.reading.reader;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** A single packed stream (gzip, bzip2, xz): a tar that it carries is read as one archive with it, else the one file in it. */
record Compressed(LocalReader.Item item, FileType type, EntryNames names) {
    private static final int HEAD = 4096;
    private static final Set<String> EXTENSIONS = Set.of("gz", "bz2", "xz", "gzip", "tgz", "tbz", "tbz2", "txz");

    /** @throws IOException if not even its first octets can be unpacked */
    Entries open() throws IOException {
        BufferedInputStream in = new BufferedInputStream(metered(), HEAD);
        try {
            in.mark(HEAD);
            byte[] head = in.readNBytes(HEAD);
            in.reset();
            return FileType.of(head) == FileType.TAR ? new TarEntries(in, names) : new Single(inside(), in);
        } catch (IOException | RuntimeException broken) {
            in.close();
            throw broken;
        }
    }

    private InputStream metered() throws IOException {
        InputStream packed = item.held().open();
        Held.Meter meter = item.budget().carrier(item.held().size());
        return new FilterInputStream(unpacked(packed)) {
            private long soFar;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] target, int from, int length) throws IOException {
                int read = super.read(target, from, length);
                if (read > 0) {
                    soFar += read;
                    meter.count(read, soFar);
                }
                return read;
            }

            @Override
            public long skip(long count) throws IOException {
                return Math.max(0, read(new byte[(int) Math.max(0, Math.min(count, HEAD))]));
            }
        };
    }

    private InputStream unpacked(InputStream packed) throws IOException {
        try {
            return switch (type) {
                case GZIP -> new GzipCompressorInputStream(packed, true);
                case BZIP2 -> new BZip2CompressorInputStream(packed, true);
                default -> new XZCompressorInputStream(packed, true, SevenZipEntries.MEMORY);
            };
        } catch (IOException | RuntimeException broken) {
            packed.close();
            throw broken;
        }
    }

    /** The packed file's name without what packing added. */
    private String inside() {
        String name = item.name().substring(item.name().lastIndexOf('/') + 1);
        String extension = EntryNames.extension(name);
        return EXTENSIONS.contains(extension) ? name.substring(0, name.lastIndexOf('.')) : name;
    }

    private static final class Single implements Entries {
        private final InputStream in;
        private Optional<Entry> entry;

        Single(String name, InputStream in) {
            this.in = in;
            this.entry = Optional.of(new Entry(name, Kind.FILE, 0, 0, OptionalLong.empty(), in::transferTo));
        }

        @Override
        public Optional<Entry> next() {
            Optional<Entry> next = entry;
            entry = Optional.empty();
            return next;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
