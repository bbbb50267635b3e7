package org.mailroom.custody;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.mailroom.mailbox.FetchedMail;
import org.mailroom.platform.Disk;

/** Raw mails as files named by their SHA-256, {@code ab/cd/abcd…}: written once, never changed, never deleted. */
public final class RawStore {
    private static final int BUFFER = 64 * 1024;
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final Path folder;
    private final Disk disk;
    private final Consumer<String> checkpoint;

    /** @throws IOException if the folder cannot be made or written to */
    public RawStore(Path folder, Clock machine) throws IOException {
        this(folder, machine, new Disk(), step -> {});
    }

    /** @param checkpoint hears of each step before the next one begins */
    RawStore(Path folder, Clock machine, Disk disk, Consumer<String> checkpoint) throws IOException {
        this(folder, disk, checkpoint);
        Files.createDirectories(unfinished());
        forgetUnfinished(machine.instant().minus(FORGOTTEN));
    }

    private RawStore(Path folder, Disk disk, Consumer<String> checkpoint) {
        this.folder = folder;
        this.disk = disk;
        this.checkpoint = checkpoint;
    }

    /** To read from: makes and tidies nothing. */
    public static RawStore existing(Path folder) {
        return new RawStore(folder, new Disk(), step -> {});
    }

    /** When this returns the mail survives a kill, and a power cut if the disk keeps its word (P1). */
    MailDigest.Digested keep(FetchedMail.Body body) throws IOException {
        Path temp = Files.createTempFile(unfinished(), "mail", ".part");
        try {
            MailDigest.Digested mail = write(body, temp);
            checkpoint.accept("synced");
            Path outer = folder.resolve(mail.rawSha256().substring(0, 2));
            Path inner = outer.resolve(mail.rawSha256().substring(2, 4));
            Files.createDirectories(inner);
            disk.rename(temp, inner.resolve(mail.rawSha256()));
            checkpoint.accept("renamed");
            for (Path directory : List.of(inner, outer, folder)) {
                disk.sync(directory);
            }
            checkpoint.accept("filed");
            return mail;
        } finally {
            disk.deleteIfExists(temp);
        }
    }

    private MailDigest.Digested write(FetchedMail.Body body, Path temp) throws IOException {
        MailDigest digest = new MailDigest();
        try (FileChannel channel = FileChannel.open(temp, StandardOpenOption.WRITE)) {
            OutputStream file = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
            body.writeTo(new Tee(file, digest));
            file.flush();
            checkpoint.accept("written");
            channel.force(true);
        }
        return digest.digested();
    }

    /**
     * The octets of a stored mail. A MimeMessage made of them reads its parts from the file and
     * holds none in memory.
     *
     * @throws IOException if the file is gone, which only someone outside the desk can have done
     */
    public RawOctets open(String sha256) throws IOException {
        return RawOctets.open(path(sha256));
    }

    Path path(String sha256) {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256");
        }
        return folder.resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
    }

    private Path unfinished() {
        return folder.resolve("unfinished");
    }

    /** What a killed process left behind; a younger file may belong to another node on the same disk. */
    private void forgetUnfinished(Instant before) throws IOException {
        try (Stream<Path> files = Files.list(unfinished())) {
            for (Path file : files.toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** Shows what it writes to the digest, in whole pieces. */
    private static final class Tee extends FilterOutputStream {
        private final MailDigest digest;

        Tee(OutputStream out, MailDigest digest) {
            super(out);
            this.digest = digest;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            digest.write(b);
        }

        @Override
        public void write(byte[] buffer, int from, int length) throws IOException {
            out.write(buffer, from, length);
            digest.write(buffer, from, length);
        }
    }
}
