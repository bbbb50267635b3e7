package org.mailroom.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.Mailroom;
import org.mailroom.message.Part;
import org.mailroom.reading.reader.LocalReader;
import org.mailroom.reading.reader.Parts;
import org.mailroom.reading.reader.PdfPictures;
import org.mailroom.reading.reader.TroubledReader;
import org.mailroom.testing.Archives;
import org.mailroom.testing.ChildJvm;
import org.mailroom.testing.Forms;
import org.mailroom.testing.TestClassPath;
import org.mailroom.testing.Units;
import org.slf4j.LoggerFactory;

/** With real processes; what makes them fail is {@link TroubledReader}'s. */
class ReaderPoolTest {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final ReaderSettings QUICK =
            new ReaderSettings(2, Duration.ofSeconds(8), Duration.ofSeconds(8), true, 64, 500);

    @TempDir
    private Path folder;

    private Path marks;
    private ReaderPool pool;

    @BeforeEach
    void open() throws IOException {
        marks = Files.createDirectory(folder.resolve("marks"));
        pool = pool(TestClassPath.reader(TroubledReader.class, marks.toString()), QUICK);
    }

    @AfterEach
    void close() throws IOException {
        pool.close();
    }

    private ReaderPool pool(ReaderProgram program, ReaderSettings settings) throws IOException {
        return new ReaderPool(program, settings, ReadingLimits.standard(), GB18030, folder.resolve("reading"));
    }

    @Test
    void what_the_process_reads_is_what_this_process_would_read() throws IOException {
        try (ReaderPool product =
                pool(TestClassPath.reader(Mailroom.class, Mailroom.READER), ReaderSettings.standard())) {
            List<Part> parts = List.of(
                    Parts.part("推荐对象初审表.docx", form()),
                    Parts.part(
                            "材料.zip",
                            Archives.zip(UTF_8, java.util.Map.of("附件1/张三.docx", form(), "a.exe", new byte[] {1}))),
                    Parts.text("a.txt", "文字"),
                    Parts.part("b.pdf", "%PDF-1.7\n%%EOF".getBytes(UTF_8)),
                    Parts.part("half \ud83d.docx", form()),
                    Parts.part("empty.docx", new byte[0]));
            LocalReader here = new LocalReader(ReadingLimits.standard(), folder.resolve("here"), GB18030);

            for (Part part : parts) {
                assertThat(product.read(part))
                        .usingRecursiveComparison()
                        .isEqualTo(here.read(part).stream()
                                .map(file -> new ReadFile(
                                        part,
                                        file.name().replace("\ud83d", "?"),
                                        file.size(),
                                        file.sha256(),
                                        file.reading()))
                                .toList());
            }
            assertThat(product.processes()).hasSize(1);
        }
    }

    @Test
    void a_part_larger_than_memory_takes_is_read_and_leaves_nothing() throws IOException {
        byte[] large = new byte[20 * 1024 * 1024];
        large[0] = 'B';

        ReadFile read = pool.read(Parts.part("large.bin", large)).get(0);

        assertThat(read.size()).isEqualTo(large.length);
        assertThat(read.sha256())
                .isEqualTo(Octets.of(new java.io.ByteArrayInputStream(large)).sha256());
        assertThat(filesBelow(folder.resolve("reading"))).noneMatch(file -> file.contains("part-"));
    }

    @Test
    void killed_in_the_middle_of_a_part_it_is_read_by_another_process() throws IOException {
        CompletableFuture<List<ReadFile>> reading = inBackground(Parts.part(TroubledReader.WAITS_ONCE, form()));
        await().atMost(30, SECONDS)
                .until(() -> Files.exists(marks.resolve("waiting"))
                        && !Files.readString(marks.resolve("waiting")).isEmpty());
        long first = Long.parseLong(Files.readString(marks.resolve("waiting")));

        assertThat(ProcessHandle.of(first).orElseThrow().destroyForcibly()).isTrue();

        assertThat(reading.join()).singleElement().extracting(ReadFile::reading).isInstanceOf(Reading.Readable.class);
        assertThat(pool.processes()).hasSize(1).doesNotContain(first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                TroubledReader.HANGS,
                TroubledReader.FAULTS,
                TroubledReader.HEAP,
                TroubledReader.NATIVE_MEMORY,
                TroubledReader.BREAKS
            })
    void a_part_that_ends_its_reader_twice_is_for_a_person_and_the_next_one_is_read(String trouble) throws IOException {
        assumeThat(!trouble.equals(TroubledReader.NATIVE_MEMORY) || Files.exists(Path.of("/proc/self/status")))
                .as("this system tells what a process takes")
                .isTrue();
        Part part = Parts.part("张三 " + trouble + ".docx", form());

        assertThat(pool.read(part))
                .containsExactly(new ReadFile(
                        part,
                        part.fileName(),
                        form().length,
                        Octets.of(part.content().open()).sha256(),
                        new Reading.Unchecked(Reading.Unchecked.STOPPED)));

        assertThat(pool.read(Parts.part("next.docx", form())))
                .singleElement()
                .extracting(ReadFile::reading)
                .isInstanceOf(Reading.Readable.class);
        assertThat(pool.processes()).hasSize(1);
    }

