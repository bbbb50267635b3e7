package org.mailroom.desk.command;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.mailroom.Mailroom;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.CampaignLoader;
import org.mailroom.reading.ReaderPool;
import org.mailroom.reading.ReaderSettings;
import org.mailroom.reading.ReadingLimits;
import org.mailroom.testing.TestClassPath;

/** An installation that is nothing but a data folder and a campaign. */
record Folder(Path data, Path campaign) implements Installation {
    @Override
    public Clock machineClock() {
        return Clock.fixed(Instant.parse("2021-08-20T02:00:00Z"), ZoneOffset.UTC);
    }

    @Override
    public Campaign campaign(Optional<String> named) {
        return new CampaignLoader().load(named.map(Path::of).orElse(campaign));
    }

    @Override
    public ReaderPool reader(Campaign of, Path temp) throws IOException {
        return new ReaderPool(
                TestClassPath.reader(Mailroom.class, Mailroom.READER),
                // a page takes 4 s, or many times that where every core is taken
                new ReaderSettings(1, Duration.ofSeconds(60), Duration.ofSeconds(60), true, 512, 1024),
                ReadingLimits.standard(),
                Charset.forName(of.lexicon().words("mail.charset").get(0)),
                temp);
    }

    @Override
    public Door books(boolean change) {
        throw CommandFault.noBooks(data);
    }

    @Override
    public Door blankBooks() {
        throw CommandFault.noBooks(data);
    }
}
