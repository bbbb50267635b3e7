package org.mailroom.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.platform.Disk;
import org.mailroom.platform.DiskCalls;

class RawStoreTest {
    private static final Clock MACHINE = Clock.fixed(Instant.parse("2026-01-10T00:00:00Z"), ZoneOffset.UTC);
    /** Of "mail". */
    private static final String HASH = "d0941e68da8f38151ff86a61fc59f7c5cf9fcaa2";

    @TempDir
    Path folder;

    @Test
    void file_is_named_by_its_hash_and_synced_before_it_gets_its_name() throws Exception {
        List<String> steps = new ArrayList<>();
        RawStore store = new RawStore(folder, MACHINE, new Disk(), steps::add);

        MailDigest.Digested mail = keep(store, "mail");

        assertThat(store.path(mail.rawSha256())).hasContent("mail");
        assertThat(folder.relativize(store.path(mail.rawSha256())).getNameCount())
                .isEqualTo(3);
        assertThat(steps).containsExactly("written", "synced", "renamed", "filed");
    }

    @Test
    void same_octets_are_one_file_and_leave_nothing_unfinished() throws Exception {
        RawStore store = new RawStore(folder, MACHINE);
        Path file = store.path(keep(store, "mail").rawSha256());
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));

        keep(store, "mail");

        assertThat(Files.getLastModifiedTime(file).toMillis()).isZero();
        assertThat(folder.resolve("unfinished")).isEmptyDirectory();
    }

    @Test
    void what_a_killed_process_left_is_forgotten_after_a_day() throws Exception {
        Path unfinished = Files.createDirectories(folder.resolve("unfinished"));
        Path old = Files.createFile(unfinished.resolve("old.part"));
        Path young = Files.createFile(unfinished.resolve("young.part"));
        Files.setLastModifiedTime(old, FileTime.from(Instant.parse("2026-01-08T00:00:00Z")));
        Files.setLastModifiedTime(young, FileTime.from(Instant.parse("2026-01-09T12:00:00Z")));

        new RawStore(folder, MACHINE);

        assertThat(old).doesNotExist();
        assertThat(young).exists();
    }

    @Test
    void disk_that_opens_no_directory_and_moves_over_no_open_file_keeps_mails_all_the_same() throws Exception {
        DiskCalls windows = new DiskCalls() {
            @Override
            protected boolean hasModes(Path file) {
                return false;
            }

            @Override
            protected void force(Path directory) throws IOException {
                throw new AccessDeniedException(directory.toString());
            }

            @Override
            protected void moveAtOnce(Path from, Path to) throws IOException {
                // another thread was quicker, and reads the file
                Files.copy(from, to);
                throw new AccessDeniedException(to.toString());
            }
        };
        RawStore store = new RawStore(folder, MACHINE, new Disk(windows), step -> {});

        MailDigest.Digested mail = keep(store, "mail");

        assertThat(store.path(mail.rawSha256())).hasContent("mail");
        assertThat(folder.resolve("unfinished")).isEmptyDirectory();
    }

    @Test
    void disk_that_fails_is_no_success() throws Exception {
        DiskCalls broken = new DiskCalls() {
            @Override
            protected void force(Path directory) throws IOException {
                throw new IOException("I/O error");
            }
        };
        RawStore store = new RawStore(folder, MACHINE, new Disk(broken), step -> {});

        assertThatThrownBy(() -> keep(store, "mail")).hasMessage("I/O error");
    }

    @Test
    void name_that_is_no_hash_is_refused() throws Exception {
        RawStore store = new RawStore(folder, MACHINE);

        assertThatThrownBy(() -> store.open("../../etc/passwd")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.open(HASH)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 4096})
    void header_and_body_are_told_apart_however_the_octets_come(int piece) {
        for (String end : List.of("\r\n", "\n")) {
            String header = "From: a" + end + "Subject: b" + end + end;
            MailDigest digest = new MailDigest();
            byte[] octets = (header + "body" + end + end + "more").getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < octets.length; i += piece) {
                digest.write(octets, i, Math.min(piece, octets.length - i));
            }

            MailDigest.Digested mail = digest.digested();

            assertThat(new String(mail.header(), StandardCharsets.US_ASCII)).isEqualTo(header);
            assertThat(mail.size()).isEqualTo(octets.length);
        }
    }

    @Test
    void encoding_of_the_subject_makes_no_other_content() {
        String base64 = new MailHeader("Subject: =?UTF-8?B?55Sz5oql?=\r\n\r\n".getBytes(StandardCharsets.US_ASCII))
                .contentSha256("x");
        String quoted = new MailHeader(
                        "Subject:\r\n =?utf-8?Q?=E7=94=B3=E6=8A=A5?=\r\n\r\n".getBytes(StandardCharsets.US_ASCII))
                .contentSha256("x");

        assertThat(quoted).isEqualTo(base64);
    }

    private static MailDigest.Digested keep(RawStore store, String text) throws IOException {
        return store.keep(out -> out.write(text.getBytes(StandardCharsets.US_ASCII)));
    }
}
