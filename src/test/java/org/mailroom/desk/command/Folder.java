package org.mailroom.desk.command;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.CampaignLoader;

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
    public Door books(boolean change) {
        throw CommandFault.noBooks(data);
    }

    @Override
    public Door blankBooks() {
        throw CommandFault.noBooks(data);
    }
}
