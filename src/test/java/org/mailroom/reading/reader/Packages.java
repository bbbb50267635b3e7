package org.mailroom.reading.reader;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packages and archives of chosen octets. */
final class Packages {
    static final String MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    static final String STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    Packages with(String name, byte[] octets) {
        entries.put(name, octets);
        return this;
    }

    Packages with(String name, String text) {
        return with(name, text.getBytes(StandardCharsets.UTF_8));
    }

    byte[] zip(Charset names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes, names)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }

    byte[] zip() throws IOException {
        return zip(StandardCharsets.UTF_8);
    }

    /** A package whose main document is exactly this XML. */
    static Packages document(String xml) {
        return new Packages().with("[Content_Types].xml", "<Types/>").with("word/document.xml", xml);
    }

    /** A package with this body, in the prefixes Word uses. */
    static byte[] docx(String body) throws IOException {
        return document(root(MAIN, body)).zip();
    }

    static String root(String namespace, String body) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"" + namespace + "\""
                + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
                + " xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\""
                + " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""
                + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
                + " xmlns:v=\"urn:schemas-microsoft-com:vml\"><w:body>" + body + "</w:body></w:document>";
    }

    static String p(String text) {
        return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
    }

    /** Marks every entry as encrypted, in its own header and in the directory. */
    static byte[] encrypted(byte[] zip) {
        byte[] changed = zip.clone();
        for (int i = 0; i + 10 < changed.length; i++) {
            boolean signature = changed[i] == 'P' && changed[i + 1] == 'K';
            if (signature && changed[i + 2] == 3 && changed[i + 3] == 4) {
                changed[i + 6] |= 1;
            } else if (signature && changed[i + 2] == 1 && changed[i + 3] == 2) {
                changed[i + 8] |= 1;
            }
        }
        return changed;
    }
}
