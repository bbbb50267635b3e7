package org.mailroom.reading;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;
import org.mailroom.platform.Disk;

/**
 * A folder of this desk for what its readers lay down, of mode 700. It is locked as long as the desk runs, so that what a killed
 * desk has left can be told from what another one works with.
 */
final class ReaderFolder implements Closeable {
    private static final String LOCK = "lock";
    private static final String OURS = "desk-";

    private final Path folder;
    private final FileChannel lock;

    private ReaderFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Removes what killed desks have left below {@code parent}, and makes a new one there. */
    static ReaderFolder below(Path parent) throws IOException {
        Files.createDirectories(parent);
        sweep(parent);
        Path folder = Files.createTempDirectory(parent.toAbsolutePath(), OURS, Disk.folderForOwner());
        FileChannel lock =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        lock.lock();
        return new ReaderFolder(folder, lock);
    }

    /** An empty folder for one process. */
    Path another() throws IOException {
        // somebody may have cleaned up
        Files.createDirectories(folder, Disk.folderForOwner());
        return Files.createTempDirectory(folder, "reader-", Disk.folderForOwner());
    }

    @Override
    public void close() throws IOException {
        lock.close();
        delete(folder);
    }

    private static void sweep(Path parent) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, OURS + "*")) {
            for (Path left : folders) {
                if (abandoned(left.resolve(LOCK))) {
                    delete(left);
                }
            }
        }
    }

    private static boolean abandoned(Path lock) throws IOException {
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                FileLock taken = channel.tryLock()) {
            return taken != null;
        } catch (NoSuchFileException | OverlappingFileLockException inUse) {
            return false;
        }
    }

    /** With all that lies in it; a link is removed, never followed. */
    static void delete(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path emptied, @Nullable IOException failed) throws IOException {
                Files.deleteIfExists(emptied);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
