package org.mailroom.agenda;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.Stage;
import org.mailroom.dossier.DueTimes;

/** Asks the campaign's clock what is due, every few seconds and whenever that clock is moved. */
public final class Agenda {
    private final Campaign campaign;
    private final DueTimes dueTimes;
    private final Supplier<Optional<Instant>> readThrough;
    private final Supplier<Instant> openedAt;
    private final Clock campaignClock;
    private final Set<String> done = ConcurrentHashMap.newKeySet();

    /**
     * @param readThrough the time up to which the mailbox is known to be read completely, on the campaign's clock
     * @param openedAt when this desk was first opened, on the campaign's clock
     */
    public Agenda(
            Campaign campaign,
            DueTimes dueTimes,
            Supplier<Optional<Instant>> readThrough,
            Supplier<Instant> openedAt,
            Clock campaignClock) {
        this.campaign = campaign;
        this.dueTimes = dueTimes;
        this.readThrough = readThrough;
        this.openedAt = openedAt;
        this.campaignClock = campaignClock;
    }

    /**
     * A stage is called overdue only when its close has passed, the mailbox has been read past it, and the desk was open
     * before it: of what came before its first day this desk cannot know.
     */
    public void tick() {
        Instant now = campaignClock.instant();
        for (Stage stage : campaign.stages()) {
            boolean closed = !stage.onTime(now);
            boolean read =
                    readThrough.get().filter(through -> !stage.onTime(through)).isPresent();
            if (closed && read && stage.onTime(openedAt.get()) && done.add(stage.id())) {
                dueTimes.passed(stage);
            }
        }
    }
}
