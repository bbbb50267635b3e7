package org.mailroom.reading.reader;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
    private final EntryNames names;
    private final OfficePackages office;
    private final Unpacking unpacking;

    Archive(ReadingLimits limits, EntryNames names, Unpacking unpacking) {
        this.names = names;
        this.office = new OfficePackages(limits, names.old());
        this.unpacking = unpacking;
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
            Set<String> paths = entries.stream().map(names::of).collect(Collectors.toSet());
            if (paths.isEmpty()) {
                throw new Refusal(Reading.Reason.EMPTY);
            }
            if (paths.contains("META-INF/MANIFEST.MF")) {
                throw new Refusal(Reading.Reason.FORBIDDEN);
            }
            Optional<Reading> document = office.read(zip, paths);
            if (document.isPresent()) {
                FileType type = paths.contains("content.xml") ? FileType.ODT : FileType.DOCX;
                reader.document(item, document.get(), type, files);
            } else if (paths.contains("OFD.xml")) {
                files.add(item.as(reader.paper(item, FileType.OFD)));
            } else if (paths.contains("[Content_Types].xml") || paths.contains("mimetype")) {
                files.add(item.as(new Reading.Unchecked(packageKind(paths))));
            } else {
                int count = unpacking.read(
                        item, new ZipEntries(zip, entries, item.held().size(), names), files, reader);
                if (count == 0) {
                    throw new Refusal(Reading.Reason.EMPTY);
                }
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
}
