package org.mailroom.platform;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;

/**
 * The steps with files that Windows refuses or does differently: it syncs no directory, neither replaces nor deletes a file
 * that somebody has open, and knows no mode 600. Where a step can be done without, it is left out; where it cannot, it is
 * tried again for a moment, as virus scanners and indexers open each new file briefly; then it fails. Nothing is lost: what was to
 * be moved stays where it is.
 */
public final class Disk {
    private static final int TRIES = 20;

    private final DiskCalls calls;

    public Disk() {
        this(new DiskCalls());
    }

    public Disk(DiskCalls calls) {
        this.calls = calls;
    }

    /**
     * Puts a file under its final name in one step. A file that has this name already has the same content: the name is
     * its hash. One of another size was cut off, and is replaced.
     */
    public void rename(Path from, Path to) throws IOException {
        patiently(() -> {
            if (Files.exists(to) && Files.size(to) == Files.size(from)) {
                // perhaps since the last try: another thread has just put the same file there and reads it
                calls.delete(from);
            } else {
                calls.moveAtOnce(from, to);
            }
        });
    }

    /** Puts a file in the place of another, so that whoever reads finds the old one or the new one, whole. */
    public void replace(Path from, Path to) throws IOException {
        patiently(() -> {
            try {
                calls.moveAtOnce(from, to);
            } catch (AtomicMoveNotSupportedException other) {
                calls.move(from, to);
            }
        });
    }

    public void deleteIfExists(Path file) throws IOException {
        patiently(() -> {
            if (Files.exists(file)) {
                calls.delete(file);
            }
        });
    }

    /**
     * Makes the names in a directory durable. Windows opens no directory, and needs none of this.
     *
     * @throws IOException also if a system that could do it refuses: then a power cut may cost the name (P1)
     */
    public void sync(Path directory) throws IOException {
        try {
            calls.force(directory);
        } catch (AccessDeniedException | UnsupportedOperationException refused) {
            if (calls.hasModes(directory)) {
                throw refused;
            }
        }
    }

    /**
     * A new, empty file that only its owner can open, from its first moment on. Without modes the rights of its folder hold.
     *
     * @throws java.nio.file.FileAlreadyExistsException if it is there
     */
    public Path createForOwner(Path file) throws IOException {
        return calls.hasModes(file.toAbsolutePath().getParent())
                ? calls.createOwnersOnly(file)
                : Files.createFile(file);
    }

    /** With these a new folder is one that only its owner can enter. Without modes the rights of the folder above hold. */
    public static FileAttribute<?>[] folderForOwner() {
        return DiskCalls.ownersFolder();
    }

    /** Whether somebody besides its owner can read or change it. Without modes nobody can tell, and the answer is no. */
    public boolean isOpenToOthers(Path file) throws IOException {
        return calls.hasModes(file) && !calls.isOwnersOnly(file);
    }

    private interface Step {
        void run() throws IOException;
    }

    /** Both exceptions are what Windows says of a file that is open elsewhere; the second by its plain class only. */
    private void patiently(Step step) throws IOException {
        for (int left = TRIES - 1; ; left--) {
            try {
                step.run();
                return;
            } catch (FileSystemException refused) {
                boolean open =
                        refused instanceof AccessDeniedException || refused.getClass() == FileSystemException.class;
                if (!open || left == 0 || !calls.pause()) {
                    throw refused;
                }
            }
        }
    }
}
