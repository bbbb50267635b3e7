package org.mailroom.reading.reader;

import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.mailroom.reading.Reading;

/** The entries that the directory of a zip lists (APPNOTE 4.3.12). */
final class ZipEntries implements Entries {
    /** The kind of a file in its Unix mode, and the one kind that may be unpacked. */
    private static final int KIND = 0170000;

    private static final int REGULAR = 0100000;

    private final ZipFile zip;
    private final EntryNames names;
    private final Iterator<ZipArchiveEntry> entries;

    /**
     * @param size octets of the archive
     * @throws Refusal if its entries claim more packed octets than it has: they lie over each other, as in some bombs
     */
    ZipEntries(ZipFile zip, List<ZipArchiveEntry> entries, long size, EntryNames names) throws Refusal {
        long packed = 0;
        for (ZipArchiveEntry entry : entries) {
            packed += Math.max(0, Math.min(entry.getCompressedSize(), size + 1));
        }
        if (packed > size) {
            throw new Refusal(Reading.Reason.OVER_LIMIT);
        }
        this.zip = zip;
        this.entries = entries.iterator();
        this.names = names;
    }

    @Override
    public Optional<Entry> next() {
        return entries.hasNext() ? Optional.of(entry(entries.next())) : Optional.empty();
    }

    private Entry entry(ZipArchiveEntry entry) {
        return new Entry(
                names.of(entry),
                kind(entry),
                Math.max(0, entry.getSize()),
                Math.max(1, entry.getCompressedSize()),
                OptionalLong.of(entry.getCrc()),
                out -> {
                    try (InputStream in = zip.getInputStream(entry)) {
                        in.transferTo(out);
                    }
                });
    }

    private Kind kind(ZipArchiveEntry entry) {
        if (entry.isDirectory()) {
            return Kind.FOLDER;
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            return Kind.LOCKED;
        }
        int mode = entry.getUnixMode() & KIND;
        if (mode != 0 && mode != REGULAR) {
            return Kind.LINK;
        }
        return zip.canReadEntryData(entry) ? Kind.FILE : Kind.UNKNOWN_METHOD;
    }

    @Override
    public void close() {
        // The zip belongs to whoever opened it.
    }
}
