package org.mailroom.reading;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.mailroom.message.Content;
import org.mailroom.reading.wire.Frames;
import org.mailroom.reading.wire.Json;
import org.mailroom.reading.wire.Reply;
import org.mailroom.reading.wire.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** One process that reads, and the connection to it. For one thread at a time, except for its end. */
final class ReaderProcess implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(ReaderProcess.class);
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration LAST_BREATH = Duration.ofSeconds(2);
    private static final long WEIGHED = 250;
    private static final int LONGEST_ANSWER = 64 * 1024 * 1024;
    private static final int CHUNK = 64 * 1024;

    /**
     * Percent of the resident memory it may take, beyond which it is not used again. Text recognition alone settles at 84 percent of
     * the standard limit (docs/recognition.md).
     */
    private static final int SPENT = 90;

    private static final int HUNDRED = 100;

    /** What a reader ends with whose heap is full. */
    private static final int OUT_OF_MEMORY = 3;

    private final Process process;
    private final Path temp;
    private final SocketChannel socket;
    private final Frames frames;
    private final ScheduledExecutorService watch;
    private final ScheduledFuture<?> weighing;
    private final long mostResident;
    private final AtomicReference<@Nullable Ended> killed = new AtomicReference<>();

    private ReaderProcess(
            Process process,
            Path temp,
            SocketChannel socket,
            Json json,
            ScheduledExecutorService watch,
            long mostResident) {
        this.process = process;
        this.temp = temp;
        this.socket = socket;
        this.frames = new Frames(socket, json);
        this.watch = watch;
        this.mostResident = mostResident;
        this.weighing =
                watch.scheduleWithFixedDelay(() -> weigh(mostResident), WEIGHED, WEIGHED, TimeUnit.MILLISECONDS);
    }

    /** @throws IOException if it does not start: no part is at fault */
    static ReaderProcess start(
            ReaderProgram program, ReaderSettings settings, Path temp, Json json, ScheduledExecutorService watch)
            throws IOException {
        long began = System.nanoTime();
        List<String> command = program.command(
                temp,
                ReaderOptions.java(
                        settings, temp, ManagementFactory.getRuntimeMXBean().getInputArguments()));
        try (Meeting meeting = Meeting.arrange()) {
            ProcessBuilder builder = new ProcessBuilder(command).directory(temp.toFile());
            builder.environment().keySet().retainAll(List.of());
            builder.environment().putAll(ReaderOptions.environment(System.getenv(), temp));
            Process process = builder.start();
            ScheduledFuture<?> late = watch.schedule(process::destroyForcibly, START.toSeconds(), TimeUnit.SECONDS);
            try {
                process.onExit().thenRun(() -> close(meeting));
                said(process, "", process.getInputStream(), Level.DEBUG);
                said(process, "-error", process.getErrorStream(), Level.INFO);
                try (OutputStream call = process.getOutputStream()) {
                    call.write(meeting.address().lines().getBytes(StandardCharsets.UTF_8));
                }
                SocketChannel socket = meeting.met();
                LOG.info(
                        "reader {} started in {} ms",
                        process.pid(),
                        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
                return new ReaderProcess(
                        process, temp, socket, json, watch, settings.residentMegabytes() * 1024L * 1024L);
            } catch (IOException | RuntimeException failed) {
                process.destroyForcibly();
                throw new IOException("the reader does not start; what it said stands in the log", failed);
            } finally {
                late.cancel(false);
            }
        }
    }

    boolean alive() {
        return process.isAlive() && killed.get() == null;
    }

    long pid() {
        return process.pid();
    }

    /** Whether it holds so much already that the next part could end it without being at fault. */
    boolean heavy() {
        return ResidentMemory.of(process.pid()) > mostResident / HUNDRED * SPENT;
    }

    /**
     * What it said.
     *
     * @param fault what failed on its side that no part is to blame for, such as its disk; "" if nothing did
     */
    record Answer(String fault, byte[] octets) {}

    /**
     * Has something done. If this throws anything, the process must not be asked again.
     *
     * @throws ReaderEnded if the process has come to its end over it
     * @throws IOException if our own storage fails on this side
     */
    Answer ask(Request request, Content content, Duration longest) throws ReaderEnded, IOException {
        ScheduledFuture<?> late = watch.schedule(() -> kill(Ended.TIME), longest.toMillis(), TimeUnit.MILLISECONDS);
        try (InputStream octets = content.open()) {
            tell(request, octets);
            return answer();
        } finally {
            late.cancel(false);
        }
    }

    private void tell(Request request, InputStream octets) throws ReaderEnded, IOException {
        saying(() -> frames.begin(request));
        byte[] chunk = new byte[CHUNK];
        for (int read = octets.read(chunk); read >= 0; read = octets.read(chunk)) {
            int length = read;
            saying(() -> frames.piece(chunk, length));
        }
        saying(frames::end);
    }

    private Answer answer() throws ReaderEnded {
        Reply reply;
        byte[] octets;
        try {
            reply = frames.next(Reply.class).orElseThrow(() -> new ReaderEnded(why()));
            octets = frames.octets().readNBytes(LONGEST_ANSWER + 1);
        } catch (IOException gone) {
            throw new ReaderEnded(why());
        }
        if (octets.length > LONGEST_ANSWER) {
            throw new ReaderEnded(Ended.CRASH);
        }
        return new Answer(reply.fault(), octets);
    }

    /** Something said to the reader, in contrast to what is read from our own disk meanwhile. */
    private interface Saying {
        void run() throws IOException;
    }

    private void saying(Saying something) throws ReaderEnded {
        try {
            something.run();
        } catch (IOException gone) {
            throw new ReaderEnded(why());
        }
    }

    /** Why the connection ended; waits a little for the process, whose end comes with it. */
    private Ended why() {
        try {
            boolean ended = process.waitFor(LAST_BREATH.toMillis(), TimeUnit.MILLISECONDS);
            Ended by = killed.get();
            if (by != null) {
                return by;
            }
            return ended && process.exitValue() == OUT_OF_MEMORY ? Ended.HEAP : Ended.CRASH;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Ended.CRASH;
        }
    }

    private void weigh(long most) {
        if (ResidentMemory.of(process.pid()) > most) {
            kill(Ended.MEMORY);
        }
    }

    /** Ends it at once; whoever waits for its answer learns why. */
    private void kill(Ended why) {
        killed.compareAndSet(null, why);
        process.destroyForcibly();
        close(socket);
    }

    /** Lets it go, or ends it if it will not, and removes what it has left. */
    @Override
    public void close() {
        weighing.cancel(false);
        close(socket);
        try {
            if (!process.waitFor(LAST_BREATH.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor(LAST_BREATH.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException stopping) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        try {
            ReaderFolder.delete(temp);
        } catch (IOException left) {
            LOG.warn("{} cannot be emptied: {}", temp, left.getClass().getSimpleName());
        }
    }

    private static void close(Closeable open) {
        try {
            open.close();
        } catch (IOException closed) {
            LOG.debug("closing failed: {}", closed.getClass().getSimpleName());
        }
    }

    /**
     * Its standard output and error are only logged, so that nothing a library prints can be taken for an answer. We and Java
     * write to the error; what native libraries say of each page they are given stands in the output.
     */
    private static void said(Process process, String which, InputStream out, Level level) {
        Thread listening = new Thread(
                () -> {
                    ReaderWords words = new ReaderWords();
                    try (BufferedReader lines =
                            new BufferedReader(new InputStreamReader(out, StandardCharsets.UTF_8))) {
                        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                            words.fit(line)
                                    .ifPresent(fit -> LOG.atLevel(level).log("reader {}: {}", process.pid(), fit));
                        }
                    } catch (IOException gone) {
                        LOG.debug("reader {} says no more", process.pid());
                    }
                },
                "reader-" + process.pid() + which);
        listening.setDaemon(true);
        listening.start();
    }
}
