package org.mailroom.reading.reader;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.mailroom.reading.Reading;

/** The entries of a tar, read as one stream (POSIX ustar, pax, GNU). */
final class TarEntries implements Entries {
    private static final int BLOCK = 512;
    private static final int RECORD = 20 * BLOCK;

    /** Headers of one entry, long names and extended ones included: a library takes them into memory whole. */
    private static final long LONGEST_HEADERS = 1024L * 1024;

    private final Allowance allowance;
    private final TarArchiveInputStream tar;
    private final EntryNames names;

    TarEntries(InputStream in, EntryNames names) {
        this.allowance = new Allowance(in);
        this.tar = new TarArchiveInputStream(allowance, RECORD, BLOCK, "ISO-8859-1");
        this.names = names;
    }

    @Override
    public Optional<Entry> next() throws IOException {
        allowance.left = Long.MAX_VALUE;
        if (tar.getCurrentEntry() != null) {
            tar.transferTo(OutputStream.nullOutputStream());
        }
        allowance.left = LONGEST_HEADERS;
        TarArchiveEntry entry = tar.getNextEntry();
        allowance.left = Long.MAX_VALUE;
        if (entry == null) {
            if (allowance.taken % BLOCK != 0) {
                throw new EOFException();
            }
            return Optional.empty();
        }
        return Optional.of(new Entry(
                names.decodeLatin(entry.getName()),
                kind(entry),
                Math.max(0, entry.getRealSize()),
                0,
                OptionalLong.empty(),
                tar::transferTo));
    }

    private Kind kind(TarArchiveEntry entry) {
        if (entry.isDirectory()) {
            return Kind.FOLDER;
        }
        boolean link = entry.isLink()
                || entry.isSymbolicLink()
                || entry.isCharacterDevice()
                || entry.isBlockDevice()
                || entry.isFIFO();
        if (link) {
            return Kind.LINK;
        }
        return tar.canReadEntryData(entry) ? Kind.FILE : Kind.UNKNOWN_METHOD;
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }

    /** Lets only so many octets through. */
    private static final class Allowance extends FilterInputStream {
        private long left = Long.MAX_VALUE;
        private long taken;

        Allowance(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            int read = super.read(target, from, length);
            left -= Math.max(0, read);
            taken += Math.max(0, read);
            if (left < 0) {
                throw new Refusal(Reading.Reason.OVER_LIMIT);
            }
            return read;
        }

        @Override
        public long skip(long count) throws IOException {
            long skipped = super.skip(Math.min(count, left));
            left -= skipped;
            taken += skipped;
            return skipped;
        }
    }
}
