package org.mailroom.reading;

import java.util.List;
import java.util.Optional;

/** What came of reading one file. */
public sealed interface Reading {
    /** An electronic form or report that was read. */
    record Readable(Sheet sheet) implements Reading {}

    /**
     * A PDF, a picture or another paper file: it can fill a scan slot.
     *
     * @param type key of the file's type, for example pdf or jpeg
     * @param pages what was seen of each page; empty if the file could only be named
     * @param photo what a single picture looks like as a portrait; empty for files of other kinds
     */
    record Scan(String type, List<ScanPage> pages, Optional<Photo> photo) implements Reading {
        public Scan {
            pages = List.copyOf(pages);
        }

        /** A file that could only be named. */
        public Scan(String type) {
            this(type, List.of(), Optional.empty());
        }
    }

    /** A good file of a kind that cannot be checked by machine yet: for a person, never a fault of the sender. */
    record Unchecked(String type) implements Reading {
        /** In place of a type: the reader came to an end over it, twice. Neither the sender nor the file need be at fault. */
        public static final String STOPPED = "stopped";
    }

    /** Cannot be counted. */
    record Refused(Reason reason) implements Reading {}

    /** Why a file cannot be counted; the words for it are in the campaign's messages under refused.NAME. */
    enum Reason {
        EMPTY,
        ENCRYPTED,
        TRUNCATED,
        UNREADABLE,
        /** The content is not what the name says. */
        WRONG_TYPE,
        /** Too many entries, too large unpacked, packed too tightly, nested too deeply. */
        OVER_LIMIT,
        /** An archive of a format or method that cannot be unpacked here: a zip can. */
        UNSUPPORTED,
        /** One volume of an archive in several. */
        SPLIT,
        /** Programs, scripts, links, disk images. */
        FORBIDDEN
    }
}
