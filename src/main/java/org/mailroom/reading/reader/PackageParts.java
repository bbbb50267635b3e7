package org.mailroom.reading.reader;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.mailroom.reading.Reading;
import org.mailroom.reading.ReadingLimits;

/** The parts of an office package, read within limits. */
record PackageParts(ZipFile zip, Set<String> paths, ReadingLimits limits) {
    private static final Set<String> RELATIONS = Set.of(
            "http://schemas.openxmlformats.org/package/2006/relationships",
            "http://purl.oclc.org/ooxml/package/relationships");
    private static final int MOST_RELATIONS = 10_000;

    boolean has(String path) {
        return paths.contains(path);
    }

    boolean hasUnder(String folder) {
        return paths.stream().anyMatch(path -> path.startsWith(folder));
    }

    /** Reads a part that need not be there. */
    void xmlIfThere(String path, Set<String> own, Tally tally, OfficeXml.Document document) throws IOException {
        if (has(path)) {
            xml(path, own, tally, document);
        }
    }

    void xml(String path, Set<String> own, Tally tally, OfficeXml.Document document) throws IOException {
        try (InputStream in = open(path)) {
            OfficeXml.read(in, own, tally, document);
        }
    }

    InputStream open(String path) throws IOException {
        ZipArchiveEntry entry = zip.getEntry(path);
        if (entry == null) {
            throw new Refusal(Reading.Reason.UNREADABLE);
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw new Refusal(Reading.Reason.ENCRYPTED);
        }
        if (!zip.canReadEntryData(entry)) {
            throw new Refusal(Reading.Reason.UNREADABLE);
        }
        return new Metered(zip.getInputStream(entry), new Budget(limits).meter(Math.max(1, entry.getCompressedSize())));
    }

    /**
     * What a part refers to.
     *
     * @param type the last word of its type, for example hyperlink
     * @param target path in the package, or address outside
     */
    record Relation(String id, String type, String target, boolean external) {}

    /** The relations of a part, in their order; none if it has none. */
    List<Relation> relations(String part) throws IOException {
        int slash = part.lastIndexOf('/') + 1;
        String folder = part.substring(0, slash);
        List<Relation> relations = new ArrayList<>();
        xmlIfThere(folder + "_rels/" + part.substring(slash) + ".rels", RELATIONS, new Tally(limits), xml -> {
            xml.root();
            xml.children(name -> {
                if (relations.size() > MOST_RELATIONS) {
                    throw new Refusal(Reading.Reason.OVER_LIMIT);
                }
                String type = xml.attribute("Type").orElse("");
                boolean external =
                        xml.attribute("TargetMode").filter("External"::equals).isPresent();
                String target = xml.attribute("Target").orElse("");
                relations.add(new Relation(
                        xml.attribute("Id").orElse(""),
                        type.substring(type.lastIndexOf('/') + 1),
                        external ? target : path(folder, target),
                        external));
                xml.skip();
            });
        });
        return relations;
    }

    private static String path(String folder, String target) {
        if (target.startsWith("/")) {
            return target.substring(1);
        }
        String base = folder;
        String rest = target;
        while (rest.startsWith("../") && !base.isEmpty()) {
            base = base.substring(0, base.lastIndexOf('/', base.length() - 2) + 1);
            rest = rest.substring(3);
        }
        return base + rest;
    }

    /** Counts what is unpacked while it is parsed. */
    private static final class Metered extends FilterInputStream {
        private final Held.Meter meter;
        private long soFar;

        Metered(InputStream in, Held.Meter meter) {
            super(in);
            this.meter = meter;
        }

        @Override
        public int read() throws IOException {
            int octet = super.read();
            meter.count(octet < 0 ? 0 : 1, octet < 0 ? soFar : ++soFar);
            return octet;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            int read = super.read(target, from, length);
            if (read > 0) {
                soFar += read;
                meter.count(read, soFar);
            }
            return read;
        }
    }
}
