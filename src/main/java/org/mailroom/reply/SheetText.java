package org.mailroom.reply;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The words of a workbook of ours, for the guard: every cell apart. */
final class SheetText {
    static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    private SheetText() {}

    static String of(InputStream workbook) throws IOException {
        StringBuilder words = new StringBuilder();
        try (ZipInputStream parts = new ZipInputStream(workbook, StandardCharsets.UTF_8)) {
            for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                if (part.getName().startsWith("xl/") && part.getName().endsWith(".xml")) {
                    String xml = new String(parts.readAllBytes(), StandardCharsets.UTF_8);
                    words.append(TAG.matcher(xml).replaceAll("\n")).append('\n');
                }
            }
        }
        return words.toString();
    }
}
