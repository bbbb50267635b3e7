package org.mailroom.reading;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import org.mailroom.reading.wire.Json;

/** The processes themselves: a few at most, each started when none is free, and used again until it ends. */
final class Readers implements Closeable {
    private final ReaderProgram program;
    private final ReaderSettings settings;
    private final ReaderFolder folder;
    private final Json json;
    private final ScheduledThreadPoolExecutor watch;
    private final Semaphore places;
    private final ConcurrentLinkedDeque<ReaderProcess> idle = new ConcurrentLinkedDeque<>();
    private final Set<ReaderProcess> all = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    Readers(ReaderProgram program, ReaderSettings settings, ReaderFolder folder, Json json) {
        this.program = program;
        this.settings = settings;
        this.folder = folder;
        this.json = json;
        this.places = new Semaphore(settings.processes(), true);
        this.watch = new ScheduledThreadPoolExecutor(1, Readers::watching);
        watch.setRemoveOnCancelPolicy(true);
    }

    private static Thread watching(Runnable work) {
        Thread thread = new Thread(work, "reader-watch");
        thread.setDaemon(true);
        return thread;
    }

    /** Work for one process. */
    @FunctionalInterface
    interface Work<T> {
        T with(ReaderProcess reader) throws ReaderEnded, IOException;
    }

    /**
     * Has it done by the first process that is free. One that has failed over it is not used again.
     *
     * @throws IOException if none can be started, our own storage fails, or this desk is closing
     */
    <T> T lend(Work<T> work) throws ReaderEnded, IOException {
        try {
            places.acquire();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
        try {
            ReaderProcess reader = free();
            boolean good = false;
            try {
                T done = work.with(reader);
                good = true;
                return done;
            } catch (ReaderEnded ended) {
                // its end is our own doing, and nothing the part is to blame for
                if (closed || Thread.currentThread().isInterrupted()) {
                    throw closing();
                }
                throw ended;
            } finally {
                giveBack(reader, good);
            }
        } finally {
            places.release();
        }
    }

    private ReaderProcess free() throws IOException {
        if (closed) {
            throw closing();
        }
        for (ReaderProcess next = idle.pollFirst(); next != null; next = idle.pollFirst()) {
            if (next.alive()) {
                return next;
            }
            end(next);
        }
        Path temp = folder.another();
        ReaderProcess fresh;
        try {
            fresh = ReaderProcess.start(program, settings, temp, json, watch);
        } catch (IOException failed) {
            ReaderFolder.delete(temp);
            throw failed;
        }
        all.add(fresh);
        return fresh;
    }

    private void giveBack(ReaderProcess reader, boolean good) {
        if (good && !closed && !reader.heavy()) {
            idle.addFirst(reader);
        } else {
            end(reader);
        }
    }

    private void end(ReaderProcess reader) {
        all.remove(reader);
        reader.close();
    }

    private static IOException closing() {
        return new IOException("the desk is closing");
    }

    List<Long> processes() {
        return all.stream().map(ReaderProcess::pid).toList();
    }

    /** Ends all of them, those at work too. */
    @Override
    public void close() throws IOException {
        closed = true;
        List.copyOf(all).forEach(this::end);
        watch.shutdownNow();
        folder.close();
    }
}
