package org.mailroom.reading.reader;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.mailroom.reading.Reading;
import org.mailroom.reading.ReadingLimits;

/** An OLE2 file: the older office formats, and the wrapping of every encrypted newer one ([MS-OFFCRYPTO] 2.3). */
record CompoundFile(Held held, ReadingLimits limits) {
    /** Offset of the flags in a Word document, and the bit that says encrypted ([MS-DOC] 2.5.2, FibBase.fEncrypted). */
    private static final int FLAGS = 11;

    private static final int ENCRYPTED = 0x01;

    Reading reading() throws IOException {
        try (POIFSFileSystem file = open(held)) {
            DirectoryNode root = file.getRoot();
            Set<String> names = root.getEntryNames();
            if (names.contains("EncryptedPackage") || names.contains("EncryptionInfo")) {
                return new Reading.Refused(Reading.Reason.ENCRYPTED);
            }
            if (names.contains("WordDocument")) {
                return encryptedWord(root)
                        ? new Reading.Refused(Reading.Reason.ENCRYPTED)
                        : new OldWord(limits).read(root);
            }
            if (names.contains("Workbook") || names.contains("WORKBOOK")) {
                return new OldExcel(limits).read(root);
            }
            return new Reading.Unchecked(kind(names));
        }
    }

    static POIFSFileSystem open(Held held) throws IOException {
        if (held.file().isPresent()) {
            return new POIFSFileSystem(held.file().get().toFile(), true);
        }
        try (InputStream in = held.open()) {
            return new POIFSFileSystem(in);
        }
    }

    private static boolean encryptedWord(DirectoryNode root) throws IOException {
        try (InputStream in = root.createDocumentInputStream("WordDocument")) {
            byte[] start = in.readNBytes(FLAGS + 1);
            return start.length > FLAGS && (start[FLAGS] & ENCRYPTED) != 0;
        }
    }

    private static String kind(Set<String> names) {
        if (names.contains("Workbook") || names.contains("Book")) {
            return "xls";
        }
        if (names.contains("PowerPoint Document")) {
            return "ppt";
        }
        return names.stream().anyMatch(name -> name.startsWith("__properties_version")) ? "msg" : "ole2";
    }
}
