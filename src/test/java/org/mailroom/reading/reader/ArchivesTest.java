package org.mailroom.reading.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.mailroom.reading.reader.Packages.p;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mailroom.reading.ReadFile;
import org.mailroom.reading.Reading;
import org.mailroom.reading.ReadingLimits;

/** archives of every common format are read entry by entry, and a hostile one is refused within the limits. */
class ArchivesTest {
    /** A format, and how it is made. */
    record Format(String name, Making making) {
        @Override
        public String toString() {
            return name;
        }
    }

    interface Making {
        byte[] of(Archives archive) throws IOException;
    }

    static Stream<Format> formats() {
        return Stream.of(
                new Format("a.7z", Archives::sevenZip),
                new Format("a.tar", archive -> archive.tar("UTF-8")),
                new Format("a.tar", archive -> archive.tar("GBK")),
                new Format("a.tgz", archive -> Archives.gzip(archive.tar("UTF-8"))),
                new Format("a.tar.bz2", archive -> bzip2(archive.tar("UTF-8"))),
                new Format("a.tar.xz", archive -> xz(archive.tar("UTF-8"))),
                new Format("a.rar", archive -> archive.rar4(0)),
                new Format("a.rar", archive -> archive.rar5(0, 0)));
    }

    private static byte[] bzip2(byte[] octets) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new BZip2CompressorOutputStream(packed)) {
            out.write(octets);
        }
        return packed.toByteArray();
    }

    private static byte[] xz(byte[] octets) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new XZCompressorOutputStream(packed)) {
            out.write(octets);
        }
        return packed.toByteArray();
    }

    private static List<ReadFile> read(String name, byte[] octets) throws IOException {
        return Parts.read(Parts.part(name, octets));
    }

    private static Reading only(String name, byte[] octets) throws IOException {
        List<ReadFile> files = read(name, octets);
        assertThat(files).extracting(ReadFile::name).containsExactly(name);
        return files.get(0).reading();
    }

    private static Reading.Refused refused(Reading.Reason reason) {
        return new Reading.Refused(reason);
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(length).nextBytes(noise);
        noise[0] = 0;
        return noise;
    }

    @ParameterizedTest
    @MethodSource("formats")
    void every_format_gives_its_entries_with_their_names(Format format) throws IOException {
        byte[] archive = format.making()
                .of(new Archives()
                        .with("附件1/张三.docx", Packages.docx(p("甲")))
                        .with("附件1/~$张三.docx", "x")
                        .with(
                                "乙.zip",
                                new Packages()
                                        .with("丙.docx", Packages.docx(p("丙")))
                                        .zip())
                        .with("空.txt", ""));
        String name = format.name();
        assertThat(read(name, archive))
                .extracting(ReadFile::name, file -> file.reading().getClass().getSimpleName())
                .containsExactly(
                        tuple(name + "/附件1/张三.docx", "Readable"),
                        tuple(name + "/乙.zip/丙.docx", "Readable"),
                        tuple(name + "/空.txt", "Refused"));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void a_path_in_an_archive_leads_nowhere_and_a_link_is_forbidden(Format format) throws IOException {
        byte[] archive = format.making()
                .of(new Archives().with("../../etc/passwd.dat", noise(9)).with("x.link", "/etc/passwd"));
        assertThat(read("a", archive))
                .extracting(ReadFile::name, ReadFile::reading)
                .containsExactly(
                        tuple("a/etc/passwd.dat", new Reading.Unchecked("unknown")),
                        tuple("a/x.link", refused(Reading.Reason.FORBIDDEN)));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void the_501st_entry_ends_an_archive_of_any_format(Format format) throws IOException {
        Archives many = new Archives();
        for (int i = 0; i < 501; i++) {
            many.with(i + ".dat", noise(2));
        }
        List<ReadFile> files = read("a", format.making().of(many));
        assertThat(files).hasSize(501);
        assertThat(files.get(500).name()).isEqualTo("a");
        assertThat(files.get(500).reading()).isEqualTo(refused(Reading.Reason.OVER_LIMIT));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void an_archive_cut_off_anywhere_ends_in_a_reading_and_is_never_whole(Format format) throws IOException {
        byte[] archive =
                format.making().of(new Archives().with("1.dat", noise(3000)).with("2.dat", noise(4000)));
        for (int length = 600; length < Math.min(archive.length - 1, 7000); length += 611) {
            List<ReadFile> files = read("a", Arrays.copyOf(archive, length));
            assertThat(files)
                    .as("cut at " + length)
                    .isNotEmpty()
                    .last()
                    .satisfies(last -> assertThat(last.reading()).isInstanceOf(Reading.Refused.class));
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void octets_changed_in_an_archive_never_get_past_its_checksums(Format format) throws IOException {
        byte[] archive =
                format.making().of(new Archives().with("1.dat", noise(3000)).with("2.dat", noise(4000)));
        archive[archive.length / 2] ^= 0x55;
        List<ReadFile> files = read("a", archive);
        // A tar has a checksum over its headers only.
        if (!format.name().equals("a.tar")) {
            assertThat(files).extracting(ReadFile::reading).anyMatch(Reading.Refused.class::isInstance);
        }
        assertThat(files).isNotEmpty();
    }

    @Test
    void a_single_packed_file_has_the_name_without_the_packing() throws IOException {
        byte[] docx = Packages.docx(p("甲"));
        assertThat(read("表.docx.gz", Archives.gzip(docx)))
                .extracting(ReadFile::name, file -> file.reading().getClass().getSimpleName())
                .containsExactly(tuple("表.docx.gz/表.docx", "Readable"));
        assertThat(read("表.docx.bz2", bzip2(docx)).get(0).reading()).isInstanceOf(Reading.Readable.class);
        assertThat(read("表.docx.xz", xz(docx)).get(0).reading()).isInstanceOf(Reading.Readable.class);
    }

    @Test
    void names_are_cleaned_and_each_is_given_once() throws IOException {
        byte[] archive = new Archives()
                .with("a\u202etxt.exe", "x")
                .with("b.dat", noise(2))
                .with("./b.dat", noise(3))
                .with("C:\\b.dat", noise(4))
                .with("..", noise(5))
                .with("字".repeat(300) + ".docx", Packages.docx(p("甲")))
                .with("长/".repeat(600) + "c.dat", noise(6))
                .sevenZip();
        List<ReadFile> files = read("a.7z", archive);
        assertThat(files)
                .extracting(ReadFile::name)
                .startsWith("a.7z/atxt.exe", "a.7z/b.dat", "a.7z/b (2).dat", "a.7z/b (3).dat", "a.7z/#5")
                .allMatch(name -> name.length() <= 900)
                .doesNotHaveDuplicates();
        assertThat(files.get(5).name()).endsWith("字.docx").hasSize(5 + 200);
        assertThat(files.get(6).name()).startsWith("a.7z/长/长/").endsWith("/.../c.dat");
    }

    @ParameterizedTest
    @CsvSource({"7z", "gz", "tgz", "xz"})
    void a_bomb_is_refused_by_what_comes_out_of_it(String kind) throws IOException {
        byte[] zeros = new byte[40_000_000];
        byte[] bomb = switch (kind) {
            case "7z" -> new Archives().with("zero.dat", zeros).sevenZip();
            case "gz" -> Archives.gzip(zeros);
            case "xz" -> xz(zeros);
            default -> Archives.gzip(new Archives().with("zero.dat", zeros).tar("UTF-8"));
        };
        List<ReadFile> files = read("bomb." + kind, bomb);
        assertThat(files).isNotEmpty().allMatch(file -> file.reading().equals(refused(Reading.Reason.OVER_LIMIT)));
    }

    @Test
    void entries_that_lie_over_each_other_are_a_bomb() throws IOException {
        byte[] zip = new Packages()
                .with("a.dat", noise(50_000))
                .with("b.dat", noise(10))
                .zip();
        // The directory's second entry is made to point at the first one's octets, and to claim them again.
        int second = 0;
        for (int i = 0; i < zip.length - 4; i++) {
            second = zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2 ? i : second;
        }
        ByteBuffer.wrap(zip)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(second + 20, 50_000)
                .putInt(second + 24, 50_000)
                .putInt(second + 42, 0);
        assertThat(only("zbsm.zip", zip)).isEqualTo(refused(Reading.Reason.OVER_LIMIT));
    }

    @Test
    void archives_within_archives_count_their_depth_whatever_their_formats() throws IOException {
        byte[] inner = new Archives().with("a.dat", noise(9)).sevenZip();
        byte[] third = new Archives().with("3.7z", inner).tar("UTF-8");
        byte[] within = new Archives().with("2.tar", third).rar5(0, 0);
        assertThat(read("1.rar", within))
                .extracting(ReadFile::reading)
                .containsExactly(new Reading.Unchecked("unknown"));
        byte[] beyond = new Packages().with("1.rar", within).zip();
        assertThat(read("0.zip", beyond))
                .extracting(ReadFile::name, ReadFile::reading)
                .containsExactly(tuple("0.zip/1.rar/2.tar/3.7z", refused(Reading.Reason.OVER_LIMIT)));
    }

    @Test
    void packings_around_each_other_count_their_depth() throws IOException {
        byte[] gz = noise(100);
        for (int i = 0; i < 30; i++) {
            gz = Archives.gzip(gz);
        }
        assertThat(read("a.gz", gz)).extracting(ReadFile::reading).containsExactly(refused(Reading.Reason.OVER_LIMIT));
    }

    @Test
    void the_sum_of_all_files_counts_across_archives() throws IOException {
        byte[] inner = new Packages()
                .with("1.dat", noise(300_000))
                .with("2.dat", noise(310_000))
                .zip();
        byte[] outer = new Archives()
                .with("0.dat", noise(320_000))
                .with("i.zip", inner)
                .with("3.dat", noise(330_000))
                .tar("UTF-8");
        ReadingLimits limits = new ReadingLimits(10, 700_000, 1_300_000, 100, 3, 1000, 1000, 1000, 100);
        assertThat(Parts.reader(limits).read(Parts.part("a.tar", outer)))
                .extracting(ReadFile::name, ReadFile::reading)
                .containsExactly(
                        tuple("a.tar/0.dat", new Reading.Unchecked("unknown")),
                        tuple("a.tar/i.zip/1.dat", new Reading.Unchecked("unknown")),
                        tuple("a.tar/i.zip/2.dat", refused(Reading.Reason.OVER_LIMIT)),
                        tuple("a.tar/3.dat", refused(Reading.Reason.OVER_LIMIT)));
    }

    @Test
    void a_locked_archive_is_refused_once_in_every_format() throws IOException {
        Archives two = new Archives().with("a.dat", noise(20)).with("b.dat", noise(30));
        assertThat(only("密.7z", two.sevenZip("secret".toCharArray()))).isEqualTo(refused(Reading.Reason.ENCRYPTED));
        assertThat(only("密.rar", two.rar4(4))).isEqualTo(refused(Reading.Reason.ENCRYPTED));
    }

    @Test
    void volumes_of_an_archive_in_several_are_named_as_such() throws IOException {
        byte[] whole = new Archives().with("a.dat", noise(3000)).sevenZip();
        assertThat(only("材料.7z.001", Arrays.copyOf(whole, 1000))).isEqualTo(refused(Reading.Reason.SPLIT));
        assertThat(only("材料.7z.002", noise(1000))).isEqualTo(refused(Reading.Reason.SPLIT));
        assertThat(only("材料.z01", noise(1000))).isEqualTo(refused(Reading.Reason.SPLIT));
        assertThat(only("材料.rar", new Archives().with("a.dat", noise(30)).rar4(2)))
                .isEqualTo(refused(Reading.Reason.SPLIT));
        byte[] last = new Packages().with("a.dat", noise(30)).zip();
        last[last.length - 22 + 4] = 1;
        assertThat(only("材料.zip", last)).isEqualTo(refused(Reading.Reason.SPLIT));
    }

    @Test
    void what_cannot_be_unpacked_here_asks_for_another_packing() throws IOException {
        byte[] huge = new Archives().with("a.dat", noise(30)).rar5(3, 15);
        assertThat(only("a.rar", huge)).isEqualTo(refused(Reading.Reason.UNSUPPORTED));
        assertThat(only("a.cab", "MSCF\0\0\0\0....".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(refused(Reading.Reason.UNSUPPORTED));
        assertThat(only("a.lzh", "  -lh5-.........".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(refused(Reading.Reason.UNSUPPORTED));
    }

    @Test
    void a_dictionary_larger_than_the_readers_memory_is_never_made() throws IOException {
        byte[] archive = new Archives().with("a.dat", noise(3000)).sevenZip();
        // LZMA2 (method 21) with one octet of properties: its dictionary, here of 1 GiB.
        int at = 0;
        for (int i = 32; i < archive.length - 3; i++) {
            at = archive[i] == 0x21 && archive[i + 1] == 0x21 && archive[i + 2] == 1 ? i + 3 : at;
        }
        assertThat(at).isPositive();
        archive[at] = 36;
        CRC32 crc = new CRC32();
        ByteBuffer octets = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
        int header = 32 + (int) octets.getLong(12);
        crc.update(archive, header, (int) octets.getLong(20));
        octets.putInt(28, (int) crc.getValue());
        crc.reset();
        crc.update(archive, 12, 20);
        octets.putInt(8, (int) crc.getValue());
        assertThat(only("a.7z", archive)).isEqualTo(refused(Reading.Reason.UNSUPPORTED));
    }

    @ParameterizedTest
    @CsvSource({"77777777777", "-1", "99999999999"})
    void a_tar_that_lies_about_a_size_keeps_what_came_before(String size) throws IOException {
        byte[] tar =
                new Archives().with("a.dat", noise(9)).with("b.dat", noise(9)).tar("UTF-8");
        byte[] lie = Arrays.copyOf(size.getBytes(StandardCharsets.US_ASCII), 12);
        int second = 1024;
        System.arraycopy(lie, 0, tar, second + 124, 12);
        Arrays.fill(tar, second + 148, second + 156, (byte) ' ');
        int sum = 0;
        for (int i = 0; i < 512; i++) {
            sum += tar[second + i] & 0xff;
        }
        byte[] check = String.format(Locale.ROOT, "%06o\0 ", sum).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(check, 0, tar, second + 148, 8);
        List<ReadFile> files = read("a.tar", tar);
        assertThat(files.get(0).reading()).isEqualTo(new Reading.Unchecked("unknown"));
        assertThat(files.get(files.size() - 1).reading()).isInstanceOf(Reading.Refused.class);
    }

    @Test
    void a_long_name_that_would_fill_the_memory_ends_the_archive() throws IOException {
        byte[] tar = new Archives()
                .with("x.longname", noise(2_000_000))
                .with("a.dat", noise(9))
                .tar("UTF-8");
        assertThat(only("a.tar", tar)).isEqualTo(refused(Reading.Reason.OVER_LIMIT));
    }

    @Test
    void devices_and_hard_links_are_forbidden() throws IOException {
        assertThat(read(
                        "a.tar",
                        new Archives().with("x.hard", "").with("x.device", "").tar("UTF-8")))
                .extracting(ReadFile::reading)
                .containsExactly(refused(Reading.Reason.FORBIDDEN), refused(Reading.Reason.FORBIDDEN));
    }

    @Test
    void an_archive_with_nothing_but_litter_is_empty() throws IOException {
        assertThat(only("a.zip", new Packages().with("__MACOSX/._a", "x").zip()))
                .isEqualTo(refused(Reading.Reason.EMPTY));
        assertThat(only("a.tar", new Archives().with(".DS_Store", "x").tar("UTF-8")))
                .isEqualTo(refused(Reading.Reason.EMPTY));
    }

    @Test
    void a_packed_rar_of_version_4_gives_its_files() throws IOException {
        Path rar = Path.of(System.getProperty("corpora", "../shared/corpora"), "archive/tika/test-documents.rar");
        assumeTrue(Files.exists(rar), "no test set at " + rar);
        assertThat(read("a.rar", Files.readAllBytes(rar)))
                .hasSizeGreaterThan(5)
                .extracting(ReadFile::reading)
                .noneMatch(refused(Reading.Reason.UNREADABLE)::equals);
    }
}