    @Test
    void a_reader_that_holds_nearly_all_it_may_is_replaced_between_two_parts() throws IOException {
        assumeThat(Files.exists(Path.of("/proc/self/status")))
                .as("this system tells what a process takes")
                .isTrue();
        pool.read(Parts.part("a.docx", form()));
        long first = pool.processes().get(0);

        assertThat(pool.read(Parts.part(TroubledReader.KEEPS_MEMORY, form())))
                .singleElement()
                .extracting(ReadFile::reading)
                .isInstanceOf(Reading.Readable.class);

        assertThat(pool.processes()).isEmpty();
        assertThat(ProcessHandle.of(first)).isEmpty();
        pool.read(Parts.part("b.docx", form()));
        assertThat(pool.processes()).hasSize(1).doesNotContain(first);
    }

    @Test
    void R_17_what_unfolds_beyond_the_memory_is_refused_and_the_reader_goes_on() throws IOException {
        try (ReaderPool product =
                pool(TestClassPath.reader(Mailroom.class, Mailroom.READER), ReaderSettings.standard())) {
            product.read(Parts.text("a.txt", "文字"));
            List<Long> first = product.processes();

            for (Part bomb : List.of(
                    Parts.part("a.pdf", PdfPictures.content(PdfPictures.jbig2Bomb(), COSName.JBIG2_DECODE)),
                    Parts.part("b.pdf", PdfPictures.content(deflated(1 << 30), COSName.FLATE_DECODE)),
                    Parts.part("c.7z", Archives.sevenZipOfStreams(100_000_000)))) {
                assertThat(product.read(bomb))
                        .as(bomb.fileName())
                        .singleElement()
                        .extracting(ReadFile::reading)
                        .isEqualTo(new Reading.Refused(Reading.Reason.OVER_LIMIT));
            }

            assertThat(product.processes()).isEqualTo(first);
        }
    }

