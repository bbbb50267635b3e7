package org.mailroom.reading.reader;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;
import org.mailroom.reading.Reading;
import org.mailroom.reading.Sheet;

/**
 * Documents of other formats that a document shows as its own text (w:altChunk, ECMA-376 part 1, 17.17.2.1). One within
 * another is not read.
 */
final class DocumentChunks {
    static final DocumentChunks NONE = new DocumentChunks(null, Map.of(), StandardCharsets.UTF_8);

    private static final int LARGEST = 20 * 1024 * 1024;
    private static final int MOST = 20;

    private final @Nullable PackageParts parts;
    private final Map<String, String> targets;
    private final Charset oldTexts;
    private int read;

    /** @param targets paths by the ids of relations */
    DocumentChunks(@Nullable PackageParts parts, Map<String, String> targets, Charset oldTexts) {
        this.parts = parts;
        this.targets = targets;
        this.oldTexts = oldTexts;
    }

    /** @return empty if there is none or it is of no kind that can be read */
    Optional<Sheet> read(String id) throws Refusal {
        String target = targets.get(id);
        PackageParts from = parts;
        if (target == null || from == null || !from.has(target)) {
            return Optional.empty();
        }
        if (++read > MOST) {
            throw new Refusal(Reading.Reason.OVER_LIMIT);
        }
        try (InputStream in = from.open(target)) {
            byte[] octets = in.readNBytes(LARGEST + 1);
            if (octets.length > LARGEST) {
                throw new Refusal(Reading.Reason.OVER_LIMIT);
            }
            return of(from, octets);
        } catch (Refusal refusal) {
            throw refusal;
        } catch (IOException broken) {
            throw new Refusal(Reading.Reason.UNREADABLE);
        }
    }

    private Optional<Sheet> of(PackageParts from, byte[] octets) throws IOException {
        TextCharset charset = new TextCharset(oldTexts);
        String head = new String(octets, 0, Math.min(octets.length, 4096), StandardCharsets.ISO_8859_1);
        switch (FileType.of(Arrays.copyOf(octets, Math.min(octets.length, 4096)))) {
            case RTF -> {
                return Optional.of(new RtfFile(from.limits()).read(new ByteArrayInputStream(octets)));
            }
            case HTML -> {
                return Optional.of(new HtmlPage(from.limits()).read(List.of(charset.markup(octets))));
            }
            case TEXT -> {
                if (WebArchive.begins(head)) {
                    Reading page = new WebArchive(from.limits(), charset).read(new ByteArrayInputStream(octets));
                    return page instanceof Reading.Readable readable ? Optional.of(readable.sheet()) : Optional.empty();
                }
                return Optional.of(new PlainText(from.limits()).read(charset.plain(octets)));
            }
            case ZIP -> {
                return document(from, octets);
            }
            default -> {
                return Optional.empty();
            }
        }
    }

    private Optional<Sheet> document(PackageParts from, byte[] octets) throws IOException {
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(octets))
                .get()) {
            Set<String> paths = Collections.list(zip.getEntries()).stream()
                    .map(ZipArchiveEntry::getName)
                    .collect(Collectors.toSet());
            PackageParts inner = new PackageParts(zip, paths, from.limits());
            boolean plain = inner.has("word/document.xml")
                    && inner.relations("word/document.xml").stream()
                            .noneMatch(relation -> relation.type().equals("aFChunk"));
            return plain ? Optional.of(new Docx(from.limits()).read(inner, oldTexts)) : Optional.empty();
        }
    }
}
