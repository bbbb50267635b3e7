package org.mailroom.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.reading.wire.Address;

class MeetingTest {
    @TempDir
    private Path folder;

    @Test
    void a_socket_lies_in_a_folder_of_the_owner_alone_and_is_gone_once_they_have_met() throws IOException {
        Path place;
        try (Meeting meeting = Meeting.arrange(folder)) {
            place = ((UnixDomainSocketAddress) meeting.address().place()).getPath();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place.getParent())))
                    .isEqualTo("rwx------");
            assertMet(meeting);
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_path_too_long_for_a_socket_becomes_a_port_that_only_this_machine_reaches() throws IOException {
        Path deep = Files.createDirectories(folder.resolve("收发室".repeat(12)).resolve("x".repeat(40)));

        try (Meeting meeting = Meeting.arrange(deep)) {
            InetSocketAddress place = (InetSocketAddress) meeting.address().place();
            assertThat(place.getAddress().isLoopbackAddress()).isTrue();
            assertMet(meeting);
        }
        assertThat(deep).isEmptyDirectory();
    }

    /** Somebody who only guesses is sent away, and the one who knows the token is let in. */
    private static void assertMet(Meeting meeting) throws IOException {
        CompletableFuture<SocketChannel> met = CompletableFuture.supplyAsync(() -> {
            try {
                return meeting.met();
            } catch (IOException e) {
                throw new CompletionException(e);
            }
        });
        String[] lines = meeting.address().lines().split("\\R");
        Address told = Address.of(lines[0], lines[1]);
        try (SocketChannel stranger = SocketChannel.open(told.place());
                SocketChannel reader = SocketChannel.open(told.place())) {
            stranger.write(
                    StandardCharsets.US_ASCII.encode("0".repeat(told.token().length())));
            reader.write(StandardCharsets.US_ASCII.encode(told.token()));
            try (SocketChannel ours = met.join()) {
                assertThat(ours.isConnected()).isTrue();
                ours.write(StandardCharsets.US_ASCII.encode("."));
                assertThat(reader.read(java.nio.ByteBuffer.allocate(1))).isEqualTo(1);
            }
        }
    }
}
