package org.mailroom.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Archives as senders make them. */
public final class Archives {
    private Archives() {}

    /** @param names GBK without the UTF-8 flag, as Chinese Windows writes them, or another charset */
    public static byte[] zip(Charset names, Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes, names)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Marks every entry as encrypted (bit 0 of the general purpose flag), in its own header and in the directory. */
    public static byte[] locked(byte[] zip) {
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

    /** A Word file that asks for a password, as Word writes it: encrypted (agile) in a compound file. */
    public static byte[] lockedWord(byte[] docx) {
        try (POIFSFileSystem file = new POIFSFileSystem();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("not-told");
            try (OutputStream plain = encryptor.getDataStream(file)) {
                plain.write(docx);
            }
            file.writeFilesystem(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES is part of every Java platform", e);
        }
    }

    /** A 7z without a file, whose header names as many streams: a handful of octets for any number of them. */
    public static byte[] sevenZipOfStreams(int streams) {
        ByteBuffer header = ByteBuffer.allocate(21).order(ByteOrder.LITTLE_ENDIAN);
        header.put(new byte[] {1, 4, 7, 0x0b, 1, 0, 1, 0, 0x0c, 0, 0, 8, 0x0d, (byte) 0xf0})
                .putInt(streams);
        ByteBuffer place = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN);
        place.putLong(0).putLong(header.capacity()).putInt(crc(header.array()));
        return ByteBuffer.allocate(32 + header.capacity())
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {'7', 'z', (byte) 0xbc, (byte) 0xaf, 0x27, 0x1c, 0, 4})
                .putInt(crc(place.array()))
                .put(place.array())
                .put(header.array())
                .array();
    }

    private static int crc(byte[] octets) {
        CRC32 crc = new CRC32();
        crc.update(octets);
        return (int) crc.getValue();
    }
}
