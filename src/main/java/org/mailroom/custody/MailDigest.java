package org.mailroom.custody;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.security.MessageDigest;

/** Watches a mail pass: hashes it, keeps its header, hashes what follows the header. In bounded memory. */
final class MailDigest extends OutputStream {
    /** A header beyond this counts as body; the longest real ones are some 50 KB. */
    private static final int LONGEST_HEADER = 256 * 1024;

    private final MessageDigest raw = Sha256.start();
    private final MessageDigest body = Sha256.start();
    private final ByteArrayOutputStream header = new ByteArrayOutputStream(4096);
    private boolean inHeader = true;
    private boolean emptyLine = true;
    private long size;

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] buffer, int from, int length) {
        raw.update(buffer, from, length);
        size += length;
        int start = inHeader ? passHeader(buffer, from, from + length) : from;
        body.update(buffer, start, from + length - start);
    }

    /** Ends with the first empty line, whose end may be CRLF or LF. */
    private int passHeader(byte[] buffer, int from, int to) {
        for (int i = from; i < to; i++) {
            byte b = buffer[i];
            header.write(b);
            if (b == '\n' && emptyLine || header.size() == LONGEST_HEADER) {
                inHeader = false;
                return i + 1;
            }
            if (b != '\r') {
                emptyLine = b == '\n';
            }
        }
        return to;
    }

    /** To be asked once, at the end. */
    Digested digested() {
        return new Digested(Sha256.end(raw), size, header.toByteArray(), Sha256.end(body));
    }

    /**
     * A mail that passed.
     *
     * @param header its octets with the empty line
     * @param bodySha256 of the octets after the header
     */
    record Digested(String rawSha256, long size, byte[] header, String bodySha256) {}
}
