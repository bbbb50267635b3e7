package org.mailroom.reading.reader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.mailroom.reading.Reading;
import org.mailroom.reading.Reading.Reason;
import org.mailroom.reading.ReadingLimits;
import org.mailroom.reading.Sheet;

/** A text or spreadsheet in the OpenDocument format (ISO/IEC 26300), from its content.xml. */
record OpenDocument(ReadingLimits limits) {
    private static final String URN = "urn:oasis:names:tc:opendocument:xmlns:";
    private static final Set<String> OWN =
            Set.of(URN + "office:1.0", URN + "text:1.0", URN + "table:1.0", URN + "drawing:1.0", URN + "style:1.0");
    private static final String CONTENT = "content.xml";
    private static final int MOST = 1024 * 1024;

    boolean recognises(PackageParts parts) {
        return parts.has("mimetype") && parts.has(CONTENT);
    }

    Reading read(PackageParts parts) throws IOException {
        if (manifest(parts).contains("encryption-data")) {
            return new Reading.Refused(Reason.ENCRYPTED);
        }
        SheetDraft draft = new SheetDraft();
        Tally tally = new Tally(limits);
        boolean[] known = {false};
        parts.xml(CONTENT, OWN, tally, xml -> {
            xml.root();
            OpenDocumentBody body = new OpenDocumentBody(xml, tally, draft);
            xml.children(name -> {
                switch (name) {
                    case "automatic-styles" -> body.styles();
                    case "body" -> known[0] = body.read();
                    default -> xml.skip();
                }
            });
        });
        if (parts.hasUnder("Basic/") || parts.hasUnder("Scripts/")) {
            draft.note("macros");
        }
        if (parts.hasUnder("Object ")) {
            draft.note("embedded-objects");
        }
        Sheet sheet = draft.sheet();
        return known[0] ? new Reading.Readable(Pictures.noted(sheet)) : new Reading.Unchecked("odf");
    }

    private static String manifest(PackageParts parts) throws IOException {
        if (!parts.has("META-INF/manifest.xml")) {
            return "";
        }
        try (InputStream in = parts.open("META-INF/manifest.xml")) {
            return new String(in.readNBytes(MOST), StandardCharsets.UTF_8);
        }
    }
}
