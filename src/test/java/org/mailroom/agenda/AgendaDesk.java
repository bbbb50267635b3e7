package org.mailroom.agenda;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.mailroom.campaign.Campaign;
import org.mailroom.check.NomineeList;
import org.mailroom.check.RuleContext;
import org.mailroom.check.Rules;
import org.mailroom.custody.EventLog;
import org.mailroom.custody.Tasks;
import org.mailroom.dossier.DossierRoom;
import org.mailroom.dossier.ReceiptWindows;
import org.mailroom.dossier.Scans;
import org.mailroom.form.FormDescriptor;
import org.mailroom.form.FormDescriptors;
import org.mailroom.form.ScanRecogniser;
import org.mailroom.job.DbJobs;
import org.mailroom.reply.AnsweredMails;
import org.mailroom.reply.Composer;
import org.mailroom.reply.Guard;
import org.mailroom.reply.Notices;
import org.mailroom.reply.Origin;
import org.mailroom.reply.OutboxRows;
import org.mailroom.reply.Sending;
import org.mailroom.sender.Contact;
import org.mailroom.sender.Contacts;
import org.mailroom.sender.Senders;
import org.mailroom.testing.HandClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The agenda with all its real parts below, on any database, and a clock set by hand. Dossiers are given by SQL. */
final class AgendaDesk {
    final Campaign campaign;
    final HandClock clock;
    final JdbcClient jdbc;
    final Contacts contacts;
    private final DataSource database;
    private final Path templates;
    private final Sending sending;
    private Optional<Instant> unreadSince = Optional.empty();
    private Instant openedAt = Instant.EPOCH;
    private Agenda agenda;

    AgendaDesk(Campaign campaign, DataSource database, String local) {
        this(campaign, database, local, Path.of("mail-templates"), Sending.LIVE);
    }

    AgendaDesk(Campaign campaign, DataSource database, String local, Path templates, Sending sending) {
        this.campaign = campaign;
        this.database = database;
        this.templates = templates;
        this.sending = sending;
        this.clock = new HandClock(instant(local));
        this.jdbc = JdbcClient.create(database);
        this.contacts = new Contacts(jdbc);
        this.agenda = open();
    }

    /** A new agenda on the same database, as after a restart or on another node. */
    Agenda open() {
        List<FormDescriptor> forms = FormDescriptors.load(campaign.forms(), campaign.lexicon());
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        Tasks tasks = new Tasks(database, clock);
        EventLog events = new EventLog(database, clock);
        DbJobs jobs = new DbJobs(database, Clock.systemUTC());
        Duration quiet = Duration.ofMinutes(10);
        DossierRoom room = DossierRoom.build(
                new DossierRoom.Ground(
                        campaign,
                        Rules.load(campaign, forms),
                        new NomineeList(RuleContext.of(campaign, forms)),
                        new Senders(contacts, campaign.units(), campaign.collisions(), campaign.lexicon()),
                        Scans.Means.none(new ScanRecogniser(forms, campaign.lexicon())),
                        jdbc,
                        transaction,
                        jobs,
                        tasks,
                        events,
                        clock,
                        Clock.systemUTC()),
                new ReceiptWindows.Timing(quiet, quiet, quiet),
                new byte[32]);
        Notices notices = new Notices(
                new AnsweredMails(jdbc),
                contacts,
                new Composer(
                        campaign, forms, templates, new Origin(campaign.office().mailbox(), "desk", new byte[32])),
                new Guard(campaign),
                new OutboxRows(jdbc, jobs, Clock.systemUTC()),
                sending,
                tasks,
                events);
        return new Agenda(
                new Agenda.Ground(
                        campaign, room.dueTimes(), room.standings(), notices, tasks, jdbc, transaction, clock),
                () -> Optional.of(unreadSince.orElse(clock.instant())),
                () -> openedAt);
    }

    AgendaDesk restart() {
        agenda = open();
        return this;
    }

    AgendaDesk openedAt(String local) {
        openedAt = instant(local);
        return this;
    }

    /** From then on the mailbox cannot be read. */
    AgendaDesk mailboxStallsAt(String local) {
        unreadSince = Optional.of(instant(local));
        return this;
    }

    AgendaDesk mailboxIsRead() {
        unreadSince = Optional.empty();
        return this;
    }

    AgendaDesk tick() {
        agenda.tick();
        return this;
    }

    AgendaDesk at(String local) {
        return clockTo(local).tick();
    }

    AgendaDesk clockTo(String local) {
        clock.forward(Duration.between(clock.instant(), instant(local)));
        return this;
    }

    private Instant instant(String local) {
        return LocalDateTime.parse(local).atZone(campaign.zone()).toInstant();
    }

    AgendaDesk contact(String unit, String address) {
        contacts.register(new Contact(unit, address, "", Contact.State.REGISTERED, "settings"));
        return this;
    }

    AgendaDesk dossier(String unit, String stage, String state) {
        jdbc.sql("delete from dossier where unit = :unit and stage = :stage")
                .param("unit", unit)
                .param("stage", stage)
                .update();
        jdbc.sql("insert into dossier (unit, stage, state) values (:unit, :stage, :state)")
                .param("unit", unit)
                .param("stage", stage)
                .param("state", state)
                .update();
        return this;
    }

    List<Phone> pleasePhone() {
        return agenda.pleasePhone();
    }

    /** Kind, recipient and state of each mail, oldest first. */
    List<String> mails() {
        return list("select kind || ' ' || recipient || ' ' || state from outbox order by id");
    }

    List<String> subjects() {
        return list("select subject from outbox order by id");
    }

    /** What became of the slots, by key. */
    List<String> slots() {
        return list(
                "select slot_key || ' ' || outcome from agenda_slot where kind = 'reminder' order by slot_time, slot_key");
    }

    /** Kind, unit and details of each open task. */
    List<String> tasks() {
        return list(
                "select kind || ' ' || coalesce(unit, '-') || ' ' || details from task where closed_at is null order by id");
    }

    List<String> list(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}
