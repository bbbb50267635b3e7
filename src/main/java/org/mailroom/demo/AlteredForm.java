package org.mailroom.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A form whose layout the sender has changed in Word, which the notice forbids. Works on files of {@link SampleForms}. */
public final class AlteredForm {
    private AlteredForm() {}

    /** @param label as the blank prints it */
    public static byte[] renamed(byte[] docx, String label, String other) {
        return changed(docx, xml -> {
            found(xml, label);
            return xml.replace(">" + label + "</w:t>", ">" + other + "</w:t>");
        });
    }

    /** Takes away the whole row of the label, with every other label in it. */
    public static byte[] withoutRow(byte[] docx, String label) {
        return changed(docx, xml -> {
            int at = found(xml, label);
            int from = xml.lastIndexOf("<w:tr>", at);
            int to = xml.indexOf("</w:tr>", at) + "</w:tr>".length();
            return xml.substring(0, from) + xml.substring(to);
        });
    }

    private static int found(String xml, String label) {
        int at = xml.indexOf(">" + label + "</w:t>");
        if (at < 0) {
            throw new IllegalArgumentException("no such label: " + label);
        }
        return at;
    }

    private static byte[] changed(byte[] docx, UnaryOperator<String> change) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(docx), UTF_8);
                ZipOutputStream out = new ZipOutputStream(bytes, UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                if (entry.getName().equals("word/document.xml")) {
                    content = change.apply(new String(content, UTF_8)).getBytes(UTF_8);
                }
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(content);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
