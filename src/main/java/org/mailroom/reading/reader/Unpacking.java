package org.mailroom.reading.reader;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mailroom.reading.ReadFile;
import org.mailroom.reading.Reading;
import org.mailroom.reading.ReadingLimits;

/**
 * Unpacks archives of every format in the same way: within the budget, each entry as a file of its own, a bad one beside
 * good ones. Nothing is ever written under a name out of an archive.
 */
final class Unpacking {
    /** Said once of an archive if they hold for all its entries. */
    private static final Set<Reading.Reason> WHOLE = EnumSet.of(Reading.Reason.ENCRYPTED, Reading.Reason.UNSUPPORTED);

    private final ReadingLimits limits;
    private final Path temp;
    private final EntryNames names;

    Unpacking(ReadingLimits limits, Path temp, EntryNames names) {
        this.limits = limits;
        this.temp = temp;
        this.names = names;
    }

    /**
     * Reads every entry into {@code files}.
     *
     * @return how many entries stood in the archive, litter and decoration not counted
     * @throws Refusal if the archive itself cannot be counted; the entries read before stay in {@code files}
     */
    int read(LocalReader.Item archive, Entries entries, List<ReadFile> files, LocalReader reader) throws IOException {
        if (archive.depth() > limits.depth()) {
            throw new Refusal(Reading.Reason.OVER_LIMIT);
        }
        int before = files.size();
        int count = 0;
        Set<Reading.Reason> reasons = EnumSet.noneOf(Reading.Reason.class);
        boolean any = false;
        Budget.Share share = archive.budget().share(archive.held().size());
        for (Optional<Entries.Entry> next = next(entries); next.isPresent(); next = next(entries)) {
            Entries.Entry entry = next.get();
            String shown = names.shown(entry.name());
            if (counts(entry, shown)) {
                archive.budget().takeEntry();
                count++;
                String name = names.within(archive.name(), shown, count, archive.budget());
                Optional<Reading.Reason> refused = entry(archive, name, entry, share, files, reader);
                refused.ifPresent(reasons::add);
                any |= refused.isEmpty();
            }
        }
        if (!any && WHOLE.containsAll(reasons) && reasons.size() == 1) {
            files.subList(before, files.size()).clear();
            throw new Refusal(reasons.iterator().next());
        }
        return count;
    }

    private boolean counts(Entries.Entry entry, String shown) {
        return entry.kind() != Entries.Kind.FOLDER && entry.kind() != Entries.Kind.DECORATION && !names.litter(shown);
    }

    /** What breaks an archive off here is its own reading; what was read before is kept. */
    private static Optional<Entries.Entry> next(Entries entries) throws Refusal {
        try {
            return entries.next();
        } catch (Refusal refusal) {
            throw refusal;
        } catch (EOFException cut) {
            throw new Refusal(Reading.Reason.TRUNCATED);
        } catch (IOException | RuntimeException broken) {
            throw new Refusal(Reading.Reason.UNREADABLE);
        }
    }

    /** @return why nothing came out of the entry; empty if something did, whatever it is */
    private Optional<Reading.Reason> entry(
            LocalReader.Item archive,
            String name,
            Entries.Entry entry,
            Budget.Share share,
            List<ReadFile> files,
            LocalReader reader) {
        try (Held held = unpack(entry, share)) {
            reader.read(new LocalReader.Item(archive.part(), name, held, archive.depth() + 1, archive.budget()), files);
            return Optional.empty();
        } catch (Refusal refusal) {
            // Nothing came out, so there is no hash: the archive's own stands for it.
            files.add(new ReadFile(
                    archive.part(),
                    name,
                    Math.max(0, entry.size()),
                    archive.held().sha256(),
                    new Reading.Refused(refusal.reason())));
            return Optional.of(refusal.reason());
        }
    }

    private Held unpack(Entries.Entry entry, Budget.Share share) throws Refusal {
        switch (entry.kind()) {
            case LOCKED -> throw new Refusal(Reading.Reason.ENCRYPTED);
            case LINK -> throw new Refusal(Reading.Reason.FORBIDDEN);
            case UNKNOWN_METHOD -> throw new Refusal(Reading.Reason.UNSUPPORTED);
            default -> {}
        }
        if (entry.size() > limits.entryBytes()) {
            throw new Refusal(Reading.Reason.OVER_LIMIT);
        }
        Held.Filling filling = new Held.Filling(temp, limits.inMemory(), share.meter(entry.packed()));
        try {
            entry.octets().to(filling);
            return whole(entry, filling.held());
        } catch (IOException | RuntimeException broken) {
            filling.discard();
            share.giveBack(filling.size());
            filling.rethrow();
            throw broken instanceof Refusal refusal ? refusal : new Refusal(Reading.Reason.UNREADABLE);
        }
    }

    private static Held whole(Entries.Entry entry, Held held) throws Refusal {
        if (entry.crc().isPresent() && entry.crc().getAsLong() != held.crc()) {
            held.close();
            throw new Refusal(Reading.Reason.UNREADABLE);
        }
        return held;
    }
}
