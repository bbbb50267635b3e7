package org.mailroom.reading.reader;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.mailroom.message.AttachedMail;
import org.mailroom.reading.ReadFile;
import org.mailroom.reading.Reading;
import org.mailroom.reading.ReadingLimits;

/** Files that hold other files: archives but zip, and mails. Each kind of them is a way to step through its entries. */
final class Containers {
    private static final int HEAD = 4096;

    private final ReadingLimits limits;
    private final EntryNames names;
    private final Unpacking unpacking;
    private final AttachedMail mails;

    Containers(ReadingLimits limits, EntryNames names, Unpacking unpacking) {
        this.limits = limits;
        this.names = names;
        this.unpacking = unpacking;
        this.mails = new AttachedMail(names.old());
    }

    /**
     * Reads what a file holds into {@code files}.
     *
     * @return false if it holds none: it is to be read as what it is
     */
    boolean read(LocalReader.Item item, FileType type, List<ReadFile> files, LocalReader reader) throws IOException {
        if (type == FileType.OTHER_ARCHIVE) {
            throw new Refusal(Reading.Reason.UNSUPPORTED);
        }
        if (type == FileType.UNKNOWN && Volumes.named(item.name())) {
            throw new Refusal(Reading.Reason.SPLIT);
        }
        Optional<Entries> opened = open(item, type);
        if (opened.isEmpty()) {
            return false;
        }
        try (Entries entries = opened.get()) {
            if (unpacking.read(item, entries, files, reader) == 0) {
                files.add(item.as(empty(type)));
            }
        }
        return true;
    }

    /** A mail with nothing attached is a letter, for a person; an archive with nothing in it is a mistake. */
    private static Reading empty(FileType type) {
        return switch (type) {
            case TNEF -> new Reading.Unchecked("tnef");
            case OLE2 -> new Reading.Unchecked("msg");
            case TEXT, UNKNOWN -> new Reading.Unchecked("eml");
            default -> new Reading.Refused(Reading.Reason.EMPTY);
        };
    }

    private Optional<Entries> open(LocalReader.Item item, FileType type) throws IOException {
        Held held = item.held();
        return switch (type) {
            case SEVEN_ZIP -> Optional.of(new SevenZipEntries(held, item.budget()));
            case RAR -> Optional.of(new RarEntries(held, item.budget(), names));
            case TAR -> Optional.of(new TarEntries(held.open(), names));
            case GZIP, BZIP2, XZ -> Optional.of(new Compressed(item, type, names).open());
            case TNEF -> Optional.of(new TnefEntries(held, names));
            case OLE2 -> outlook(held);
            case TEXT, UNKNOWN -> mail(item);
            default -> Optional.empty();
        };
    }

    private Optional<Entries> mail(LocalReader.Item item) throws IOException {
        String head = new String(item.held().head(HEAD), StandardCharsets.ISO_8859_1);
        return MailHead.recognises(item.name(), head)
                ? Optional.of(new MailEntries(item.held(), mails))
                : Optional.empty();
    }

    private Optional<Entries> outlook(Held held) throws IOException {
        POIFSFileSystem file = CompoundFile.open(held);
        if (MsgEntries.recognises(file.getRoot())) {
            return Optional.of(new MsgEntries(file, limits, names));
        }
        file.close();
        return Optional.empty();
    }
}
