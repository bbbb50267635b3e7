package org.mailroom.reading.reader;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.OptionalLong;

/** The files of an archive or of an attached mail, one after the other: one implementation for each format. */
interface Entries extends Closeable {
    /**
     * Steps to the next entry; the one before can no longer be unpacked.
     *
     * @return empty after the last
     * @throws IOException if the archive is broken from here on; what came before stands
     */
    Optional<Entry> next() throws IOException;

    /** What an entry is, as far as it decides whether it may be unpacked. */
    enum Kind {
        FILE,
        FOLDER,
        /** A symbolic or hard link, a device, a pipe: it would reach beyond the archive. */
        LINK,
        /** Needs a password. */
        LOCKED,
        /** Packed by a method that cannot be unpacked here. */
        UNKNOWN_METHOD,
        /** A small picture that only decorates the text of a mail. */
        DECORATION
    }

    /**
     * One entry.
     *
     * @param name as the archive gives it, hostile or empty
     * @param size octets unpacked as declared; 0 if not known
     * @param packed octets packed; 0 if not known
     * @param crc CRC-32 of the octets, if it is to be compared
     */
    record Entry(String name, Kind kind, long size, long packed, OptionalLong crc, Octets octets) {
        /** An entry without octets. */
        static Entry bare(String name, Kind kind) {
            return new Entry(name, kind, 0, 0, OptionalLong.empty(), out -> {});
        }
    }

    /** Unpacks an entry; every exception but that of {@code out} is the archive's fault. */
    @FunctionalInterface
    interface Octets {
        void to(OutputStream out) throws IOException;
    }
}
