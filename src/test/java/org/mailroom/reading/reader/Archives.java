package org.mailroom.reading.reader;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Archives of every format but zip, of chosen entries; RAR as its stored method allows. */
final class Archives {
    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    Archives with(String name, byte[] octets) {
        entries.put(name, octets);
        return this;
    }

    Archives with(String name, String text) {
        return with(name, text.getBytes(StandardCharsets.UTF_8));
    }

    byte[] sevenZip() throws IOException {
        return sevenZip(null);
    }

    byte[] sevenZip(char[] password) throws IOException {
        try (SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel()) {
            try (SevenZOutputFile out = new SevenZOutputFile(channel, password)) {
                for (Map.Entry<String, byte[]> each : entries.entrySet()) {
                    SevenZArchiveEntry entry = new SevenZArchiveEntry();
                    entry.setName(each.getKey());
                    if (each.getKey().endsWith(".link")) {
                        entry.setHasWindowsAttributes(true);
                        entry.setWindowsAttributes(0120777 << 16 | 0x8000);
                    }
                    out.putArchiveEntry(entry);
                    out.write(each.getValue());
                    out.closeArchiveEntry();
                }
            }
            byte[] octets = new byte[(int) channel.size()];
            System.arraycopy(channel.array(), 0, octets, 0, octets.length);
            return octets;
        }
    }

    /** A name that ends in .link is a symbolic, in .hard a hard link, in .device a device, in .longname the name of the next. */
    byte[] tar(String charset) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (TarArchiveOutputStream out = new TarArchiveOutputStream(octets, charset)) {
            out.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
            for (Map.Entry<String, byte[]> each : entries.entrySet()) {
                String name = each.getKey();
                byte kind = name.endsWith(".link")
                        ? TarConstants.LF_SYMLINK
                        : name.endsWith(".hard")
                                ? TarConstants.LF_LINK
                                : name.endsWith(".device")
                                        ? TarConstants.LF_CHR
                                        : name.endsWith(".longname")
                                                ? TarConstants.LF_GNUTYPE_LONGNAME
                                                : TarConstants.LF_NORMAL;
                boolean filled = kind == TarConstants.LF_NORMAL || kind == TarConstants.LF_GNUTYPE_LONGNAME;
                TarArchiveEntry entry = new TarArchiveEntry(name, kind, true);
                entry.setSize(filled ? each.getValue().length : 0);
                if (!filled) {
                    entry.setLinkName("/etc/passwd");
                }
                out.putArchiveEntry(entry);
                if (filled) {
                    out.write(each.getValue());
                }
                out.closeArchiveEntry();
            }
        }
        return octets.toByteArray();
    }

    static byte[] gzip(byte[] octets) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(octets);
        }
        return packed.toByteArray();
    }

    /** RAR 4, stored; {@code flags} are added to those of each file: 4 = locked, 2 = goes on in the next volume. */
    byte[] rar4(int flags) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {'R', 'a', 'r', '!', 0x1a, 7, 0});
        out.writeBytes(head4(0x73, 0, new byte[6]));
        entries.forEach((name, octets) -> {
            byte[] raw = name.getBytes(Charset.forName("GBK"));
            ByteBuffer fields = little(25 + raw.length)
                    .putInt(octets.length)
                    .putInt(octets.length)
                    .put((byte) (name.endsWith(".link") ? 3 : 2))
                    .putInt((int) crc(octets))
                    .putInt(0)
                    .put((byte) 20)
                    .put((byte) 0x30)
                    .putShort((short) raw.length)
                    .putInt(name.endsWith(".link") ? 0120777 : 0x20)
                    .put(raw);
            out.writeBytes(head4(0x74, 0x8000 | flags, fields.array()));
            out.writeBytes(octets);
        });
        out.writeBytes(head4(0x7b, 0x4000, new byte[0]));
        return out.toByteArray();
    }

    private static byte[] head4(int type, int flags, byte[] fields) {
        ByteBuffer head = little(7 + fields.length)
                .putShort((short) 0)
                .put((byte) type)
                .putShort((short) flags)
                .putShort((short) (7 + fields.length))
                .put(fields);
        CRC32 crc = new CRC32();
        crc.update(head.array(), 2, head.capacity() - 2);
        return head.putShort(0, (short) crc.getValue()).array();
    }

    /**
     * RAR 5.
     *
     * @param method what each file claims to be packed with: 0 = stored, else with the window of {@code window}
     * @param window 128 KiB, doubled so often
     */
    byte[] rar5(int method, int window) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {'R', 'a', 'r', '!', 0x1a, 7, 1, 0});
        out.writeBytes(head5(1, 0, new byte[0], new byte[0], new byte[] {0}));
        entries.forEach((name, octets) -> {
            byte[] raw = name.getBytes(StandardCharsets.UTF_8);
            ByteArrayOutputStream fields = new ByteArrayOutputStream();
            fields.writeBytes(vint(4));
            fields.writeBytes(vint(octets.length));
            fields.writeBytes(vint(0x20));
            fields.writeBytes(little(4).putInt((int) crc(octets)).array());
            fields.writeBytes(vint(method << 7 | window << 10));
            fields.writeBytes(vint(1));
            fields.writeBytes(vint(raw.length));
            fields.writeBytes(raw);
            // A redirection: kind 5, a symbolic link of Unix, no flags, its target.
            byte[] link = name.endsWith(".link") ? new byte[] {5, 5, 1, 0, 1, '/'} : new byte[0];
            out.writeBytes(head5(2, octets.length, link, octets, fields.toByteArray()));
        });
        out.writeBytes(head5(5, 0, new byte[0], new byte[0], new byte[] {0}));
        return out.toByteArray();
    }

    private static byte[] head5(int type, int size, byte[] extra, byte[] octets, byte[] fields) {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        head.writeBytes(vint(type));
        head.writeBytes(vint((extra.length > 0 ? 1 : 0) | (type == 2 ? 2 : 0)));
        if (extra.length > 0) {
            head.writeBytes(vint(extra.length));
        }
        if (type == 2) {
            head.writeBytes(vint(size));
        }
        head.writeBytes(fields);
        head.writeBytes(extra);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(vint(head.size()));
        whole.writeBytes(head.toByteArray());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(little(4).putInt((int) crc(whole.toByteArray())).array());
        out.writeBytes(whole.toByteArray());
        out.writeBytes(octets);
        return out.toByteArray();
    }

    private static byte[] vint(int value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int rest = value;
        for (; rest > 0x7f; rest >>>= 7) {
            out.write(rest & 0x7f | 0x80);
        }
        out.write(rest);
        return out.toByteArray();
    }

    static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static long crc(byte[] octets) {
        CRC32 crc = new CRC32();
        crc.update(octets);
        return crc.getValue();
    }
}
