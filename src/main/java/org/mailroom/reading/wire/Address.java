package org.mailroom.reading.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Where the desk waits for its reader, and the word by which it knows it. Handed over on the reader's standard input: a command
 * line can be seen by every user of the machine.
 *
 * @param place a socket's path, or a port on loopback
 * @param token hexadecimal digits
 */
public record Address(SocketAddress place, String token) {
    private static final String UNIX = "unix:";
    private static final String PORT = "port:";

    /** Two lines. */
    public String lines() {
        String where = place instanceof InetSocketAddress loopback
                ? PORT + loopback.getPort()
                : UNIX + ((UnixDomainSocketAddress) place).getPath();
        return String.format(Locale.ROOT, "%s%n%s%n", where, token);
    }

    /** @throws IOException if the line is no such place: then nobody who knows the reader has started it */
    public static Address of(String where, String token) throws IOException {
        if (where.startsWith(UNIX)) {
            return new Address(UnixDomainSocketAddress.of(Path.of(where.substring(UNIX.length()))), token);
        }
        if (where.matches(PORT + "[0-9]{1,5}")) {
            int port = Integer.parseInt(where.substring(PORT.length()));
            return new Address(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), token);
        }
        throw new IOException("no address");
    }
}
