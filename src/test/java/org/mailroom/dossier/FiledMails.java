package org.mailroom.dossier;

import static java.time.ZoneOffset.UTC;

import jakarta.mail.util.SharedByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.CampaignLoader;
import org.mailroom.campaign.Unit;
import org.mailroom.check.NomineeList;
import org.mailroom.check.RuleContext;
import org.mailroom.check.Rules;
import org.mailroom.custody.Decisions;
import org.mailroom.custody.EventLog;
import org.mailroom.custody.StoredMail;
import org.mailroom.custody.Tasks;
import org.mailroom.form.FormDescriptor;
import org.mailroom.form.FormDescriptors;
import org.mailroom.form.Recogniser;
import org.mailroom.form.Recognition;
import org.mailroom.form.ScanRecogniser;
import org.mailroom.job.DbJobs;
import org.mailroom.message.MailOpener;
import org.mailroom.message.OurMark;
import org.mailroom.reading.ReadFile;
import org.mailroom.reading.ReadingLimits;
import org.mailroom.reading.Readings;
import org.mailroom.reading.reader.LocalReader;
import org.mailroom.sender.Contact;
import org.mailroom.sender.Contacts;
import org.mailroom.sender.Senders;
import org.mailroom.sender.Strangers;
import org.mailroom.testing.MailBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A desk from the opened mail to the dossier, with all its real parts, on any database. Mails are kept by SQL. */
final class FiledMails {
    private static final Campaign CAMPAIGN = new CampaignLoader().load(Path.of("campaigns/cnipa-2021"));
    private static final List<FormDescriptor> FORMS = FormDescriptors.load(CAMPAIGN.forms(), CAMPAIGN.lexicon());
    private static final Rules RULES = Rules.load(CAMPAIGN, FORMS);

    final JdbcClient jdbc;
    final Contacts contacts;
    final DossierRoom room;
    final Strangers strangers;
    final Decisions decisions;
    final Clock clock;
    private final Map<Long, byte[]> raw = new HashMap<>();
    private final Senders senders;
    private final LocalReader reader =
            new LocalReader(ReadingLimits.standard(), Path.of("target", "reading"), Charset.forName("GB18030"));
    private final Readings readings = new Readings(
            part -> reader.read(part).stream().map(ReadFile::unrecognised).toList());
    private final Recognition recognition =
            new Recognition(new Recogniser(FORMS, CAMPAIGN.lexicon()), new ScanRecogniser(FORMS, CAMPAIGN.lexicon()));

    FiledMails(DataSource database) {
        clock = Clock.fixed(Instant.parse("2021-08-27T08:05:00Z"), CAMPAIGN.zone());
        jdbc = JdbcClient.create(database);
        contacts = new Contacts(jdbc);
        senders = new Senders(contacts, CAMPAIGN.units(), CAMPAIGN.collisions(), CAMPAIGN.lexicon());
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        DbJobs jobs = new DbJobs(database, clock);
        Tasks tasks = new Tasks(database, clock);
        EventLog events = new EventLog(database, clock);
        decisions = new Decisions(jdbc, transaction, events, clock);
        strangers = new Strangers(CAMPAIGN, jdbc, decisions, tasks, jobs, clock);
        DossierRoom.Ground ground = new DossierRoom.Ground(
                CAMPAIGN,
                RULES,
                new NomineeList(RuleContext.of(CAMPAIGN, FORMS)),
                senders,
                Scans.Means.none(new ScanRecogniser(FORMS, CAMPAIGN.lexicon())),
                jdbc,
                transaction,
                jobs,
                tasks,
                events,
                clock,
                clock);
        Duration quiet = Duration.ofMinutes(10);
        room = DossierRoom.build(ground, new ReceiptWindows.Timing(quiet, quiet, quiet), new byte[32]);
    }

    static Unit unit(String code) {
        return CAMPAIGN.unit(code).orElseThrow();
    }

    /** Registers an address for the unit and gives it. */
    String registered(String unit) {
        String address = "office@u" + unit + ".example";
        contacts.register(new Contact(unit, address, "", Contact.State.REGISTERED, "settings"));
        return address;
    }

