package org.mailroom.reading.reader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailroom.message.Part;
import org.mailroom.reading.PageReader;
import org.mailroom.reading.PartReader;
import org.mailroom.reading.ReadFile;
import org.mailroom.reading.Reading;
import org.mailroom.reading.ReadingLimits;
import org.mailroom.reading.ScanPage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads attachments in this process, within limits. Its content decides what a file is, never its name. */
public final class LocalReader implements PartReader, PageReader {
    private static final Logger LOG = LoggerFactory.getLogger(LocalReader.class);
    private static final int HEAD = 4096;
    private static final int HTML_HEAD = 64 * 1024;

    private final ReadingLimits limits;
    private final Path temp;
    private final Archive archive;
    private final OfficeFiles office;
    private final Containers containers;
    private final Scans scans;
    private final Pages pages;
    private final Plain plain;

    /**
     * @param temp folder for files too large for memory; made when needed, its files deleted after each reading
     * @param oldNames charset of archive entry names and of texts that are no UTF-8, for example GB18030
     */
    public LocalReader(ReadingLimits limits, Path temp, Charset oldNames) {
        this(limits, temp, temp.resolve("ocr"), oldNames);
    }

    /** @param ocr folder for what recognition of text unpacks once; stays as long as the process */
    LocalReader(ReadingLimits limits, Path temp, Path ocr, Charset oldNames) {
        this.limits = limits;
        this.temp = temp;
        EntryNames names = new EntryNames(oldNames);
        Unpacking unpacking = new Unpacking(limits, temp, names);
        this.archive = new Archive(limits, names, unpacking);
        this.containers = new Containers(limits, names, unpacking);
        this.office = new OfficeFiles(limits, oldNames);
        this.scans = new Scans(ScanLimits.standard());
        this.pages = new Pages(scans, () -> RapidOcr.load(ocr));
        this.plain = this::plain;
    }

    /** The same reader, walking to one file only. */
    private LocalReader(LocalReader whole, Plain plain) {
        this.limits = whole.limits;
        this.temp = whole.temp;
        this.archive = whole.archive;
        this.office = whole.office;
        this.containers = whole.containers;
        this.scans = whole.scans;
        this.pages = whole.pages;
        this.plain = plain;
    }

    /** What is done with a file that is no archive. */
    @FunctionalInterface
    interface Plain {
        Reading read(Item item, FileType type) throws IOException;

        /** Whether anything that lies in this document is asked for. */
        default boolean wants(Item document) {
            return true;
        }
    }

    @Override
    public ScanPage recognise(Part part, String name, int page) throws IOException {
        Sought<ScanPage> sought = new Sought<>(name, (held, type) -> pages.recognise(held, type, page));
        new LocalReader(this, sought).read(part);
        return sought.found().orElseGet(() -> ScanPage.unseen(page));
    }

    @Override
    public Optional<byte[]> picture(Part part, String name, int page, int width) throws IOException {
        Sought<Optional<byte[]>> sought = new Sought<>(name, (held, type) -> pages.picture(held, type, page, width));
        new LocalReader(this, sought).read(part);
        return sought.found().flatMap(picture -> picture);
    }

    @Override
    public List<ReadFile> read(Part part) throws IOException {
        List<ReadFile> files = new ArrayList<>();
        try (InputStream in = part.content().open();
                Held held = Held.of(in, temp, limits.inMemory(), (chunk, soFar) -> {})) {
            read(new Item(part, part.fileName(), held, 1, new Budget(limits)), files);
        } catch (Held.DiskFailure ours) {
            throw new IOException("the temporary folder fails", ours);
        }
        return part.damage().isEmpty()
                ? files
                : files.stream().map(LocalReader::damaged).toList();
    }

    /** What arrived is not what was sent: it is shown, but never counted as intact. */
    private static ReadFile damaged(ReadFile file) {
        return file.reading() instanceof Reading.Refused
                ? file
                : new ReadFile(
                        file.part(),
                        file.name(),
                        file.size(),
                        file.sha256(),
                        new Reading.Refused(Reading.Reason.TRUNCATED));
    }

    /** A file on its way through the reader: the attachment itself, or an entry of an archive. */
    record Item(Part part, String name, Held held, int depth, Budget budget) {
        ReadFile as(Reading reading) {
            return new ReadFile(part, name, held.size(), held.sha256(), reading);
        }
    }

    /** A paper file whose archive has told it apart already. */
    Reading paper(Item item, FileType type) throws IOException {
        return plain.read(item, type);
    }

    /**
     * A document that was read for its text, and what it shows as pictures of pages: beside hardly a word it is a scan, else a
     * scan lies in it.
     *
     * @param type as what it may show them
     */
    void document(Item item, Reading document, FileType type, List<ReadFile> files) throws IOException {
        if (!type.document() || !Pictures.in(document) || !plain.wants(item)) {
            files.add(item.as(document));
        } else if (!Pictures.nothingElse(document)) {
            files.addAll(new PastedPages(scans, plain).beside(item, document, type));
        } else {
            files.add(item.as(scans.pictured(item.held(), type) > 0 ? plain.read(item, type) : document));
        }
    }

    /** Reads one file into {@code files}; an archive gives a file for each entry. */
    void read(Item item, List<ReadFile> files) {
        int before = files.size();
        try {
            FileType type = FileType.of(item.held().head(HEAD));
            if (FileType.forbiddenName(item.name())) {
                throw new Refusal(Reading.Reason.FORBIDDEN);
            }
            if (type == FileType.ZIP) {
                archive.read(item, files, this);
            } else if (!containers.read(item, type, files, this)) {
                document(item, plain.read(item, type), type.pictured(), files);
            }
        } catch (Refusal refusal) {
            files.add(item.as(new Reading.Refused(Volumes.reason(item.name(), refusal.reason()))));
        } catch (Held.DiskFailure ours) {
            throw ours;
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            // Whatever a library makes of broken octets is the file's fault. Its name may hold a person's, so the
            // hash is logged.
            LOG.warn(
                    "{} cannot be read: {}",
                    item.held().sha256(),
                    broken.getClass().getName());
            files.subList(before, files.size()).clear();
            files.add(item.as(new Reading.Refused(Volumes.reason(item.name(), Reading.Reason.UNREADABLE))));
        }
    }

    private Reading plain(Item item, FileType type) throws IOException {
        String extension = EntryNames.extension(item.name());
        boolean promised = FileType.promisesMore(item.name());
        if (type == FileType.EMPTY) {
            return new Reading.Refused(Reading.Reason.EMPTY);
        }
        if (type == FileType.PROGRAM) {
            return new Reading.Refused(Reading.Reason.FORBIDDEN);
        }
        Optional<Reading> office = this.office.read(item.held(), type, extension);
        if (office.isPresent()) {
            return office.get();
        }
        if (type.picture()) {
            return scans.read(item.held(), type);
        }
        if (type == FileType.UNKNOWN && promised) {
            return new Reading.Refused(Reading.Reason.UNREADABLE);
        }
        return new Reading.Unchecked(type.key());
    }
}
