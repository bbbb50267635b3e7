package org.mailroom.reading.reader;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.mailroom.reading.Reading;
import org.mailroom.reading.ReadingLimits;

/** Office documents in the shape of a zip: WordprocessingML, SpreadsheetML, OpenDocument. */
final class OfficePackages {
    private final ReadingLimits limits;
    private final Charset oldTexts;
    private final Docx docx;
    private final Xlsx xlsx;
    private final OpenDocument openDocument;

    /** @param oldTexts charset of texts within a document that do not say theirs and are no UTF-8 */
    OfficePackages(ReadingLimits limits, Charset oldTexts) {
        this.limits = limits;
        this.oldTexts = oldTexts;
        this.docx = new Docx(limits);
        this.xlsx = new Xlsx(limits);
        this.openDocument = new OpenDocument(limits);
    }

    /** @return empty if the zip is none of them */
    Optional<Reading> read(ZipFile zip, Set<String> paths) throws IOException {
        PackageParts parts = new PackageParts(zip, paths, limits);
        if (docx.recognises(parts)) {
            return Optional.of(new Reading.Readable(docx.read(parts, oldTexts)));
        }
        if (xlsx.recognises(parts)) {
            return Optional.of(new Reading.Readable(xlsx.read(parts)));
        }
        return openDocument.recognises(parts) ? Optional.of(openDocument.read(parts)) : Optional.empty();
    }
}
