package org.mailroom.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The bare calls of a {@link Disk}, of which some machines refuse some. Tests refuse them here. */
public class DiskCalls {
    private static final Set<PosixFilePermission> OWNERS_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNERS_FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final long PAUSE_MILLIS = 50;

    protected void moveAtOnce(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    protected void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    protected void delete(Path file) throws IOException {
        Files.delete(file);
    }

    protected void force(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Whether files here have owners and modes, as POSIX has them. */
    protected boolean hasModes(@Nullable Path file) throws IOException {
        return file != null && Files.getFileStore(file).supportsFileAttributeView("posix");
    }

    protected Path createOwnersOnly(Path file) throws IOException {
        return Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNERS_ONLY));
    }

    static FileAttribute<?>[] ownersFolder() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNERS_FOLDER)}
                : new FileAttribute<?>[0];
    }

    protected boolean isOwnersOnly(Path file) throws IOException {
        return OWNERS_ONLY.containsAll(Files.getPosixFilePermissions(file));
    }

    /** @return false if the program is told to end */
    protected boolean pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
