package org.mailroom.wiring;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import org.mailroom.Mailroom;
import org.mailroom.campaign.Campaign;
import org.mailroom.reading.ReaderPool;
import org.mailroom.reading.ReaderProgram;
import org.mailroom.reading.ReaderSettings;
import org.mailroom.reading.ReadingLimits;
import org.mailroom.reading.Readings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The processes that open what senders attach; the desk itself opens none of it. */
@Configuration(proxyBeanMethods = false)
class ReaderRooms {
    private static final int MOST_PROCESSES = 4;
    private static final int LEAST_HEAP = 64;

    /** @param other a reader that is not this program, in tests */
    @Bean(destroyMethod = "close")
    ReaderPool readers(Settings settings, Campaign campaign, ObjectProvider<ReaderProgram> other) throws IOException {
        ReaderProgram program = other.getIfAvailable(ReaderRooms::program);
        return pool(program, settings.reader(), campaign, settings.data().resolve("reading"));
    }

    @Bean
    Readings reading(ReaderPool readers) {
        return new Readings(readers);
    }

    static ReaderPool pool(ReaderProgram program, Settings.Reader settings, Campaign campaign, Path folder)
            throws IOException {
        Charset oldNames =
                Charset.forName(campaign.lexicon().words("mail.charset").get(0));
        return new ReaderPool(program, checked(settings), ReadingLimits.standard(), oldNames, folder);
    }

    static ReaderProgram program() {
        return ReaderProgram.same(Mailroom.class.getName(), Mailroom.READER);
    }

    private static ReaderSettings checked(Settings.Reader reader) {
        need(
                reader.processes() >= 1 && reader.processes() <= MOST_PROCESSES,
                "processes: a number from 1 to " + MOST_PROCESSES);
        need(reader.part().compareTo(Duration.ZERO) > 0, "part: a time, for example 30s,");
        need(reader.page().compareTo(Duration.ZERO) > 0, "page: a time, for example 15s,");
        need(reader.heapMegabytes() >= LEAST_HEAP, "heap-megabytes: " + LEAST_HEAP + " or more");
        need(reader.residentMegabytes() > reader.heapMegabytes(), "resident-megabytes: more than heap-megabytes");
        return new ReaderSettings(
                reader.processes(),
                reader.part(),
                reader.page(),
                reader.recognise(),
                reader.heapMegabytes(),
                reader.residentMegabytes());
    }

    private static void need(boolean met, String what) {
        if (!met) {
            throw new SettingsException("mailroom.reader." + what + " is expected");
        }
    }
}