    private static byte[] deflated(int octets) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] nothing = new byte[1 << 16];
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            for (int written = 0; written < octets; written += nothing.length) {
                deflater.write(nothing);
            }
        }
        return out.toByteArray();
    }

    @Test
    void a_page_that_ends_its_reader_twice_shows_nothing() throws IOException {
        Part part = Parts.part("a.pdf", "%PDF-1.7\n%%EOF".getBytes(UTF_8));

        assertThat(pool.recognise(part, TroubledReader.HEAP, 3)).isEqualTo(ScanPage.unseen(3));
        assertThat(pool.picture(part, TroubledReader.FAULTS, 3, 800)).isEmpty();
        assertThat(pool.picture(part, "a.pdf", 3, 800)).hasValue("a.pdf 3 800".getBytes(UTF_8));
    }

    @Test
    void what_a_library_prints_is_no_answer_and_only_what_we_say_is_logged_where_people_look() throws IOException {
        Logger log = (Logger) LoggerFactory.getLogger(ReaderProcess.class);
        Level before = log.getLevel();
        // two threads of the pool write to it
        Queue<String> lines = new ConcurrentLinkedQueue<>();
        AppenderBase<ILoggingEvent> heard = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                lines.add(event.getLevel() + " " + event.getFormattedMessage());
            }
        };
        heard.start();
        log.addAppender(heard);
        log.setLevel(Level.DEBUG);
        try {
            assertThat(pool.read(Parts.part(TroubledReader.SPEAKS, form())))
                    .singleElement()
                    .extracting(ReadFile::reading)
                    .isInstanceOf(Reading.Readable.class);
            await().atMost(10, SECONDS)
                    .until(() -> lines.stream().anyMatch(line -> line.contains("fault"))
                            && lines.stream().anyMatch(line -> line.contains("complains")));
        } finally {
            log.detachAppender(heard);
            log.setLevel(before);
        }

        assertThat(lines).filteredOn(line -> line.contains("fault")).allMatch(line -> line.startsWith("DEBUG"));
        assertThat(lines).filteredOn(line -> line.contains("complains")).allMatch(line -> line.startsWith("INFO"));
    }

    @Test
    void two_parts_are_read_at_once_and_never_more() {
        List<CompletableFuture<List<ReadFile>>> readings = IntStream.range(0, 8)
                .mapToObj(i -> inBackground(Parts.part(i + ".docx", form())))
                .toList();

        assertThat(readings).allSatisfy(reading -> assertThat(reading.join()).hasSize(1));
        assertThat(pool.processes()).hasSizeBetween(1, 2);
    }

    @Test
    void a_reader_holds_no_secret_of_the_desk() throws IOException {
        pool.read(Parts.part(TroubledReader.TELLS, form()));

        assertThat(Files.readAllLines(marks.resolve("environment")))
                .isSubsetOf(
                        "LANG",
                        "LC_ALL",
                        "LC_CTYPE",
                        "SystemRoot",
                        "SystemDrive",
                        "TMPDIR",
                        "TEMP",
                        "TMP",
                        "MALLOC_ARENA_MAX")
                .doesNotContain("PATH", "HOME");
        assertThat(System.getenv()).containsKey("PATH");
    }

    @Test
    void what_a_reader_lays_down_lies_in_a_folder_of_its_own_and_goes_with_it() throws IOException {
        pool.read(Parts.part(TroubledReader.TELLS, form()));
        Path temp = Path.of(Files.readString(marks.resolve("temp")));

        assertThat(temp).startsWith(folder.resolve("reading"));
        if (Files.getFileStore(temp).supportsFileAttributeView("posix")) {
            for (Path each : List.of(temp, temp.getParent())) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                        .isEqualTo("rwx------");
            }
        }
        assertThat(temp.resolve("lies here")).exists();

        pool.close();

        assertThat(filesBelow(folder.resolve("reading"))).isEmpty();
    }

    @Test
    void what_a_killed_desk_has_left_is_removed_and_what_a_running_one_works_with_is_not() throws IOException {
        pool.read(Parts.part("a.docx", form()));
        Path left = Files.createDirectories(folder.resolve("reading/desk-killed/reader-1"));
        Files.writeString(left.resolve("part-1.tmp"), "personal");
        Files.createFile(left.resolveSibling("lock"));

        try (ReaderPool second = pool(TestClassPath.reader(Mailroom.class, Mailroom.READER), QUICK)) {
            assertThat(left.getParent()).doesNotExist();
            assertThat(second.processes()).isEmpty();
        }

        assertThat(pool.read(Parts.part("a.docx", form()))).hasSize(1);
        assertThat(pool.processes()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {TroubledReader.WAITS_ONCE, "a.txt"})
    void killed_the_desk_takes_its_readers_with_it_at_work_or_idle(String part) throws Exception {
        try (ChildJvm desk = new ChildJvm(
                HoldingDesk.class, List.of("-Xmx128m"), folder.resolve("other").toString(), marks.toString(), part)) {
            desk.says(HoldingDesk.HOLDING);
            if (part.equals(TroubledReader.WAITS_ONCE)) {
                await().atMost(30, SECONDS).until(() -> Files.exists(marks.resolve("waiting")));
            }
            ProcessHandle reader = ProcessHandle.of(Long.parseLong(Files.readString(marks.resolve("pid"))))
                    .orElseThrow();
            assertThat(reader.isAlive()).isTrue();

            desk.kill();

            await().atMost(30, SECONDS).until(() -> !reader.isAlive());
        }
    }

    @Test
    void closing_is_no_fault_of_the_part_at_work() {
        CompletableFuture<List<ReadFile>> reading = inBackground(Parts.part(TroubledReader.HANGS, form()));
        await().atMost(30, SECONDS).until(() -> pool.processes().size() == 1);
        long reader = pool.processes().get(0);

        assertThat(CompletableFuture.runAsync(() -> {
                    try {
                        pool.close();
                    } catch (IOException e) {
                        throw new CompletionException(e);
                    }
                }))
                .succeedsWithin(Duration.ofSeconds(30));

        assertThatThrownBy(reading::join).hasCauseInstanceOf(IOException.class);
        assertThat(ProcessHandle.of(reader)).isEmpty();
    }

    @Test
    void a_reader_that_does_not_start_is_a_fault_of_ours() throws IOException {
        try (ReaderPool broken = pool(TestClassPath.reader(String.class), QUICK)) {
            assertThatThrownBy(() -> broken.read(Parts.part("a.docx", form())))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("does not start");
        }
        assertThat(filesBelow(folder.resolve("reading"))).noneMatch(file -> file.contains("reader-"));
    }

    private CompletableFuture<List<ReadFile>> inBackground(Part part) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return pool.read(part);
                    } catch (IOException e) {
                        throw new CompletionException(e);
                    }
                },
                work -> new Thread(work).start());
    }

    private static List<String> filesBelow(Path parent) throws IOException {
        try (Stream<Path> files = Files.walk(parent)) {
            return files.skip(1).map(Path::toString).toList();
        }
    }

    private static byte[] form() {
        return Forms.summary(Units.NINGXIA).collectives(3).docx();
    }
}
