package org.mailroom.agenda;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.mailroom.campaign.Campaign;
import org.mailroom.custody.Tasks;
import org.mailroom.dossier.DueTimes;
import org.mailroom.dossier.Standings;
import org.mailroom.reply.Notices;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The room's door: asks the campaign's clock what is due, every few seconds and whenever that clock is moved. */
public final class Agenda {
    private final Closings closings;
    private final Reminding reminding;
    private final PhoneList phones;
    private final Supplier<Optional<Instant>> readThrough;
    private final Supplier<Instant> openedAt;
    private final Clock campaignClock;

    /** What the room stands on. */
    public record Ground(
            Campaign campaign,
            DueTimes dueTimes,
            Standings standings,
            Notices notices,
            Tasks tasks,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock campaignClock) {}

    /**
     * @param readThrough the time up to which the mailbox is known to be read completely, on the campaign's clock
     * @param openedAt when this desk was first opened, on the campaign's clock
     */
    public Agenda(Ground ground, Supplier<Optional<Instant>> readThrough, Supplier<Instant> openedAt) {
        Campaign campaign = ground.campaign();
        Slots slots = new Slots(ground.jdbc(), ground.campaignClock());
        Units units = new Units(ground.transaction(), ground.tasks());
        this.phones = new PhoneList(campaign, ground.notices(), ground.jdbc(), ground.tasks());
        this.reminding = new Reminding(campaign, ground.standings(), ground.notices(), phones, slots, units);
        this.closings =
                new Closings(campaign, ground.dueTimes(), ground.standings(), ground.notices(), phones, slots, units);
        this.readThrough = readThrough;
        this.openedAt = openedAt;
        this.campaignClock = ground.campaignClock();
    }

    /** Does what is due now; called as often as one likes, it does nothing twice. */
    public synchronized void tick() {
        Instant now = campaignClock.instant();
        Optional<Instant> read = readThrough.get();
        Instant opened = openedAt.get();
        closings.tick(now, read, opened);
        reminding.tick(now, read, opened);
        phones.tick();
    }

    /** Whether the mailbox is known to be read up to that time, so that {@link #tick} does all that was due by then. */
    public boolean hasRead(Instant time) {
        return readThrough.get().filter(through -> !through.isBefore(time)).isPresent();
    }

    /** Units to be reminded by telephone, in the order of the stages, then of the units. */
    public List<Phone> pleasePhone() {
        return phones.open();
    }
}
