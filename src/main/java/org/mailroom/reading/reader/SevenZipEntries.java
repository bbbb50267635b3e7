package org.mailroom.reading.reader;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.StreamSupport;
import org.apache.commons.compress.MemoryLimitException;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.mailroom.reading.Reading;

/** The entries of a 7z in their order: most lie one behind the other in the same packed stream. */
final class SevenZipEntries implements Entries {
    /** What 7-Zip's strongest setting takes is 64 MiB; a dictionary beyond this would crowd out the reader's memory. */
    static final int MEMORY = 80 * 1024;

    private static final int KIND = 0170000;
    private static final int REGULAR = 0100000;

    /** Windows attributes: the upper half holds the Unix mode if this bit is set; the lower has the reparse point. */
    private static final int UNIX_MODE = 0x8000;

    private static final int REPARSE_POINT = 0x400;

    private final SevenZFile file;
    private final Iterator<SevenZArchiveEntry> entries;

    /** @throws IOException if it cannot be opened or declares more than the limits */
    SevenZipEntries(Held held, Budget budget) throws IOException {
        try {
            file = SevenZFile.builder()
                    .setSeekableByteChannel(held.channel())
                    .setMaxMemoryLimitKiB(MEMORY)
                    .get();
        } catch (PasswordRequiredException locked) {
            throw new Refusal(Reading.Reason.ENCRYPTED);
        } catch (MemoryLimitException large) {
            throw new Refusal(Reading.Reason.OVER_LIMIT);
        } catch (OutOfMemoryError large) {
            // A few octets of header can name any number of streams, and the library makes one array for them all.
            // Such an array is not made, and nothing else is lost by that.
            throw new Refusal(Reading.Reason.OVER_LIMIT);
        } catch (EOFException cut) {
            throw new Refusal(Reading.Reason.TRUNCATED);
        }
        try {
            budget.declared(declared(), held.size());
        } catch (Refusal beyond) {
            file.close();
            throw beyond;
        }
        entries = file.getEntries().iterator();
    }

    private long declared() {
        return StreamSupport.stream(file.getEntries().spliterator(), false)
                .mapToLong(entry -> Math.max(0, entry.getSize()))
                .reduce(0, (sum, size) -> sum + size < sum ? Long.MAX_VALUE : sum + size);
    }

    @Override
    public Optional<Entry> next() {
        return entries.hasNext() ? Optional.of(entry(entries.next())) : Optional.empty();
    }

    private Entry entry(SevenZArchiveEntry entry) {
        String name = entry.getName() == null ? "" : entry.getName();
        return new Entry(name, kind(entry), entry.getSize(), 0, OptionalLong.empty(), out -> {
            // One without octets has no stream.
            if (entry.hasStream()) {
                unpack(entry, out);
            }
        });
    }

    private void unpack(SevenZArchiveEntry entry, OutputStream out) throws IOException {
        try (InputStream in = file.getInputStream(entry)) {
            in.transferTo(out);
        } catch (PasswordRequiredException | MemoryLimitException unreadable) {
            throw refusal(unreadable);
        } catch (IOException broken) {
            throw unknownMethod(broken) ? new Refusal(Reading.Reason.UNSUPPORTED) : broken;
        }
    }

    private static Refusal refusal(IOException cause) {
        return new Refusal(
                cause instanceof PasswordRequiredException ? Reading.Reason.ENCRYPTED : Reading.Reason.UNSUPPORTED);
    }

    /** The library tells by words alone. */
    private static boolean unknownMethod(IOException broken) {
        String said = String.valueOf(broken.getMessage());
        return said.startsWith("Unsupported compression method") || said.startsWith("Multi input/output stream coders");
    }

    private static Kind kind(SevenZArchiveEntry entry) {
        if (entry.isDirectory()) {
            return Kind.FOLDER;
        }
        if (entry.isAntiItem()) {
            return Kind.LINK;
        }
        int attributes = entry.getHasWindowsAttributes() ? entry.getWindowsAttributes() : 0;
        boolean unix = (attributes & UNIX_MODE) != 0;
        int mode = unix ? attributes >>> 16 & KIND : REGULAR;
        return mode != REGULAR || (attributes & REPARSE_POINT) != 0 ? Kind.LINK : Kind.FILE;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
