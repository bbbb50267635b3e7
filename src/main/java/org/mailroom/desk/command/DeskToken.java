package org.mailroom.desk.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.mailroom.platform.Disk;

/**
 * The secret by which the command line is let in: a file of mode 600 in the data folder, there while the desk runs. Whoever
 * can read it can read everything else there.
 */
public final class DeskToken {
    private static final String NAME = "desk.token";

    private final Path file;
    private final String secret;
    private final Disk disk = new Disk();

    private DeskToken(Path file, String secret) {
        this.file = file;
        this.secret = secret;
    }

    /** A new secret, not written yet. */
    public static DeskToken fresh(Path data) {
        byte[] octets = new byte[32];
        new SecureRandom().nextBytes(octets);
        return new DeskToken(data.resolve(NAME), HexFormat.of().formatHex(octets));
    }

    /** What a desk has written; it may have been killed since. */
    record Written(int port, String secret) {
        @Override
        public String toString() {
            return "Written[" + port + "]";
        }
    }

    static Optional<Written> read(Path data) {
        try {
            List<String> lines = Files.readAllLines(data.resolve(NAME), UTF_8);
            return lines.size() == 2
                    ? Optional.of(new Written(Integer.parseInt(lines.get(0)), lines.get(1)))
                    : Optional.empty();
        } catch (IOException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    /** @param port where this desk answers */
    public void write(int port) throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Path temp = folder.resolve(NAME + ".part");
        disk.deleteIfExists(temp);
        Files.writeString(disk.createForOwner(temp), port + "\n" + secret + "\n", UTF_8);
        disk.replace(temp, file);
    }

    /** Takes the file away, unless it is another desk's by now. */
    public void forget() throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null
                && read(folder)
                        .filter(written -> written.secret().equals(secret))
                        .isPresent()) {
            disk.deleteIfExists(file);
        }
    }

    boolean is(String given) {
        return MessageDigest.isEqual(given.getBytes(UTF_8), secret.getBytes(UTF_8));
    }

    @Override
    public String toString() {
        return "DeskToken[withheld]";
    }
}
