package org.mailroom.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.mailroom.platform.Disk;

/** Passwords and keys: from the environment or from files that only their owner can read; never in logs. */
final class Secrets {
    private Secrets() {}

    /** @throws SettingsException if neither is given, the variable is not set, or the file can be read by others */
    static String password(String key, @Nullable String password, @Nullable Path file) {
        if (password != null && !password.isBlank()) {
            // Spring hands on what it cannot resolve; as a password it would only be refused, and lock the mailbox
            if (password.startsWith("${") && password.endsWith("}")) {
                throw new SettingsException(key + ".password asks for the variable "
                        + password.substring(2, password.length() - 1) + ", which is not set");
            }
            return password;
        }
        if (file == null) {
            throw new SettingsException(
                    key + ".password is missing: set it from the environment, or name a file of mode 600 in " + key
                            + ".password-file");
        }
        try {
            refuseIfOthersCanRead(key, file);
            return Files.readString(file, UTF_8).strip();
        } catch (IOException e) {
            throw new SettingsException(key + ".password-file: " + file + " cannot be read");
        }
    }

    /** The desk's own key, made at the first start: it signs Message-IDs and keys identities. 32 bytes. */
    static byte[] key(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return HexFormat.of().parseHex(Files.readString(file, UTF_8).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("the desk's key " + file + " cannot be read or written", e);
        }
    }

    private static void refuseIfOthersCanRead(String key, Path file) throws IOException {
        if (new Disk().isOpenToOthers(file)) {
            throw new SettingsException(
                    key + ".password-file: " + file + " can be read by others; run chmod 600 " + file);
        }
    }

    /** Whole and durable, or not at all: with half a key, or another one, the desk would not know its own mails. */
    private static void make(Path file) throws IOException {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Path temp = folder.resolve(file.getFileName() + ".part");
        Disk disk = new Disk();
        disk.deleteIfExists(temp);
        disk.createForOwner(temp);
        Files.writeString(
                temp, HexFormat.of().formatHex(key), UTF_8, StandardOpenOption.WRITE, StandardOpenOption.DSYNC);
        disk.replace(temp, file);
        disk.sync(folder);
    }
}
