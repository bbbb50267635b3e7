package org.mailroom.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Windows refuses, refused here by hand. */
class DiskTest {
    @TempDir
    Path folder;

    /** A system where other programs hold files open, no directory can be opened, and files have no modes. */
    private static class Windows extends DiskCalls {
        private int heldFor;
        private int pauses;

        /** @param heldFor so many calls find the file open elsewhere */
        Windows(int heldFor) {
            this.heldFor = heldFor;
        }

        private void refuseWhileHeld(Path file) throws IOException {
            if (heldFor-- > 0) {
                // both are what Java says there of a sharing violation
                throw heldFor % 2 == 0
                        ? new AccessDeniedException(file.toString())
                        : new FileSystemException(file.toString(), null, "used by another process");
            }
        }

        @Override
        protected void moveAtOnce(Path from, Path to) throws IOException {
            refuseWhileHeld(to);
            super.moveAtOnce(from, to);
        }

        @Override
        protected void delete(Path file) throws IOException {
            refuseWhileHeld(file);
            super.delete(file);
        }

        @Override
        protected void force(Path directory) throws IOException {
            throw new AccessDeniedException(directory.toString());
        }

        @Override
        protected boolean hasModes(Path file) {
            return false;
        }

        @Override
        protected Path createOwnersOnly(Path file) {
            throw new UnsupportedOperationException("'posix:permissions' not supported as initial attribute");
        }

        @Override
        protected boolean isOwnersOnly(Path file) {
            throw new UnsupportedOperationException("no posix view");
        }

        @Override
        protected boolean pause() {
            pauses++;
            return true;
        }
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    @Test
    void a_file_held_open_for_a_moment_is_replaced_after_it() throws IOException {
        Windows windows = new Windows(3);

        new Disk(windows).replace(file("new", "new"), file("old", "old"));

        assertThat(folder.resolve("old")).hasContent("new");
        assertThat(folder.resolve("new")).doesNotExist();
        assertThat(windows.pauses).isEqualTo(3);
    }

    @Test
    void a_file_held_open_for_long_is_an_error_and_both_files_are_whole() throws IOException {
        Windows windows = new Windows(Integer.MAX_VALUE);
        Path from = file("new", "new");
        Path to = file("old", "old!");

        assertThatThrownBy(() -> new Disk(windows).replace(from, to)).isInstanceOf(FileSystemException.class);
        assertThatThrownBy(() -> new Disk(windows).rename(from, to)).isInstanceOf(FileSystemException.class);

        assertThat(from).hasContent("new");
        assertThat(to).hasContent("old!");
        assertThat(windows.pauses).as("it gives up after a while").isBetween(2, 100);
    }

    @Test
    void a_mail_that_another_thread_has_just_filed_and_reads_is_kept_once() throws IOException {
        Windows windows = new Windows(0) {
            @Override
            protected void moveAtOnce(Path from, Path to) throws IOException {
                Files.copy(from, to);
                throw new AccessDeniedException(to.toString());
            }
        };
        Path to = folder.resolve("hash");

        new Disk(windows).rename(file("mail.part", "mail"), to);

        assertThat(to).hasContent("mail");
        assertThat(folder.resolve("mail.part")).doesNotExist();
    }

    @Test
    void a_mail_that_was_cut_off_under_its_final_name_is_replaced() throws IOException {
        Path to = file("hash", "ma");

        new Disk().rename(file("mail.part", "mail"), to);

        assertThat(to).hasContent("mail");
    }

    @Test
    void a_disk_that_cannot_move_in_one_step_moves_all_the_same() throws IOException {
        DiskCalls calls = new DiskCalls() {
            @Override
            protected void moveAtOnce(Path from, Path to) throws IOException {
                throw new AtomicMoveNotSupportedException(from.toString(), to.toString(), "another volume");
            }
        };

        new Disk(calls).replace(file("new", "new"), file("old", "old"));

        assertThat(folder.resolve("old")).hasContent("new");
    }

    @Test
    void a_file_held_open_is_deleted_after_it() throws IOException {
        Path held = file("held", "x");

        new Disk(new Windows(2)).deleteIfExists(held);

        assertThat(held).doesNotExist();
        new Disk(new Windows(0)).deleteIfExists(held);
    }

    @Test
    void a_directory_that_cannot_be_opened_is_no_error_where_no_directory_can() throws IOException {
        new Disk(new Windows(0)).sync(folder);
    }

    /** P1: what is not durable is not kept. */
    @Test
    void a_directory_that_cannot_be_opened_is_an_error_where_directories_can() {
        DiskCalls refusing = new DiskCalls() {
            @Override
            protected void force(Path directory) throws IOException {
                throw new AccessDeniedException(directory.toString());
            }

            @Override
            protected boolean hasModes(Path file) {
                return true;
            }
        };

        assertThatThrownBy(() -> new Disk(refusing).sync(folder)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void an_error_of_the_disk_itself_is_never_passed_over() {
        Windows broken = new Windows(0) {
            @Override
            protected void force(Path directory) throws IOException {
                throw new IOException("I/O error");
            }
        };

        assertThatThrownBy(() -> new Disk(broken).sync(folder)).hasMessage("I/O error");
    }

    @Test
    void a_secret_file_without_modes_is_made_and_never_called_open_to_others() throws IOException {
        Disk disk = new Disk(new Windows(0));

        Path file = disk.createForOwner(folder.resolve("secret"));

        assertThat(file).isEmptyFile();
        assertThat(disk.isOpenToOthers(file)).isFalse();
        assertThatThrownBy(() -> disk.createForOwner(file)).isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void a_secret_file_is_its_owners_from_the_first_moment() throws IOException {
        Assumptions.assumeTrue(new DiskCalls().hasModes(folder), "a file system without modes");
        Disk disk = new Disk();

        Path file = disk.createForOwner(folder.resolve("secret"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(disk.isOpenToOthers(file)).isFalse();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThat(disk.isOpenToOthers(file)).isTrue();
    }

    @Test
    void a_program_told_to_end_does_not_wait_for_a_file_held_open() throws IOException {
        DiskCalls held = new DiskCalls() {
            @Override
            protected void moveAtOnce(Path from, Path to) throws IOException {
                throw new AccessDeniedException(to.toString());
            }
        };
        Path from = file("new", "new");
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> new Disk(held).replace(from, folder.resolve("old")))
                .isInstanceOf(AccessDeniedException.class);

        assertThat(Thread.interrupted()).as("the order to end stands").isTrue();
        assertThat(from).hasContent("new");
    }
}
