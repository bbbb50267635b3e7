package org.mailroom.reading.reader;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.mailroom.reading.ReadFile;
import org.mailroom.reading.Reading;
import org.mailroom.reading.ReadingLimits;

/** A file in the shape of a zip: an office document, another package, or an archive to be read entry by entry. */
final class Archive {
    private final ReadingLimits limits;
    private final Path temp;
    private final EntryNames names;
    private final OfficePackages office;

    Archive(ReadingLimits limits, Path temp, EntryNames names) {
        this.limits = limits;
        this.temp = temp;
        this.names = names;
        this.office = new OfficePackages(limits, names.old());
    }

    void read(LocalReader.Item item, List<ReadFile> files, LocalReader reader) throws IOException {
        new ZipEnd(item.held()).check();
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(item.held().channel())
                .setCharset(StandardCharsets.ISO_8859_1)
                .setUseUnicodeExtraFields(true)
                .setIgnoreLocalFileHeader(true)
                .get()) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntries()).stream()
                    .filter(entry -> !entry.isDirectory())
                    .toList();
            Set<String> paths = entries.stream().map(this::path).collect(Collectors.toSet());
            if (paths.isEmpty()) {
                throw new Refusal(Reading.Reason.EMPTY);
            }
            if (paths.contains("META-INF/MANIFEST.MF")) {
                throw new Refusal(Reading.Reason.FORBIDDEN);
            }
            Optional<Reading> document = office.read(zip, paths);
            if (document.isPresent()) {
                files.add(item.as(document.get()));
            } else if (paths.contains("OFD.xml")) {
                files.add(item.as(new Reading.Scan("ofd")));
            } else if (paths.contains("[Content_Types].xml") || paths.contains("mimetype")) {
                files.add(item.as(new Reading.Unchecked(packageKind(paths))));
            } else {
                entries(item, zip, entries, files, reader);
            }
        }
    }

    private static String packageKind(Set<String> paths) {
        if (paths.contains("xl/workbook.xml") || paths.contains("xl/workbook.bin")) {
            return "xlsx";
        }
        if (paths.contains("ppt/presentation.xml")) {
            return "pptx";
        }
        return paths.contains("content.xml") ? "odf" : "package";
    }

    private void entries(
            LocalReader.Item archive,
            ZipFile zip,
            List<ZipArchiveEntry> entries,
            List<ReadFile> files,
            LocalReader reader)
            throws IOException {
        if (archive.depth() > limits.depth()) {
            throw new Refusal(Reading.Reason.OVER_LIMIT);
        }
        if (entries.stream().allMatch(entry -> entry.getGeneralPurposeBit().usesEncryption())) {
            throw new Refusal(Reading.Reason.ENCRYPTED);
        }
        for (ZipArchiveEntry entry : entries) {
            String shown = names.shown(path(entry));
            if (!names.litter(shown)) {
                archive.budget().takeEntry();
                entry(archive, archive.name() + "/" + shown, zip, entry, files, reader);
            }
        }
    }

    private void entry(
            LocalReader.Item archive,
            String name,
            ZipFile zip,
            ZipArchiveEntry entry,
            List<ReadFile> files,
            LocalReader reader)
            throws IOException {
        try (Held held = unpack(archive, zip, entry)) {
            reader.read(new LocalReader.Item(archive.part(), name, held, archive.depth() + 1, archive.budget()), files);
        } catch (Refusal refusal) {
            // Nothing came out, so there is no hash: the archive's own stands for it.
            files.add(new ReadFile(
                    archive.part(),
                    name,
                    Math.max(0, entry.getSize()),
                    archive.held().sha256(),
                    new Reading.Refused(refusal.reason())));
        }
    }

    private Held unpack(LocalReader.Item archive, ZipFile zip, ZipArchiveEntry entry) throws IOException {
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw new Refusal(Reading.Reason.ENCRYPTED);
        }
        if (entry.isUnixSymlink()) {
            throw new Refusal(Reading.Reason.FORBIDDEN);
        }
        if (!zip.canReadEntryData(entry)) {
            throw new Refusal(Reading.Reason.UNREADABLE);
        }
        try (InputStream in = Suspect.open(zip, entry)) {
            Held.Meter meter = archive.budget().meter(Math.max(1, entry.getCompressedSize()));
            Held held = Held.of(in, temp, limits.inMemory(), meter);
            if (entry.getCrc() != held.crc()) {
                held.close();
                throw new Refusal(Reading.Reason.UNREADABLE);
            }
            return held;
        }
    }

    private String path(ZipArchiveEntry entry) {
        boolean named = entry.getNameSource() == ZipArchiveEntry.NameSource.UNICODE_EXTRA_FIELD;
        byte[] raw = entry.getRawName();
        return named || raw == null ? entry.getName() : names.decode(raw);
    }

    /** Turns every complaint about the packed octets into the refusal of this one entry. */
    private static final class Suspect extends FilterInputStream {
        private Suspect(InputStream in) {
            super(in);
        }

        static Suspect open(ZipFile zip, ZipArchiveEntry entry) throws Refusal {
            try {
                return new Suspect(zip.getInputStream(entry));
            } catch (IOException | RuntimeException broken) {
                throw new Refusal(Reading.Reason.UNREADABLE);
            }
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            try {
                return super.read(target, from, length);
            } catch (IOException | RuntimeException broken) {
                throw new Refusal(Reading.Reason.UNREADABLE);
            }
        }
    }
}
