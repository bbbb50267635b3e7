package org.mailroom.custody;

import jakarta.mail.internet.SharedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * The octets of a file that nobody changes, or a stretch of them. A mail of any size is parsed in place: what is held of it
 * is one window. Closing the stream of the whole file closes the file; closing a stretch closes nothing.
 *
 * <p>Jakarta Mail's own stream seeks and locks at each step of its parser, and does not tell where in the file a part lies.
 */
public final class RawOctets extends InputStream implements SharedInputStream {
    private static final int WINDOW = 64 * 1024;
    private static final byte[] NOTHING = {};

    private final FileChannel file;
    private final boolean owner;
    private final long start;
    private final long end;
    private byte[] window = NOTHING;
    private long windowAt;
    private int filled;
    private long at;
    private long mark;

    private RawOctets(FileChannel file, boolean owner, long start, long end) {
        this.file = file;
        this.owner = owner;
        this.start = start;
        this.end = end;
        this.at = start;
        this.mark = start;
    }

    /** @throws IOException if there is no such file, or it cannot be read */
    public static RawOctets open(Path path) throws IOException {
        FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
        try {
            return new RawOctets(file, true, 0, file.size());
        } catch (IOException failed) {
            file.close();
            throw failed;
        }
    }

    /** Where it begins in the file, in octets. */
    public long start() {
        return start;
    }

    /** Where it ends in the file, exclusive. */
    public long end() {
        return end;
    }

    @Override
    public long getPosition() {
        return at - start;
    }

    /** @param to exclusive, counted from this stream's first octet as {@code from} is; -1 for its end */
    @Override
    public RawOctets newStream(long from, long to) {
        long last = to < 0 ? end : start + to;
        Objects.checkFromToIndex(start + from, last, end);
        return new RawOctets(file, false, start + from, last);
    }

    @Override
    public int read() throws IOException {
        if (at >= end) {
            return -1;
        }
        int next = inWindow();
        at++;
        return window[next] & 0xff;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
        Objects.checkFromIndexSize(from, length, to.length);
        if (length == 0) {
            return 0;
        }
        if (at >= end) {
            return -1;
        }
        int next = inWindow();
        int count = Math.min(length, filled - next);
        System.arraycopy(window, next, to, from, count);
        at += count;
        return count;
    }

    /** Where the next octet stands in the window, which is moved there if it must be. */
    private int inWindow() throws IOException {
        long next = at - windowAt;
        if (next >= 0 && next < filled) {
            return (int) next;
        }
        fill();
        return 0;
    }

    private void fill() throws IOException {
        if (window.length == 0) {
            window = new byte[(int) Math.min(WINDOW, end - at)];
        }
        ByteBuffer buffer = ByteBuffer.wrap(window, 0, (int) Math.min(window.length, end - at));
        filled = 0;
        windowAt = at;
        int read = file.read(buffer, at);
        if (read <= 0) {
            throw new EOFException("the file has become shorter while it was read");
        }
        filled = read;
    }

    @Override
    public long skip(long count) {
        long skipped = Math.min(Math.max(0, count), end - at);
        at += skipped;
        return skipped;
    }

    @Override
    public int available() {
        return (int) Math.min(end - at, Integer.MAX_VALUE);
    }

    @Override
    public boolean markSupported() {
        return true;
    }

    @Override
    public synchronized void mark(int limit) {
        mark = at;
    }

    @Override
    public synchronized void reset() {
        at = mark;
    }

    @Override
    public void close() throws IOException {
        if (owner) {
            file.close();
        }
    }
}
