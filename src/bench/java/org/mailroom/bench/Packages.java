package org.mailroom.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Word files of the size that offices send. */
final class Packages {
    private static final int ENTRY_OVERHEAD = 150;

    private Packages() {}

    /**
     * Compresses a file, as office programs do, and adds a picture that cannot be compressed, as a pasted photograph or
     * seal is, so that it has that size; a size it has already adds none.
     */
    static byte[] withPicture(byte[] docx, int size, Random random) {
        byte[] compressed = rewritten(docx, new byte[0]);
        int missing = size - compressed.length - ENTRY_OVERHEAD;
        if (missing <= 0) {
            return compressed;
        }
        byte[] picture = new byte[missing];
        random.nextBytes(picture);
        return rewritten(docx, picture);
    }

    private static byte[] rewritten(byte[] docx, byte[] picture) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(docx));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                in.transferTo(zip);
                zip.closeEntry();
            }
            if (picture.length > 0) {
                stored(zip, picture);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static void stored(ZipOutputStream zip, byte[] picture) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(picture);
        ZipEntry entry = new ZipEntry("word/media/image1.jpeg");
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(picture.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(picture);
        zip.closeEntry();
    }
}
