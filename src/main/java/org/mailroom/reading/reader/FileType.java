package org.mailroom.reading.reader;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a file is by its first octets; its name only tells what it claims to be. */
enum FileType {
    EMPTY,
    ZIP,
    OLE2,
    PDF,
    JPEG,
    PNG,
    GIF,
    BMP,
    TIFF,
    HEIC,
    WEBP,
    /** A zip to its first octets; told apart by what is in it. */
    OFD,
    /** Documents of word processors, as far as they show pictures of pages; told apart by what is in them. */
    DOCX,
    DOC,
    ODT,
    RICH_TEXT,
    RTF,
    RAR,
    SEVEN_ZIP,
    GZIP,
    BZIP2,
    XZ,
    TAR,
    /** Archives that cannot be opened here. */
    OTHER_ARCHIVE,
    /** The mail in a winmail.dat. */
    TNEF,
    PROGRAM,
    HTML,
    XML,
    TEXT,
    UNKNOWN;

    private static final Set<FileType> PICTURES =
            Set.of(PDF, JPEG, PNG, GIF, BMP, TIFF, HEIC, WEBP, OFD, DOCX, DOC, ODT, RICH_TEXT);

    private static final Set<FileType> DOCUMENTS = Set.of(DOCX, DOC, ODT, RICH_TEXT);

    private static final int TAR_HEADER = 512;
    private static final int TAR_SUM = 148;

    /** programs, scripts, links, disk images. */
    private static final Set<String> FORBIDDEN = Set.of(
            "exe", "com", "scr", "pif", "cpl", "msi", "dll", "bat", "cmd", "ps1", "js", "jse", "vbs", "vbe", "wsf",
            "wsh", "hta", "lnk", "url", "jar", "apk", "sh", "reg", "iso", "img", "dmg", "vhd", "chm");

    /** Names that promise a file of a known binary kind. */
    private static final Set<String> PROMISES = Set.of(
            "docx", "docm", "xlsx", "xlsm", "pptx", "doc", "xls", "wps", "et", "pdf", "jpg", "jpeg", "png", "gif",
            "bmp", "tif", "tiff", "heic", "ofd", "zip");

    private static final Set<String> HEIC_BRANDS =
            Set.of("heic", "heix", "hevc", "heim", "heis", "mif1", "msf1", "avif");

    private static final List<Magic> MAGIC = List.of(
            new Magic("504b0304", ZIP),
            new Magic("504b0506", ZIP),
            new Magic("504b0708504b0304", ZIP),
            new Magic("d0cf11e0a1b11ae1", OLE2),
            new Magic("ffd8ff", JPEG),
            new Magic("89504e470d0a1a0a", PNG),
            new Magic("474946383761", GIF),
            new Magic("474946383961", GIF),
            new Magic("49492a00", TIFF),
            new Magic("4d4d002a", TIFF),
            new Magic("7b5c727466", RTF),
            new Magic("526172211a07", RAR),
            new Magic("377abcaf271c", SEVEN_ZIP),
            new Magic("1f8b08", GZIP),
            new Magic("425a68", BZIP2),
            new Magic("fd377a585a00", XZ),
            new Magic("28b52ffd", OTHER_ARCHIVE),
            new Magic("4d53434600000000", OTHER_ARCHIVE),
            new Magic("60ea", OTHER_ARCHIVE),
            new Magic("1f9d", OTHER_ARCHIVE),
            new Magic("213c617263683e0a", OTHER_ARCHIVE),
            new Magic("303730373031", OTHER_ARCHIVE),
            new Magic("303730373037", OTHER_ARCHIVE),
            new Magic("c771", OTHER_ARCHIVE),
            new Magic("789f3e22", TNEF),
            new Magic("7f454c46", PROGRAM),
            new Magic("cafebabe", PROGRAM),
            new Magic("feedface", PROGRAM),
            new Magic("feedfacf", PROGRAM),
            new Magic("cffaedfe", PROGRAM),
            new Magic("4c0000000114020000000000c0", PROGRAM),
            new Magic("2321", PROGRAM));

    private record Magic(String hex, FileType type) {}

    boolean picture() {
        return PICTURES.contains(this);
    }

    /** Whether it may show pictures of pages beside text. */
    boolean document() {
        return DOCUMENTS.contains(this);
    }

    /** As what a file of this type may show pictures of pages. */
    FileType pictured() {
        return this == OLE2 ? DOC : this == RTF ? RICH_TEXT : this;
    }

    String key() {
        return this == SEVEN_ZIP ? "7z" : this == RICH_TEXT ? "rtf" : name().toLowerCase(Locale.ROOT);
    }

    static boolean forbiddenName(String name) {
        return FORBIDDEN.contains(EntryNames.extension(name));
    }

    static boolean promisesMore(String name) {
        return PROMISES.contains(EntryNames.extension(name));
    }

    /** @param head the first octets, 1 KiB or more if there are as many */
    static FileType of(byte[] head) {
        if (head.length == 0) {
            return EMPTY;
        }
        String hex = HexFormat.of().formatHex(head, 0, Math.min(head.length, 16));
        for (Magic magic : MAGIC) {
            if (hex.startsWith(magic.hex())) {
                return magic.type();
            }
        }
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (tar(head)) {
            return TAR;
        }
        if (text.startsWith("-lh", 2) && text.startsWith("-", 6)) {
            return OTHER_ARCHIVE;
        }
        if (text.startsWith("MZ") && head.length > 64) {
            return PROGRAM;
        }
        if (text.startsWith("BM") && head.length > 26 && text.startsWith("\0\0\0\0", 6)) {
            return BMP;
        }
        if (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) {
            return WEBP;
        }
        if (text.startsWith("ftyp", 4) && text.length() > 12) {
            return HEIC_BRANDS.contains(text.substring(8, 12)) ? HEIC : UNKNOWN;
        }
        // The header may follow up to 1024 octets of something else (ISO 32000-1, H.3.4.1 of the annex on viewers).
        int pdf = text.indexOf("%PDF-");
        if (pdf >= 0 && pdf < 1024) {
            return PDF;
        }
        return textual(head, text);
    }

    /**
     * The first header's checksum tells, its octal digits counted as blanks (POSIX ustar; the word itself stands only in
     * newer ones).
     */
    private static boolean tar(byte[] head) {
        if (head.length < TAR_HEADER || head[0] == 0) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < TAR_HEADER; i++) {
            sum += i >= TAR_SUM && i < TAR_SUM + 8 ? ' ' : head[i] & 0xff;
        }
        String said = new String(head, TAR_SUM, 8, StandardCharsets.ISO_8859_1)
                .replace('\0', ' ')
                .strip();
        return said.matches("[0-7]{1,7}") && Integer.parseInt(said, 8) == sum;
    }

    private static FileType textual(byte[] head, String text) {
        String start = text.replaceFirst("^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)", "")
                .replace("\0", "")
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        boolean markup = start.startsWith("<");
        if (markup && (start.startsWith("<!doctype html") || start.contains("<html") || start.contains("<body"))) {
            return HTML;
        }
        if (start.startsWith("<?xml")) {
            return XML;
        }
        boolean wide = text.startsWith("\u00ff\u00fe") || text.startsWith("\u00fe\u00ff");
        for (byte octet : head) {
            boolean control =
                    octet >= 0 && octet < 32 && octet != '\t' && octet != '\n' && octet != '\r' && octet != '\f';
            if (control && !wide) {
                return UNKNOWN;
            }
        }
        return TEXT;
    }
}
