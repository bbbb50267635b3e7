package org.mailroom.custody;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The two steps to durability that Windows refuses or does differently. */
class Disk {
    private static final Logger log = LoggerFactory.getLogger(Disk.class);

    /**
     * Puts a file under its final name in one step. A file that has this name already has the same content: the name is
     * its hash.
     */
    void rename(Path from, Path to) throws IOException {
        if (Files.exists(to) && Files.size(to) == Files.size(from)) {
            Files.delete(from);
            return;
        }
        try {
            move(from, to);
        } catch (AccessDeniedException e) {
            // Windows: another thread has just put the same file there and reads it
            if (!Files.exists(to) || Files.size(to) != Files.size(from)) {
                throw e;
            }
            Files.delete(from);
        }
    }

    /** Makes the names in a directory durable. Windows opens no directory, and needs none of this. */
    void sync(Path directory) throws IOException {
        try {
            force(directory);
        } catch (AccessDeniedException e) {
            log.debug("{} cannot be synced here", directory);
        }
    }

    void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    void force(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
