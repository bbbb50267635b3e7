package org.mailroom.form;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A .docx around a document: the same bytes for the same document. Entries carry one fixed date and are stored, because
 * deflate gives other bytes on another build of zlib.
 */
final class WordFile {
    /** Not the first midnight of 1980: ZipEntry takes it for a time before 1980, and adds it as seen from the machine's own zone. */
    private static final LocalDateTime DATE = LocalDateTime.of(1980, 1, 1, 12, 0);

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    private final Map<String, String> entries = new LinkedHashMap<>();

    WordFile(String document, String title, String language) {
        entries.put("[Content_Types].xml", contentTypes());
        entries.put(
                "_rels/.rels",
                relations(
                        OFFICE + "officeDocument",
                        "word/document.xml",
                        PACKAGE + "relationships/metadata/core-properties",
                        "docProps/core.xml"));
        entries.put("word/document.xml", document);
        entries.put(
                "word/_rels/document.xml.rels",
                relations(OFFICE + "styles", "styles.xml", OFFICE + "settings", "settings.xml"));
        entries.put("word/styles.xml", styles(language));
        entries.put("word/settings.xml", settings());
        entries.put("docProps/core.xml", core(title));
    }

    void write(OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, UTF_8);
        for (Map.Entry<String, String> entry : entries.entrySet()) {
            byte[] bytes = (XML + entry.getValue()).getBytes(UTF_8);
            CRC32 crc = new CRC32();
            crc.update(bytes);
            ZipEntry stored = new ZipEntry(entry.getKey());
            stored.setMethod(ZipEntry.STORED);
            stored.setSize(bytes.length);
            stored.setCrc(crc.getValue());
            stored.setTimeLocal(DATE);
            zip.putNextEntry(stored);
            zip.write(bytes);
            zip.closeEntry();
        }
        zip.finish();
    }

    private static String contentTypes() {
        WordMarkup xml = new WordMarkup();
        xml.open("Types", "xmlns", PACKAGE + "content-types");
        xml.empty(
                "Default",
                "Extension",
                "rels",
                "ContentType",
                "application/vnd.openxmlformats-package.relationships+xml");
        xml.empty("Default", "Extension", "xml", "ContentType", "application/xml");
        xml.empty("Override", "PartName", "/word/document.xml", "ContentType", WORD + "document.main+xml");
        xml.empty("Override", "PartName", "/word/styles.xml", "ContentType", WORD + "styles+xml");
        xml.empty("Override", "PartName", "/word/settings.xml", "ContentType", WORD + "settings+xml");
        xml.empty(
                "Override",
                "PartName",
                "/docProps/core.xml",
                "ContentType",
                "application/vnd.openxmlformats-package.core-properties+xml");
        return xml.close("Types").toString();
    }

    /** @param typesAndTargets in turn */
    private static String relations(String... typesAndTargets) {
        WordMarkup xml = new WordMarkup().open("Relationships", "xmlns", PACKAGE + "relationships");
        for (int i = 0; i < typesAndTargets.length; i += 2) {
            xml.empty(
                    "Relationship",
                    "Id",
                    "rId" + (i / 2 + 1),
                    "Type",
                    typesAndTargets[i],
                    "Target",
                    typesAndTargets[i + 1]);
        }
        return xml.close("Relationships").toString();
    }

    private static String styles(String language) {
        WordMarkup xml = new WordMarkup().open("w:styles", "xmlns:w", FormWriter.MAIN);
        xml.open("w:docDefaults").open("w:rPrDefault").open("w:rPr");
        xml.empty("w:lang", "w:val", "en-US", "w:eastAsia", language, "w:bidi", "ar-SA");
        xml.close("w:rPr").close("w:rPrDefault").empty("w:pPrDefault").close("w:docDefaults");
        xml.open("w:style", "w:type", "paragraph", "w:default", "1", "w:styleId", "Normal");
        return xml.value("w:name", "Normal").close("w:style").close("w:styles").toString();
    }

    /** Word 2013 and later; without it Word would open the file in its mode for older versions. */
    private static String settings() {
        WordMarkup xml =
                new WordMarkup().open("w:settings", "xmlns:w", FormWriter.MAIN).open("w:compat");
        xml.empty(
                "w:compatSetting",
                "w:name",
                "compatibilityMode",
                "w:uri",
                "http://schemas.microsoft.com/office/word",
                "w:val",
                "15");
        return xml.close("w:compat").close("w:settings").toString();
    }

    private static String core(String title) {
        String date = DATE + ":00Z";
        WordMarkup xml = new WordMarkup();
        xml.open(
                "cp:coreProperties",
                "xmlns:cp",
                PACKAGE + "metadata/core-properties",
                "xmlns:dc",
                "http://purl.org/dc/elements/1.1/",
                "xmlns:dcterms",
                "http://purl.org/dc/terms/",
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance");
        xml.open("dc:title").text(title).close("dc:title");
        xml.open("dc:creator").text("Mailroom").close("dc:creator");
        for (String property : new String[] {"dcterms:created", "dcterms:modified"}) {
            xml.open(property, "xsi:type", "dcterms:W3CDTF").text(date).close(property);
        }
        return xml.close("cp:coreProperties").toString();
    }
}
