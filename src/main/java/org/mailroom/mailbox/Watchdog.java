package org.mailroom.mailbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the sockets of one connection and closes them from outside when a step takes too long. A server that sends an
 * octet now and then never runs into a read time-out. The sockets are the plain ones below any TLS, whose own closing
 * waits for a writer.
 */
final class Watchdog extends SocketFactory {
    private static final Logger log = LoggerFactory.getLogger(Watchdog.class);

    private final ScheduledExecutorService timer;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    Watchdog(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    /** A step that must end in time. */
    @FunctionalInterface
    interface Step<T, E extends Exception> {
        T take() throws E;
    }

    /** Takes the step; when {@code limit} has passed by the wall clock, the step fails for want of a connection. */
    <T, E extends Exception> T within(Duration limit, String what, Step<T, E> step) throws E {
        ScheduledFuture<?> alarm = timer.schedule(
                () -> {
                    log.warn("{} took longer than {}; its connection is closed", what, limit);
                    closeAll();
                },
                limit.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            return step.take();
        } finally {
            alarm.cancel(false);
        }
    }

    /** How long a read may be silent, from now on; zero for any time. */
    void patience(Duration silence) throws SocketException {
        for (Socket socket : sockets) {
            if (!socket.isClosed()) {
                socket.setSoTimeout(Math.toIntExact(silence.toMillis()));
            }
        }
    }

    void closeAll() {
        for (Socket socket : sockets) {
            try {
                socket.close();
            } catch (IOException e) {
                log.debug("a socket did not close", e);
            }
        }
        sockets.clear();
    }

    @Override
    public Socket createSocket() {
        Socket socket = new Socket();
        sockets.add(socket);
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return keep(new Socket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return keep(new Socket(host, port, local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return keep(new Socket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return keep(new Socket(host, port, local, localPort));
    }

    private Socket keep(Socket socket) {
        sockets.add(socket);
        return socket;
    }
}