    /** Receives and files a mail. */
    long file(String received, MailBuilder mail) {
        byte[] octets = mail.bytes();
        Instant at = Instant.parse(received);
        jdbc.sql("""
                        insert into mail (account, folder, source_key, state, server_time, received_at, journalled_at, size)
                        select 'designated', 'INBOX', cast(count(*) + 1 as varchar(20)), 'STORED', :at, :at, :at, :size
                          from mail""").param("at", at.atOffset(UTC)).param("size", octets.length).update();
        long id = jdbc.sql("select max(id) from mail").query(Long.class).single();
        raw.put(id, octets);
        read(id, at);
        return id;
    }

    /** Reads and files every mail that waits for it, as the queue does. */
    void readWaiting() {
        record Waiting(long id, OffsetDateTime receivedAt) {}
        jdbc.sql("select id, received_at from mail where state = 'STORED' order by id")
                .query(Waiting.class)
                .list()
                .forEach(mail -> read(mail.id(), mail.receivedAt().toInstant()));
    }

    private void read(long id, Instant at) {
        byte[] octets = raw.get(id);
        StoredMail stored =
                new StoredMail(id, "designated", "INBOX", "1/" + id, at, "ab", "cd", octets.length, Optional.empty());
        MailOpener opener = new MailOpener(
                sha256 -> new SharedByteArrayInputStream(octets),
                CAMPAIGN.lexicon(),
                CAMPAIGN.receiptNumber(),
                new OurMark(Set.of(CAMPAIGN.office().mailbox()), "X-Mailroom-Loop", "desk"));
        try {
            room.dossiers().file(recognition.recognise(readings.read(senders.identify(opener.open(stored)))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Closes every open window as its receipt does. */
    void answerAll() {
        record Open(long id, String unit) {}
        jdbc.sql("select id, unit from receipt_window where state = 'OPEN' order by id")
                .query(Open.class)
                .list()
                .forEach(window -> {
                    room.standings().answer(window.unit(), room.windows().mails(window.id()), LocalDate.now(clock));
                    room.windows().close(window.id());
                });
    }

    /** What one rule says of a unit's dossier now. */
    List<String> said(String unit, String stage, String rule) {
        return jdbc.sql("""
                        select f.message from finding f join dossier d on d.id = f.dossier_id
                         where d.unit = :unit and d.stage = :stage and f.rule = :rule order by f.id""")
                .param("unit", unit)
                .param("stage", stage)
                .param("rule", rule)
                .query(String.class)
                .list();
    }

    /** The places and names in what one rule says. */
    List<String> details(String unit, String stage, String rule) {
        return jdbc.sql("""
                        select f.details from finding f join dossier d on d.id = f.dossier_id
                         where d.unit = :unit and d.stage = :stage and f.rule = :rule order by f.id""")
                .param("unit", unit)
                .param("stage", stage)
                .param("rule", rule)
                .query(String.class)
                .list();
    }

    /** What a person decides of a nominee. */
    void decide(String unit, String name, String state) {
        int changed = jdbc.sql("update nominee set state = :state where unit = :unit and name = :name")
                .param("state", state)
                .param("unit", unit)
                .param("name", name)
                .update();
        if (changed != 1) {
            throw new AssertionError(changed + " nominees");
        }
    }

    String state(String unit, String stage) {
        return jdbc.sql("select state from dossier where unit = :unit and stage = :stage")
                .param("unit", unit)
                .param("stage", stage)
                .query(String.class)
                .optional()
                .orElse("NOT_STARTED");
    }

    /** What a dossier still lacks. */
    int gaps(String unit, String stage) {
        return jdbc.sql("select gaps from dossier where unit = :unit and stage = :stage")
                .param("unit", unit)
                .param("stage", stage)
                .query(Integer.class)
                .single();
    }

    long count(String what) {
        return jdbc.sql("select count(*) from " + what).query(Long.class).single();
    }

    List<String> tasks(String kind) {
        return jdbc.sql("select unit from task where kind = :kind and closed_at is null order by id")
                .param("kind", kind)
                .query(String.class)
                .list();
    }
}
