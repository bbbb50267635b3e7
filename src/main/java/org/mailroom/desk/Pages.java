package org.mailroom.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.mailroom.campaign.Campaign;
import org.mailroom.custody.Custody;
import org.mailroom.custody.EventLog;
import org.mailroom.dossier.Standings;
import org.mailroom.message.MailOpener;
import org.mailroom.reading.PageReader;
import org.mailroom.sender.Contacts;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The room's door: what can be looked at. */
public final class Pages {
    private final Overview overview;
    private final UnitView unit;
    private final DossierView dossier;
    private final MailView mail;
    private final ScanView scan;
    private final OutboxView outbox;
    private final Rows rows;
    private final PlaceChoice places;
    private final Addresses addresses;
    private final CampaignTime time;
    private final TimeLine timeLine;

    /** What the pages are read from. */
    public record Ground(
            Campaign campaign,
            Standings standings,
            Contacts contacts,
            Custody custody,
            MailOpener opener,
            PageReader reader,
            EventLog events,
            JdbcClient jdbc,
            Clock campaignClock) {}

    public Pages(Ground ground, Overview overview) {
        Masking masking = new Masking(ground.campaign());
        this.time = new CampaignTime(ground.campaign().zone(), ground.campaignClock());
        this.timeLine = new TimeLine(ground.jdbc(), time, masking);
        this.overview = overview;
        this.addresses = new Addresses(masking, ground.jdbc());
        this.places = new PlaceChoice(ground.campaign(), masking, ground.jdbc());
        this.rows = new Rows(ground.jdbc(), time, masking);
        this.unit = new UnitView(ground.campaign(), overview, ground.contacts(), rows, masking);
        this.dossier =
                new DossierView(ground.campaign(), ground.standings(), rows, timeLine, time, masking, ground.jdbc());
        this.mail = new MailView(
                ground.custody(), ground.opener(), ground.events(), time, timeLine, masking, ground.jdbc());
        this.scan = new ScanView(ground, masking);
        this.outbox = new OutboxView(time, masking, ground.jdbc());
    }

    /** What needs a person, oldest first. */
    public record Work(
            List<Rows.TaskLine> tasks,
            List<Rows.OutboxLine> drafts,
            List<Rows.OutboxLine> stuck,
            List<Rows.MailLine> quarantined) {}

    Work work() {
        return new Work(
                rows.tasks(),
                rows.outboxIn(List.of("DRAFT")),
                rows.outboxIn(List.of("FAILED", "UNCERTAIN", "WITHHELD")),
                rows.mailsIn(List.of("QUARANTINED", "FETCH_FAILED")));
    }

    Addresses addresses() {
        return addresses;
    }

    PlaceChoice places() {
        return places;
    }

    String time(Instant at) {
        return time.of(at);
    }

    Overview overview() {
        return overview;
    }

    UnitView unit() {
        return unit;
    }

    DossierView dossier() {
        return dossier;
    }

    MailView mail() {
        return mail;
    }

    /** What last happened to accounts, newest first. */
    List<TimeLine.Happened> accountEvents() {
        return timeLine.ofAccounts();
    }

    ScanView scan() {
        return scan;
    }

    OutboxView outbox() {
        return outbox;
    }
}
