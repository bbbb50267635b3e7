package org.mailroom.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RawOctetsTest {
    private static final int LARGER_THAN_ITS_WINDOW = 300_000;

    private byte[] written;
    private Path file;

    @BeforeEach
    void write(@TempDir Path folder) throws IOException {
        written = new byte[LARGER_THAN_ITS_WINDOW];
        new Random(7).nextBytes(written);
        file = Files.write(folder.resolve("mail"), written);
    }

    @Test
    void every_octet_is_read_alone_or_many_at_once() throws IOException {
        try (RawOctets all = RawOctets.open(file);
                RawOctets alone = RawOctets.open(file)) {
            assertThat(all.readAllBytes()).isEqualTo(written);
            for (byte octet : written) {
                assertThat(alone.read()).isEqualTo(octet & 0xff);
            }
            assertThat(alone.read()).isEqualTo(-1);
            assertThat(all.read(new byte[1])).isEqualTo(-1);
        }
    }

    @Test
    void marks_skips_and_resets_land_where_they_should_whatever_the_window_holds() throws IOException {
        Random random = new Random(11);
        try (RawOctets octets = RawOctets.open(file)) {
            int at = 0;
            int mark = 0;
            for (int step = 0; step < 5_000; step++) {
                switch (random.nextInt(4)) {
                    case 0 -> {
                        octets.mark(1);
                        mark = at;
                    }
                    case 1 -> {
                        octets.reset();
                        at = mark;
                    }
                    case 2 -> at += (int) octets.skip(random.nextInt(20_000));
                    default -> {
                        byte[] some = octets.readNBytes(random.nextInt(5_000));
                        assertThat(some).isEqualTo(Arrays.copyOfRange(written, at, at + some.length));
                        at += some.length;
                    }
                }
                assertThat(octets.getPosition()).isEqualTo(at);
                assertThat(octets.available()).isEqualTo(written.length - at);
            }
        }
    }

    @Test
    void a_stretch_of_a_stretch_tells_where_in_the_file_it_lies() throws IOException {
        try (RawOctets octets = RawOctets.open(file)) {
            RawOctets inner = octets.newStream(1_000, -1).newStream(500, 100_500);

            assertThat(inner.start()).isEqualTo(1_500);
            assertThat(inner.end()).isEqualTo(101_500);
            assertThat(inner.getPosition()).isZero();
            assertThat(inner.readAllBytes()).isEqualTo(Arrays.copyOfRange(written, 1_500, 101_500));
            assertThatThrownBy(() -> inner.newStream(0, 100_001)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void closing_a_stretch_closes_nothing_and_closing_the_file_everything() throws IOException {
        RawOctets octets = RawOctets.open(file);
        RawOctets stretch = octets.newStream(0, -1);
        stretch.close();

        assertThat(octets.read()).isEqualTo(written[0] & 0xff);
        octets.close();
        assertThatThrownBy(stretch::read).isInstanceOf(ClosedChannelException.class);
    }

    @Test
    void a_file_cut_off_while_it_is_read_is_a_failure_of_ours_and_not_the_end_of_the_mail() throws IOException {
        try (RawOctets octets = RawOctets.open(file)) {
            Files.write(file, new byte[0], StandardOpenOption.TRUNCATE_EXISTING);

            assertThatThrownBy(octets::readAllBytes).isInstanceOf(IOException.class);
        }
    }
}
