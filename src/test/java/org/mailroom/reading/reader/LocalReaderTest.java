package org.mailroom.reading.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mailroom.reading.reader.Packages.p;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.message.Part;
import org.mailroom.reading.ReadFile;
import org.mailroom.reading.Reading;
import org.mailroom.reading.ReadingLimits;
import org.mailroom.reading.Sheet;

/** every attachment ends in a reading; its first octets decide which, never its name. */
class LocalReaderTest {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13};

    private static Reading reading(String name, byte[] octets) throws IOException {
        List<ReadFile> files = Parts.read(Parts.part(name, octets));
        assertThat(files).hasSize(1);
        assertThat(files.get(0).name()).isEqualTo(name);
        return files.get(0).reading();
    }

    private static Reading text(String words) {
        return new Reading.Readable(new Sheet(List.of(new Sheet.Paragraph(words)), List.of("plain")));
    }

    private static Reading.Refused refused(Reading.Reason reason) {
        return new Reading.Refused(reason);
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @CsvSource({
        "%PDF-1.4 x %%EOF, a.docx, Refused[reason=UNREADABLE]",
        "%PDF-1.4 cut off here, a.pdf, Refused[reason=TRUNCATED]",
        "'<!DOCTYPE html><html><body>x</body></html>', a.pdf, Refused[reason=WRONG_TYPE]",
        "'<!DOCTYPE html><html><body>x</body></html>', a.docx, 'Readable[blocks=[x], notes=[wrong-name]]'",
        "'<html><body>x</body></html>', a.doc, 'Readable[blocks=[x], notes=[]]'",
        "'<html><body>x</body></html>', a.html, 'Readable[blocks=[x], notes=[plain]]'",
        "'<html><form action=x></form></html>', a.html, Refused[reason=FORBIDDEN]",
        "{\\rtf1 x}, a.doc, 'Readable[blocks=[x], notes=[]]'",
        "plain words, a.docx, Refused[reason=WRONG_TYPE]",
        "plain words, a.doc, 'Readable[blocks=[plain words], notes=[wrong-name]]'",
        "plain words, a.txt, 'Readable[blocks=[plain words], notes=[plain]]'",
        "'#!/bin/sh', a.txt, Refused[reason=FORBIDDEN]",
        "plain words, a.js, Refused[reason=FORBIDDEN]",
        "plain words, a.docx.exe. , Refused[reason=FORBIDDEN]",
        "'', a.docx, Refused[reason=EMPTY]",
        "GIF89a, a.jpg, Refused[reason=UNREADABLE]",
    })
    void content_decides(String content, String name, String expected) throws IOException {
        Reading reading = reading(name, latin(content));
        assertThat(reading instanceof Reading.Readable readable ? shown(readable.sheet()) : reading.toString())
                .isEqualTo(expected);
    }

    private static String shown(Sheet sheet) {
        return "Readable[blocks="
                + sheet.blocks().stream()
                        .map(block -> ((Sheet.Paragraph) block).text())
                        .toList()
                + ", notes=" + sheet.notes() + "]";
    }

    @Test
    void pictures_and_unknown_files_are_told_by_their_first_octets() throws IOException {
        assertThat(reading("a.bin", Papers.a4(50).png())).isInstanceOf(Reading.Scan.class);
        assertThat(reading("a", Papers.a4(50).jpeg(0.8))).isInstanceOf(Reading.Scan.class);
        assertThat(reading("a.bin", PNG)).isEqualTo(refused(Reading.Reason.TRUNCATED));
        assertThat(reading("a", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0}))
                .isEqualTo(refused(Reading.Reason.TRUNCATED));
        assertThat(reading("a", latin("\0\0\0\u0018ftypheic\0\0\0\0"))).isEqualTo(new Reading.Scan("heic"));
        assertThat(reading("a", latin("II*\0x"))).isEqualTo(refused(Reading.Reason.UNREADABLE));
        assertThat(reading("a.docx", latin("\0\1\2\3 nothing known"))).isEqualTo(refused(Reading.Reason.UNREADABLE));
        assertThat(reading("a.dat", latin("\0\1\2\3 nothing known"))).isEqualTo(new Reading.Unchecked("unknown"));
        assertThat(reading("a.pdf", latin("MZ" + "\0".repeat(100)))).isEqualTo(refused(Reading.Reason.FORBIDDEN));
    }

    @Test
    void packages_that_are_no_text_documents_wait_for_a_person() throws IOException {
        Packages types = new Packages().with("[Content_Types].xml", "<Types/>");
        assertThat(reading("a.docx", types.with("ppt/presentation.xml", "<x/>").zip()))
                .isEqualTo(new Reading.Unchecked("pptx"));
        assertThat(reading("a.xlsx", types.with("xl/workbook.bin", "x").zip()))
                .isEqualTo(new Reading.Unchecked("xlsx"));
        assertThat(reading("a", new Packages().with("OFD.xml", "<x/>").zip()))
                .isEqualTo(refused(Reading.Reason.UNREADABLE));
        assertThat(reading(
                        "a.txt",
                        new Packages().with("META-INF/MANIFEST.MF", "x").zip()))
                .isEqualTo(refused(Reading.Reason.FORBIDDEN));
    }

    @Test
    void an_encrypted_document_is_encrypted_and_a_broken_old_one_unreadable() throws Exception {
        ByteArrayOutputStream encrypted = new ByteArrayOutputStream();
        try (POIFSFileSystem file = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("123456");
            try (OutputStream out = encryptor.getDataStream(file)) {
                out.write(Packages.docx(p("密")));
            }
            file.writeFilesystem(encrypted);
        }
        assertThat(reading("表.docx", encrypted.toByteArray())).isEqualTo(refused(Reading.Reason.ENCRYPTED));

        ByteArrayOutputStream old = new ByteArrayOutputStream();
        try (POIFSFileSystem file = new POIFSFileSystem()) {
            file.createDocument(new ByteArrayInputStream(new byte[64]), "WordDocument");
            file.writeFilesystem(old);
        }
        assertThat(reading("表.docx", old.toByteArray())).isEqualTo(refused(Reading.Reason.UNREADABLE));
        assertThat(reading("表.doc", Arrays.copyOf(old.toByteArray(), 600)))
                .isEqualTo(refused(Reading.Reason.UNREADABLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GBK", "GB18030"})
    void archives_are_read_entry_by_entry_with_their_names(String charset) throws IOException {
        byte[] zip = new Packages()
                .with("附件1/", "")
                .with("附件1/张三.docx", Packages.docx(p("甲")))
                .with("附件1\\李四.docx", Packages.docx(p("乙")))
                .with("../../etc/passwd.txt", "x")
                .with("C:/x/扫描.png", Papers.a4(20).png())
                .with("__MACOSX/._张三.docx", "x")
                .with("附件1/~$张三.docx", "x")
                .with("空.docx", "")
                .zip(Charset.forName(charset));
        assertThat(Parts.read(Parts.part("材料.zip", zip)))
                .extracting(ReadFile::name, file -> file.reading().getClass().getSimpleName())
                .containsExactly(
                        tuple("材料.zip/附件1/张三.docx", "Readable"),
                        tuple("材料.zip/附件1/李四.docx", "Readable"),
                        tuple("材料.zip/etc/passwd.txt", "Readable"),
                        tuple("材料.zip/x/扫描.png", "Scan"),
                        tuple("材料.zip/空.docx", "Refused"));
    }

    @Test
    void every_file_has_its_own_size_and_hash() throws IOException {
        ReadFile file = Parts.read(
                        Parts.part("a.zip", new Packages().with("b.txt", "abc").zip()))
                .get(0);
        assertThat(file.size()).isEqualTo(3);
        assertThat(file.sha256()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void a_locked_archive_is_refused_once_and_a_locked_entry_alone() throws IOException {
        byte[] locked = Packages.encrypted(
                new Packages().with("a.txt", "x").with("b.txt", "y").zip());
        assertThat(reading("密.zip", locked)).isEqualTo(refused(Reading.Reason.ENCRYPTED));
        byte[] inside = new Packages().with("密.zip", locked).with("c.txt", "z").zip();
        assertThat(Parts.read(Parts.part("外.zip", inside)))
                .extracting(ReadFile::name, ReadFile::reading)
                .containsExactly(
                        tuple("外.zip/密.zip", refused(Reading.Reason.ENCRYPTED)), tuple("外.zip/c.txt", text("z")));
    }

    @Test
    void a_cut_off_archive_or_document_is_truncated() throws IOException {
        byte[] docx = Packages.docx(p("一".repeat(500)));
        assertThat(reading("a.docx", Arrays.copyOf(docx, docx.length - 30)))
                .isEqualTo(refused(Reading.Reason.TRUNCATED));
        assertThat(reading("a.zip", Arrays.copyOf(docx, docx.length / 2))).isEqualTo(refused(Reading.Reason.TRUNCATED));
    }

    @Test
    void an_entry_whose_checksum_fails_is_unreadable_and_the_others_are_read() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(bytes)) {
            for (String name : List.of("a.txt", "b.txt")) {
                byte[] octets = latin("stored words of " + name);
                ZipArchiveEntry entry = new ZipArchiveEntry(name);
                entry.setMethod(ZipArchiveEntry.STORED);
                CRC32 crc = new CRC32();
                crc.update(octets);
                entry.setCrc(crc.getValue());
                entry.setSize(octets.length);
                out.putArchiveEntry(entry);
                out.write(octets);
                out.closeArchiveEntry();
            }
        }
        String changed =
                new String(bytes.toByteArray(), StandardCharsets.ISO_8859_1).replace("words of a", "wirds of a");
        assertThat(Parts.read(Parts.part("z.zip", latin(changed))))
                .extracting(ReadFile::reading)
                .containsExactly(refused(Reading.Reason.UNREADABLE), text("stored words of b.txt"));
    }

    @Test
    void a_symbolic_link_in_an_archive_is_forbidden() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(bytes)) {
            ZipArchiveEntry link = new ZipArchiveEntry("link.txt");
            link.setUnixMode(0120777);
            out.putArchiveEntry(link);
            out.write(latin("/etc/passwd"));
            out.closeArchiveEntry();
        }
        assertThat(Parts.read(Parts.part("z.zip", bytes.toByteArray())))
                .extracting(ReadFile::reading)
                .containsExactly(refused(Reading.Reason.FORBIDDEN));
    }

    @Test
    void archives_beyond_each_limit_are_refused_and_what_was_within_is_kept() throws IOException {
        Packages many = new Packages();
        for (int i = 0; i < 501; i++) {
            many.with(i + ".txt", "x");
        }
        List<ReadFile> files = Parts.read(Parts.part("many.zip", many.zip()));
        assertThat(files).hasSize(501);
        assertThat(files.get(500).name()).isEqualTo("many.zip");
        assertThat(files.get(500).reading()).isEqualTo(refused(Reading.Reason.OVER_LIMIT));

        byte[] bomb = new Packages()
                .with("zero.txt", new byte[20_000_000])
                .with("a.txt", "x")
                .zip();
        assertThat(Parts.read(Parts.part("bomb.zip", bomb)))
                .extracting(ReadFile::reading)
                .containsExactly(refused(Reading.Reason.OVER_LIMIT), text("x"));

        byte[] nested = new Packages().with("a.txt", "x").zip();
        for (int depth = 2; depth <= 4; depth++) {
            nested = new Packages().with(depth + ".zip", nested).zip();
        }
        assertThat(Parts.read(Parts.part("1.zip", nested)))
                .extracting(ReadFile::reading)
                .containsExactly(refused(Reading.Reason.OVER_LIMIT));
    }

    @Test
    void the_sum_of_all_entries_counts_and_large_files_leave_nothing_behind(@TempDir Path temp) throws IOException {
        byte[] noise = new byte[300_000];
        new Random(1).nextBytes(noise);
        byte[] zip = new Packages()
                .with("a.dat", noise)
                .with("b.dat", noise)
                .with("c.dat", noise)
                .zip();
        ReadingLimits limits = new ReadingLimits(10, 400_000, 700_000, 100, 3, 1000, 1000, 1000, 100);
        List<ReadFile> files =
                new LocalReader(limits, temp.resolve("t"), StandardCharsets.UTF_8).read(Parts.part("a.zip", zip));
        assertThat(files)
                .extracting(ReadFile::reading)
                .containsExactly(
                        new Reading.Unchecked("unknown"),
                        new Reading.Unchecked("unknown"),
                        refused(Reading.Reason.OVER_LIMIT));
        try (var left = Files.list(temp.resolve("t"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void a_part_that_arrived_damaged_is_never_counted_as_intact() throws IOException {
        byte[] docx = Packages.docx(p("一"));
        Part intact = Parts.part("a.docx", docx);
        Part damaged = new Part("2", "a.docx", "", docx.length, "", "broken base64", intact.content());
        assertThat(Parts.read(intact).get(0).reading()).isInstanceOf(Reading.Readable.class);
        assertThat(Parts.read(damaged).get(0).reading()).isEqualTo(refused(Reading.Reason.TRUNCATED));
    }

    @Test
    void a_failure_of_our_own_storage_is_thrown_and_never_the_senders_fault(@TempDir Path temp) throws IOException {
        Part lost = new Part("2", "a.docx", "", 1, "", "", () -> {
            throw new IOException("gone");
        });
        assertThatThrownBy(() -> Parts.read(lost)).isInstanceOf(IOException.class);

        Path file = Files.createFile(temp.resolve("not-a-folder"));
        ReadingLimits limits = new ReadingLimits(10, 400_000, 700_000, 100, 3, 10, 1000, 1000, 100);
        LocalReader reader = new LocalReader(limits, file, StandardCharsets.UTF_8);
        assertThatThrownBy(() -> reader.read(Parts.text("a.txt", "longer than ten octets")))
                .isInstanceOf(IOException.class);
    }
}
