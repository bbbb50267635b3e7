package org.mailroom.reading;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.mailroom.platform.Disk;
import org.mailroom.reading.wire.Address;

/**
 * Where desk and reader meet once: a Unix-domain socket in a folder of mode 700 that is removed as soon as they have met. Where
 * there are no such sockets, or the path is too long for one, a port on loopback; whoever comes must know the token.
 */
final class Meeting implements Closeable {
    /** Octets of a socket's path that every system takes; Linux 108, macOS 104. */
    private static final int LONGEST = 100;

    private final ServerSocketChannel door;
    private final Optional<Path> folder;
    private final Address address;

    private Meeting(ServerSocketChannel door, Optional<Path> folder) throws IOException {
        byte[] token = new byte[16];
        new SecureRandom().nextBytes(token);
        this.door = door;
        this.folder = folder;
        this.address = new Address(door.getLocalAddress(), HexFormat.of().formatHex(token));
    }

    static Meeting arrange() throws IOException {
        return arrange(Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** @param parent a folder for the socket's own */
    static Meeting arrange(Path parent) throws IOException {
        Path folder = Files.createTempDirectory(parent, "mailroom-", Disk.folderForOwner());
        Path socket = folder.resolve("socket").toAbsolutePath();
        if (socket.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST) {
            try {
                ServerSocketChannel door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
                return new Meeting(door.bind(UnixDomainSocketAddress.of(socket)), Optional.of(folder));
            } catch (UnsupportedOperationException none) {
                // a system without them
            }
        }
        ReaderFolder.delete(folder);
        InetSocketAddress loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        return new Meeting(ServerSocketChannel.open().bind(loopback), Optional.empty());
    }

    Address address() {
        return address;
    }

    /** Waits for the reader; closing ends the wait. Somebody without the token is sent away. */
    SocketChannel met() throws IOException {
        while (true) {
            SocketChannel come = door.accept();
            ByteBuffer told = ByteBuffer.allocate(address.token().length());
            while (told.hasRemaining() && come.read(told) >= 0) {
                // until all is there or nobody speaks
            }
            if (StandardCharsets.US_ASCII.encode(address.token()).equals(told.flip())) {
                return come;
            }
            come.close();
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        if (folder.isPresent()) {
            ReaderFolder.delete(folder.get());
        }
    }
}
