package org.mailroom.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.reading.ReaderPool;
import org.mailroom.testing.Campaigns;

class ReaderRoomsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "0, 30, 15, 512, 1024, mailroom.reader.processes: a number from 1 to 4 is expected",
        "5, 30, 15, 512, 1024, mailroom.reader.processes: a number from 1 to 4 is expected",
        "1, 0, 15, 512, 1024, 'mailroom.reader.part: a time, for example 30s, is expected'",
        "1, 30, -1, 512, 1024, 'mailroom.reader.page: a time, for example 15s, is expected'",
        "1, 30, 15, 8, 1024, mailroom.reader.heap-megabytes: 64 or more is expected",
        "1, 30, 15, 512, 512, mailroom.reader.resident-megabytes: more than heap-megabytes is expected"
    })
    void a_setting_with_which_nothing_could_be_read_stops_the_start(
            int processes, int part, int page, int heap, int resident, String line) {
        Settings.Reader settings = new Settings.Reader(
                processes, Duration.ofSeconds(part), Duration.ofSeconds(page), true, heap, resident);

        assertThatThrownBy(() -> ReaderRooms.pool(ReaderRooms.program(), settings, Campaigns.english(), folder))
                .isInstanceOf(SettingsException.class)
                .hasMessage(line);
    }

    @Test
    void no_process_is_started_before_there_is_something_to_read() throws IOException {
        Settings.Reader settings =
                new Settings.Reader(1, Duration.ofSeconds(30), Duration.ofSeconds(15), true, 512, 1024);

        try (ReaderPool pool = ReaderRooms.pool(ReaderRooms.program(), settings, Campaigns.english(), folder)) {
            assertThat(pool.processes()).isEmpty();
        }
        assertThat(folder).isEmptyDirectory();
    }
}
