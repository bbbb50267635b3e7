package org.mailroom.reading.reader;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.channels.SocketChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.mailroom.reading.PageReader;
import org.mailroom.reading.PartReader;
import org.mailroom.reading.ReadingLimits;
import org.mailroom.reading.wire.Address;
import org.mailroom.reading.wire.Frames;
import org.mailroom.reading.wire.Json;
import org.mailroom.reading.wire.Reply;
import org.mailroom.reading.wire.Request;

/**
 * The reader's process: takes one attachment at a time from the desk that has started it, and ends as soon as that is gone, even in
 * the middle of its work.
 */
public final class ReaderMain {
    /** It was not started by a desk. */
    private static final int NOT_CALLED = 2;

    /** The heap was full, and nobody has known of a way to go on: the desk knows it by this number. */
    private static final int OUT_OF_MEMORY = 3;

    /** A fault of ours; the desk counts it against the attachment, as it does a crash. */
    private static final int BROKEN = 70;

    private final Frames frames;
    private final Workbench bench;

    private ReaderMain(Frames frames, Workbench bench) {
        this.frames = frames;
        this.bench = bench;
    }

    /** Who reads in this process. */
    public record Hands(PartReader parts, PageReader pages) {}

    /** Makes the one who reads within such limits. */
    @FunctionalInterface
    public interface Hiring {
        Hands hire(ReadingLimits limits, Path temp, Charset oldNames);
    }

    /** For the process that a desk has started for this; never returns. */
    public static void run() {
        run((limits, temp, oldNames) -> {
            // Beside the folder of the parts, which is emptied after each of them.
            LocalReader reader = new LocalReader(limits, temp, temp.resolveSibling("ocr"), oldNames);
            return new Hands(reader, reader);
        });
    }

    static void run(Hiring hiring) {
        Thread.setDefaultUncaughtExceptionHandler((thread, broken) -> broken(broken));
        Path temp = Path.of(System.getProperty("java.io.tmpdir"));
        try {
            Json json = new Json();
            Frames frames = new Frames(connection(), json);
            new ReaderMain(frames, new Workbench(hiring, temp.resolve("parts"), json)).serve();
        } catch (IOException gone) {
            System.err.println("reader: " + gone.getClass().getSimpleName());
            Runtime.getRuntime().halt(NOT_CALLED);
        }
        // Not exit: whatever a library has registered may wait for the work that is being thrown away.
        Runtime.getRuntime().halt(0);
    }

    private static SocketChannel connection() throws IOException {
        BufferedReader called = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Address desk = Address.of(line(called), line(called));
        SocketChannel socket = SocketChannel.open(desk.place());
        socket.write(StandardCharsets.US_ASCII.encode(desk.token()));
        return socket;
    }

    private static String line(BufferedReader called) throws IOException {
        String line = called.readLine();
        if (line == null) {
            throw new IOException("no address");
        }
        return line;
    }

    /** While a part is read in a thread of its own, this one waits for the next: so it sees at once that the desk is gone. */
    private void serve() throws IOException {
        for (Optional<Request> next = frames.next(Request.class); next.isPresent(); next = frames.next(Request.class)) {
            InputStream octets = frames.octets();
            try {
                Workbench.Task task = bench.take(next.get(), octets);
                Thread work = new Thread(() -> work(task), "work");
                work.start();
            } catch (Held.DiskFailure ours) {
                octets.skip(Long.MAX_VALUE);
                answer(fault(ours), new byte[0]);
            }
        }
    }

    private void work(Workbench.Task task) {
        Reply reply = Reply.DONE;
        byte[] octets = new byte[0];
        try (task) {
            octets = task.done();
        } catch (IOException ours) {
            reply = fault(ours);
        } catch (Held.DiskFailure ours) {
            reply = fault(ours);
        }
        try {
            answer(reply, octets);
        } catch (IOException gone) {
            // the other thread sees it too, and ends the process
        }
    }

    private void answer(Reply reply, byte[] octets) throws IOException {
        frames.begin(reply);
        frames.piece(octets, octets.length);
        frames.end();
    }

    private static Reply fault(Exception ours) {
        return new Reply(ours.getClass().getSimpleName());
    }

    /** Says where, and never what: a message may quote what a sender wrote. */
    private static void broken(Throwable broken) {
        if (broken instanceof OutOfMemoryError) {
            Runtime.getRuntime().halt(OUT_OF_MEMORY);
        }
        System.err.println("reader: " + broken.getClass().getName());
        for (StackTraceElement frame : broken.getStackTrace()) {
            System.err.println("  " + frame);
        }
        Runtime.getRuntime().halt(BROKEN);
    }
}
