package org.mailroom.reading.reader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailroom.reading.ReadingLimits;
import org.mailroom.reading.Sheet;

/** A WordprocessingML package (ECMA-376): its main document, read as one stream. */
record Docx(ReadingLimits limits) {
    private static final String USUAL = "word/document.xml";
    private static final String TYPES = "[Content_Types].xml";
    private static final int MOST_TYPES = 256 * 1024;

    /** ECMA-376 part 1, 15.2.12.3: extended file properties. */
    private static final String PROPERTIES = "docProps/app.xml";

    private static final int MOST_PROPERTIES = 64 * 1024;
    private static final Pattern PAGES = Pattern.compile("<(?:\\w+:)?Pages>\\s*([0-9]{1,5})\\s*</");
    private static final Pattern OUTSIDE = Pattern.compile("(?i)^(?:https?|ftp|file)://(?!/)|^\\\\\\\\");

    /** The part that is the main document, where it does not have its usual name. */
    private static final Pattern MAIN = Pattern.compile(
            "PartName\\s*=\\s*\"/([^\"]+)\"\\s+ContentType\\s*=\\s*\"[^\"]*wordprocessingml\\.(?:document|template)\\.main\\+xml\""
                    + "|ContentType\\s*=\\s*\"[^\"]*wordprocessingml\\.(?:document|template)\\.main\\+xml\"\\s+PartName\\s*=\\s*\"/([^\"]+)\"");

    boolean recognises(PackageParts parts) {
        return parts.has(TYPES) && parts.hasUnder("word/");
    }

    /** @param oldTexts charset of texts within it that do not say theirs */
    Sheet read(PackageParts parts, Charset oldTexts) throws IOException {
        String main = parts.has(USUAL) ? USUAL : declared(parts).orElse(USUAL);
        List<PackageParts.Relation> relations = parts.relations(main);
        Map<String, String> chunks = new HashMap<>();
        relations.stream()
                .filter(relation -> relation.type().equals("aFChunk") && !relation.external())
                .forEach(relation -> chunks.put(relation.id(), relation.target()));
        Sheet[] sheet = new Sheet[1];
        DocumentChunks foreign = new DocumentChunks(parts, chunks, oldTexts);
        parts.xml(main, OfficeXml.WORD, new Tally(limits), xml -> sheet[0] = new DocumentBody(xml, foreign).read());
        return noted(sheet[0].printing(printed(parts)), parts, relations);
    }

    /** What the program that saved it counted; 0 if it did not say. */
    private static int printed(PackageParts parts) throws IOException {
        if (!parts.has(PROPERTIES)) {
            return 0;
        }
        try (InputStream in = parts.open(PROPERTIES)) {
            Matcher pages = PAGES.matcher(new String(in.readNBytes(MOST_PROPERTIES), StandardCharsets.UTF_8));
            return pages.find() ? Integer.parseInt(pages.group(1)) : 0;
        }
    }

    /** A document that is one XML file: Word 2003's, or a package written out flat. */
    Sheet single(InputStream in) throws IOException {
        Sheet[] sheet = new Sheet[1];
        OfficeXml.read(
                in,
                OfficeXml.WORD,
                new Tally(limits),
                xml -> sheet[0] = new DocumentBody(xml, DocumentChunks.NONE).read());
        return sheet[0];
    }

    private Sheet noted(Sheet read, PackageParts parts, List<PackageParts.Relation> relations) throws IOException {
        Sheet sheet = read;
        if (parts.has("word/vbaProject.bin")) {
            sheet = Pictures.with(sheet, "macros");
        }
        if (parts.hasUnder("word/embeddings/")) {
            sheet = Pictures.with(sheet, "embedded-objects");
        }
        boolean template = parts.relations("word/settings.xml").stream()
                .anyMatch(relation -> relation.external()
                        && OUTSIDE.matcher(relation.target()).find());
        boolean linked = relations.stream()
                .anyMatch(relation -> relation.external()
                        && !relation.type().toLowerCase(Locale.ROOT).equals("hyperlink"));
        if (template || linked) {
            sheet = Pictures.with(sheet, "external-links");
        }
        return Pictures.noted(sheet);
    }

    private static Optional<String> declared(PackageParts parts) throws IOException {
        try (InputStream in = parts.open(TYPES)) {
            Matcher main = MAIN.matcher(new String(in.readNBytes(MOST_TYPES), StandardCharsets.UTF_8));
            return main.find()
                    ? Optional.ofNullable(main.group(1)).or(() -> Optional.of(main.group(2)))
                    : Optional.empty();
        }
    }
}
