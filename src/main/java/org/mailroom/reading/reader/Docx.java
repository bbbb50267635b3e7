package org.mailroom.reading.reader;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.mailroom.reading.Reading;
import org.mailroom.reading.ReadingLimits;
import org.mailroom.reading.Sheet;

/** A WordprocessingML package (ECMA-376): its main document, read as one stream. */
record Docx(ReadingLimits limits) {
    private static final String USUAL = "word/document.xml";
    private static final String TYPES = "[Content_Types].xml";
    private static final int MOST_TYPES = 256 * 1024;

    /** The part that is the main document, where it does not have its usual name. */
    private static final Pattern MAIN = Pattern.compile(
            "PartName\\s*=\\s*\"/([^\"]+)\"\\s+ContentType\\s*=\\s*\"[^\"]*wordprocessingml\\.(?:document|template)\\.main\\+xml\""
                    + "|ContentType\\s*=\\s*\"[^\"]*wordprocessingml\\.(?:document|template)\\.main\\+xml\"\\s+PartName\\s*=\\s*\"/([^\"]+)\"");

    boolean recognises(Set<String> paths) {
        return paths.contains(TYPES) && paths.stream().anyMatch(path -> path.startsWith("word/"));
    }

    Sheet read(ZipFile zip, Set<String> paths) throws IOException {
        String main = paths.contains(USUAL) ? USUAL : declared(zip).orElse(USUAL);
        Sheet sheet = parse(zip, main);
        if (!paths.contains("word/vbaProject.bin")) {
            return sheet;
        }
        List<String> notes = new ArrayList<>(sheet.notes());
        notes.add("macros");
        return new Sheet(sheet.blocks(), notes, sheet.page());
    }

    private Optional<String> declared(ZipFile zip) throws IOException {
        try (InputStream in = open(zip, TYPES)) {
            Matcher main = MAIN.matcher(new String(in.readNBytes(MOST_TYPES), StandardCharsets.UTF_8));
            return main.find()
                    ? Optional.ofNullable(main.group(1)).or(() -> Optional.of(main.group(2)))
                    : Optional.empty();
        }
    }

    private Sheet parse(ZipFile zip, String part) throws IOException {
        try (InputStream in = open(zip, part)) {
            XMLStreamReader xml = secure().createXMLStreamReader(in);
            try {
                return new DocumentBody(new WordXml(xml, limits)).read();
            } finally {
                xml.close();
            }
        } catch (XMLStreamException malformed) {
            throw malformed.getNestedException() instanceof Refusal refusal
                    ? refusal
                    : new Refusal(Reading.Reason.UNREADABLE);
        }
    }

    private InputStream open(ZipFile zip, String part) throws IOException {
        ZipArchiveEntry entry = zip.getEntry(part);
        if (entry == null || !zip.canReadEntryData(entry)) {
            throw new Refusal(Reading.Reason.UNREADABLE);
        }
        return new Metered(zip.getInputStream(entry), new Budget(limits).meter(Math.max(1, entry.getCompressedSize())));
    }

    /** No DTD, no entity from outside: a form needs neither, an attack does. */
    private static XMLInputFactory secure() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        return factory;
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
