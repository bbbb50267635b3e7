package org.mailroom.mailbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.camel.Processor;
import org.mailroom.platform.Disk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes up each {@code *.eml} that someone puts into a folder, once it has stopped growing, and moves it to {@code done}
 * when it is kept. It is received when it is taken up: no server of ours has stamped it.
 */
final class DropConsumer extends Rounds {
    private static final Logger log = LoggerFactory.getLogger(DropConsumer.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(30);
    /** What is left of a file's name in its source key. */
    private static final int NAME_CHARACTERS = 100;

    private final String account;
    private final Path folder;
    private final Handover handover;
    private final BooleanSupplier turn;
    private final Clock campaign;
    private final Disk disk = new Disk();
    private Map<Path, Stamp> before = Map.of();

    DropConsumer(
            MailboxEndpoint endpoint,
            Processor processor,
            String account,
            Path folder,
            Journal journal,
            BooleanSupplier turn,
            Clock campaign) {
        super(endpoint, processor);
        this.account = account;
        this.folder = folder;
        this.handover = new Handover(this, journal);
        this.turn = turn;
        this.campaign = campaign;
    }

    private record Stamp(long size, FileTime changed) {}

    @Override
    void rounds() {
        while (going()) {
            pause(!turn.getAsBoolean() || looked() ? BETWEEN_LOOKS : AFTER_TROUBLE);
        }
    }

    /** @return whether all went well */
    private boolean looked() {
        try {
            return look();
        } catch (IOException | RuntimeException e) {
            log.error("the drop folder {} cannot be read: {}", folder, e.toString());
            return false;
        }
    }

    private boolean look() throws IOException {
        Path done = Files.createDirectories(folder.resolve("done"));
        Map<Path, Stamp> now = new HashMap<>();
        boolean well = true;
        for (Path file : mails()) {
            Stamp stamp = new Stamp(Files.size(file), Files.getLastModifiedTime(file));
            now.put(file, stamp);
            if (going() && stamp.equals(before.get(file))) {
                well &= taken(file, done);
            }
        }
        before = now;
        return well;
    }

    private List<Path> mails() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName()
                            .toString()
                            .toLowerCase(Locale.ROOT)
                            .endsWith(".eml"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    /** One file that somebody still holds, or that may not be read, stops no other (P3). */
    private boolean taken(Path file, Path done) {
        try {
            return take(file, done);
        } catch (IOException e) {
            log.error("{} cannot be taken up: {}", file, e.toString());
            return false;
        }
    }

    private boolean take(Path file, Path done) throws IOException {
        String hash = sha256(file);
        String name = file.getFileName().toString();
        String key = name.substring(0, Math.min(name.length(), NAME_CHARACTERS)) + "/" + hash;
        Instant now = campaign.instant();
        Handover.Result result = handover.give(
                new FetchedMail(account, "drop", key, now, Files.size(file), out -> Files.copy(file, out)));
        if (result.kept()) {
            Path target = done.resolve(name);
            disk.replace(file, Files.exists(target) ? done.resolve(hash + ".eml") : target);
        }
        return result.kept();
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (DigestInputStream digesting = new DigestInputStream(in, digest)) {
                digesting.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    void wake() {
        // it waits for nothing but the next look
    }

    @Override
    void abort() {
        // a file is read to its end
    }
}
