package org.mailroom.dossier;

import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.RequiredDocument;
import org.mailroom.check.NomineeList;
import org.mailroom.check.Rules;
import org.mailroom.custody.Decisions;
import org.mailroom.custody.EventLog;
import org.mailroom.custody.Tasks;
import org.mailroom.dossier.ReceiptWindows.Timing;
import org.mailroom.job.Jobs;
import org.mailroom.sender.Contacts;
import org.mailroom.sender.Senders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * The room, built: its doors for the routes, for replies, for the agenda and for the desk.
 *
 * @param dossiers files mails
 * @param windows opens and closes receipt windows
 * @param standings says where a unit stands
 * @param dueTimes what the passing of a due time does
 * @param reviews what people decide of a dossier
 * @param assignments what people decide of mails and files that could not be sorted
 * @param scans reads scans page by page
 */
public record DossierRoom(
        Dossiers dossiers,
        ReceiptWindows windows,
        Standings standings,
        DueTimes dueTimes,
        Reviews reviews,
        Assignments assignments,
        Scans scans) {

    /** What the room stands on. */
    public record Ground(
            Campaign campaign,
            Rules rules,
            NomineeList nomineeList,
            Senders senders,
            Scans.Means scanning,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Jobs jobs,
            Tasks tasks,
            EventLog events,
            Clock campaignClock,
            Clock machineClock) {}

    /**
     * @param secret keys the identities of nominees
     * @throws org.mailroom.campaign.CampaignException if the lexicon lacks the words for file names
     */
    public static DossierRoom build(Ground ground, Timing timing, byte[] secret) {
        Campaign campaign = ground.campaign();
        JdbcClient jdbc = ground.jdbc();
        JsonMapper json = JsonMapper.builder().build();
        DossierRules rules = new DossierRules(ground.rules(), ground.nomineeList());
        DossierRows rows = new DossierRows(jdbc);
        Documents documents = new Documents(jdbc);
        Nominees nominees = new Nominees(jdbc, new IdentityKeys(secret));
        MailRows mails = new MailRows(jdbc, json);
        LinkRows links = new LinkRows(jdbc);
        Findings findings = new Findings(jdbc, json);
        ReceiptWindows windows = new ReceiptWindows(jdbc, ground.jobs(), ground.machineClock(), timing);
        DossierTasks tasks = new DossierTasks(ground.tasks());
        ScanPages pages = new ScanPages(jdbc, json);
        Assessment assessment = new Assessment(
                campaign,
                rows,
                documents,
                mails,
                findings,
                windows,
                rules,
                nominees,
                new HistoryRows(jdbc, campaign.stages(), json),
                tasks,
                pages,
                ground.events(),
                json);
        Standings standings = new Standings(campaign, rows, documents, mails, findings, assessment, links, pages);
        Sorting sorting = new Sorting(campaign.stages(), campaign.documents(), scans(campaign), rules);
        Slotting slotting = new Slotting(documents, nominees, ground.events(), json);
        AssignedParts parts = new AssignedParts(jdbc, documents);
        ScanFiling scanFiling = new ScanFiling(
                campaign,
                ground.scanning().recogniser(),
                sorting,
                pages,
                rows,
                documents,
                parts,
                nominees,
                mails,
                slotting,
                assessment,
                standings,
                windows,
                ground.tasks(),
                ground.events());
        Filing filing = new Filing(
                campaign,
                sorting,
                rows,
                documents,
                nominees,
                mails,
                pages,
                slotting,
                ground.jobs(),
                assessment,
                windows,
                ground.tasks(),
                ground.events(),
                json,
                ground.campaignClock(),
                ground.machineClock());
        Decisions decisions = new Decisions(jdbc, ground.transaction(), ground.events(), ground.campaignClock());
        return new DossierRoom(
                new Dossiers(
                        campaign,
                        ground.transaction(),
                        filing,
                        mails,
                        links,
                        new FirstContact(campaign, documents, new Contacts(jdbc), ground.senders()),
                        ground.senders(),
                        ground.tasks(),
                        ground.events()),
                windows,
                standings,
                new DueTimes(campaign, rows, tasks, ground.events(), ground.transaction()),
                new Reviews(
                        campaign,
                        decisions,
                        rows,
                        findings,
                        assessment,
                        standings,
                        tasks,
                        ground.events(),
                        ground.campaignClock()),
                new Assignments(
                        campaign,
                        decisions,
                        ground.events(),
                        ground.tasks(),
                        new AssignedMails(jdbc, ground.jobs(), ground.machineClock()),
                        parts,
                        rows,
                        assessment,
                        windows),
                new Scans(ground.scanning(), parts, pages, scanFiling, ground.transaction(), ground.machineClock()));
    }

    static ScanAssignment scans(Campaign campaign) {
        List<String> perNominee = campaign.stages().stream()
                .flatMap(stage -> stage.required().stream())
                .filter(required -> required.per() == RequiredDocument.Per.NOMINEE)
                .map(required -> required.document().id())
                .distinct()
                .toList();
        Pattern noise = campaign.lexicon().pattern("scan.noise");
        return new ScanAssignment(List.copyOf(campaign.documents().values()), perNominee, noise);
    }
}
