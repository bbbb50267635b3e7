package org.mailroom.reading.reader;

import java.util.HashSet;
import java.util.Set;
import org.mailroom.reading.Reading;
import org.mailroom.reading.ReadingLimits;

/** What is left of the limits while one attachment is unpacked. */
final class Budget {
    private static final long RATIO_FROM = 1024L * 1024;

    private final ReadingLimits limits;
    private final Set<String> names = new HashSet<>();
    private int entries;
    private long bytes;

    Budget(ReadingLimits limits) {
        this.limits = limits;
        this.entries = limits.entries();
        this.bytes = limits.totalBytes();
    }

    void takeEntry() throws Refusal {
        if (--entries < 0) {
            throw new Refusal(Reading.Reason.OVER_LIMIT);
        }
    }

    /** Whether this path was not yet given to a file of the attachment. */
    boolean takeName(String path) {
        return names.add(path);
    }

    /** Watches one entry being unpacked, by what really comes out and not by what the archive says. */
    Held.Meter meter(long packed) {
        return (chunk, soFar) -> {
            bytes -= chunk;
            if (bytes < 0 || soFar > limits.entryBytes() || tooTight(soFar, packed)) {
                throw new Refusal(Reading.Reason.OVER_LIMIT);
            }
        };
    }

    /**
     * Watches a stream that only carries other files, such as the tar in a tar.gz: its octets are counted when its files
     * are unpacked.
     */
    Held.Meter carrier(long packed) {
        return (chunk, soFar) -> {
            if (soFar > limits.totalBytes() || tooTight(soFar, packed)) {
                throw new Refusal(Reading.Reason.OVER_LIMIT);
            }
        };
    }

    /**
     * Looks at what an archive says of itself, where its files can be passed over only by unpacking them.
     *
     * @throws Refusal if all its files together are beyond the limits
     */
    void declared(long unpacked, long packed) throws Refusal {
        if (unpacked < 0 || unpacked > limits.totalBytes() || tooTight(unpacked, packed)) {
            throw new Refusal(Reading.Reason.OVER_LIMIT);
        }
    }

    Share share(long packed) {
        return new Share(packed);
    }

    private boolean tooTight(long unpacked, long packed) {
        return unpacked > RATIO_FROM && unpacked / limits.ratio() > Math.max(1, packed);
    }

    /** What one archive gives in all: files that share their packed octets look harmless one by one. */
    final class Share {
        private final long packed;
        private long out;

        private Share(long packed) {
            this.packed = packed;
        }

        /** @param packed octets of this entry in the archive; 0 where an archive does not tell */
        Held.Meter meter(long packed) {
            Held.Meter entry = Budget.this.meter(packed > 0 ? packed : this.packed);
            return (chunk, soFar) -> {
                out += chunk;
                entry.count(chunk, soFar);
                if (tooTight(out, this.packed)) {
                    throw new Refusal(Reading.Reason.OVER_LIMIT);
                }
            };
        }

        /** A refused entry is not kept: its siblings are not measured by it. */
        void giveBack(long unpacked) {
            out -= unpacked;
        }
    }
}
