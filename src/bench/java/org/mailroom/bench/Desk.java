package org.mailroom.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program in a process of its own, started by its start script with 256 MB of heap. */
final class Desk implements AutoCloseable {
    private static final int PATIENCE = 300;

    private final Process process;
    private final DeskLog log = new DeskLog();

    private Desk(Process process) {
        this.process = process;
    }

    /** Returns when the desk is ready. */
    static Desk start(Installation installation, Path console) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        installation.home().resolve("bin/mailroom").toString())
                .directory(installation.home().toFile())
                .redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment()
                .put("MAILROOM_JAVA_OPTIONS", ("-Xmx256m " + System.getProperty("bench.java", "")).strip());
        builder.environment().remove("MAILROOM_HOME");
        Desk desk = new Desk(builder.start());
        Runtime.getRuntime().addShutdownHook(new Thread(desk.process::destroyForcibly));
        desk.log.follow(desk.process.getInputStream(), console);
        desk.log.await("its start", PATIENCE, () -> !desk.log.started.isEmpty());
        return desk;
    }

    DeskLog log() {
        return log;
    }

    /**
     * What a batch of mails cost.
     *
     * @param kept from the first one seen to the last one committed
     * @param wall from the first one seen to the last one read and filed
     * @param cpu of the desk's own process
     * @param readers processor time of the processes that open attachments
     */
    record Batch(int mails, Duration kept, Duration wall, Duration cpu, Duration readers) {
        double keptPerSecond() {
            return mails / (kept.toNanos() / 1e9);
        }

        double perSecond() {
            return mails / (wall.toNanos() / 1e9);
        }

        double wallMillis() {
            return wall.toNanos() / 1e6 / mails;
        }

        double cpuMillis() {
            return cpu.toNanos() / 1e6 / mails;
        }

        double readersMillis() {
            return readers.toNanos() / 1e6 / mails;
        }
    }

    /** Hands over all mails at once and waits until they are read. */
    Batch batch(MailServer server, String user, List<Path> mails) throws IOException {
        int before = log.filed.size();
        Instant start = Instant.now();
        Duration used = cpu();
        Duration usedByReaders = readers();
        server.deliver(user, mails);
        log.await("mails to be read", PATIENCE, () -> log.filed.size() >= before + mails.size());
        Duration cpu = cpu().minus(used);
        Duration readers = readers().minus(usedByReaders);
        Instant first = log.seen.values().stream()
                .filter(time -> !time.isBefore(start.minusMillis(1)))
                .min(Instant::compareTo)
                .orElseThrow();
        Instant kept = log.kept.values().stream().max(Instant::compareTo).orElseThrow();
        Instant filed = log.filed.values().stream().max(Instant::compareTo).orElseThrow();
        return new Batch(mails.size(), Duration.between(first, kept), Duration.between(first, filed), cpu, readers);
    }

    /**
     * Hands over one mail at a time at an even pace and waits until they are read.
     *
     * @return what the server calls them
     */
    List<String> paced(MailServer server, String user, List<Path> mails, Duration pace) throws IOException {
        int before = log.filed.size();
        List<String> earlier = new ArrayList<>(log.seen.keySet());
        long next = System.nanoTime();
        for (Path mail : mails) {
            server.deliver(user, List.of(mail));
            next += pace.toNanos();
            Pause.millis(Math.max(0, (next - System.nanoTime()) / 1_000_000));
        }
        log.await("mails to be read", PATIENCE, () -> log.filed.size() >= before + mails.size());
        List<String> keys = new ArrayList<>(log.seen.keySet());
        keys.removeAll(earlier);
        return keys;
    }

    /** Waits until the desk has said nothing for so long: then all windows are answered. */
    void settle(Duration silence) {
        log.await(
                "the last answers",
                PATIENCE,
                () -> Duration.between(log.lastWord(), Instant.now()).compareTo(silence) > 0);
    }

    /** The most memory it ever had in use, pages shared with the archive of classes included; in MB. */
    long peakMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    private Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Wrong for a batch in which one reader took the place of another, which no kind of mail here brings about. */
    private Duration readers() {
        return process.descendants()
                .map(reader -> reader.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Ends it as a person would, and waits until it has ended. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
