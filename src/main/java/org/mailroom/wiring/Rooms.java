package org.mailroom.wiring;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.NoErrorHandlerBuilder;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.mailroom.agenda.Agenda;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.CampaignLoader;
import org.mailroom.check.NomineeList;
import org.mailroom.check.RuleContext;
import org.mailroom.check.Rules;
import org.mailroom.custody.Custody;
import org.mailroom.custody.EventLog;
import org.mailroom.custody.Lease;
import org.mailroom.custody.MailJournal;
import org.mailroom.custody.RawStore;
import org.mailroom.custody.Sealer;
import org.mailroom.custody.Tasks;
import org.mailroom.desk.Overview;
import org.mailroom.dossier.DossierRoom;
import org.mailroom.dossier.Dossiers;
import org.mailroom.dossier.ReceiptWindows;
import org.mailroom.form.FormDescriptor;
import org.mailroom.form.FormDescriptors;
import org.mailroom.form.Recogniser;
import org.mailroom.form.Recognition;
import org.mailroom.job.DbJobs;
import org.mailroom.job.JobComponent;
import org.mailroom.job.JobExhausted;
import org.mailroom.job.JobSettings;
import org.mailroom.mailbox.MailboxComponent;
import org.mailroom.mailbox.MailboxHealth;
import org.mailroom.mailbox.MailboxSettings;
import org.mailroom.message.MailOpener;
import org.mailroom.message.OurMark;
import org.mailroom.outbox.Outbox;
import org.mailroom.outbox.OutboxSettings;
import org.mailroom.outbox.SmtpSettings;
import org.mailroom.reading.LocalReader;
import org.mailroom.reading.ReadingLimits;
import org.mailroom.reading.Readings;
import org.mailroom.reply.AnsweredMails;
import org.mailroom.reply.Answers;
import org.mailroom.reply.Composer;
import org.mailroom.reply.Guard;
import org.mailroom.reply.Origin;
import org.mailroom.reply.OutboxRows;
import org.mailroom.reply.Sending;
import org.mailroom.sender.Contacts;
import org.mailroom.sender.Senders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Builds the rooms, in the order in which a mail travels. The names of the beans are the names that routes use. Long, because
 * this is the one place where every room stands beside the others.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Settings.class)
class Rooms {
    private static final Logger log = LoggerFactory.getLogger(Rooms.class);
    /** The name of the mailbox in routes/receive.yaml. */
    private static final String DESIGNATED = "designated";

    @Bean
    Campaign campaign(Settings settings) {
        Path named = Path.of(settings.campaign());
        Path folder = named.getNameCount() > 1 ? named : Path.of("campaigns").resolve(named);
        return new CampaignLoader().load(folder);
    }

    @Bean
    List<FormDescriptor> formDescriptors(Campaign campaign) {
        return FormDescriptors.load(campaign.forms(), campaign.lexicon());
    }

    @Bean
    DeskKey deskKey(Settings settings) {
        return new DeskKey(Secrets.key(settings.data().resolve("key")));
    }

    @Bean
    TransactionTemplate transactionTemplate(PlatformTransactionManager transactions) {
        return new TransactionTemplate(transactions);
    }

    // ---- job

    /** Whoever runs a route reports its failure, in one line a try; Camel's own report would repeat each at length. */
    @Bean
    CamelContextConfiguration quietErrors() {
        return new CamelContextConfiguration() {
            @Override
            public void beforeApplicationStart(CamelContext context) {
                context.getCamelContextExtension().setErrorHandlerFactory(new NoErrorHandlerBuilder());
            }

            @Override
            public void afterApplicationStart(CamelContext context) {
                // nothing: routes start by themselves
            }
        };
    }

    @Bean
    DbJobs jobs(DataSource dataSource, Clock machineClock) {
        return new DbJobs(dataSource, machineClock);
    }

    @Bean
    JobComponent job(DbJobs jobs, DataSource dataSource, Clock machineClock, Settings settings, JobExhausted alarm) {
        return new JobComponent(
                jobs,
                dataSource,
                machineClock,
                JobSettings.usual("node-" + UUID.randomUUID(), embedded(dataSource)),
                alarm);
    }

    /** What happens to a job that has failed for good: loud, and on the list of what waits for a person. */
    @Bean
    JobExhausted alarm(Tasks tasks) {
        return (name, id, cause) -> {
            log.error("job {} {} failed for good", name, id, cause);
            tasks.open("failed-job", name + "/" + id, null, null, null, Map.of("job", name));
        };
    }

    /** P3: a mail that cannot be read is set apart and stops nothing. */
    @Bean
    JobExhausted quarantine(Custody custody) {
        return (name, id, cause) -> {
            log.error("mail {} goes into quarantine", id, cause);
            custody.quarantine(Long.parseLong(id), cause.getClass().getSimpleName());
        };
    }

    // ---- mailbox and custody

    @Bean
    EventLog eventLog(DataSource dataSource, Clock campaignClock) {
        return new EventLog(dataSource, campaignClock);
    }

    @Bean
    Tasks tasks(DataSource dataSource, Clock campaignClock) {
        return new Tasks(dataSource, campaignClock);
    }

    @Bean
    RawStore rawStore(Settings settings, Clock machineClock) throws IOException {
        return new RawStore(settings.data().resolve("raw"), machineClock);
    }

    @Bean
    MailboxComponent mailbox(
            Settings settings,
            DataSource dataSource,
            PlatformTransactionManager transactions,
            EventLog events,
            Tasks tasks,
            Turn turn,
            Clock machineClock,
            Clock campaignClock) {
        MailJournal journal = new MailJournal(dataSource, transactions, events, tasks, machineClock);
        return new MailboxComponent(
                Map.of(DESIGNATED, mailboxSettings(settings)), journal, turn, machineClock, campaignClock);
    }

    private static MailboxSettings mailboxSettings(Settings settings) {
        Settings.Mailbox box = settings.mailbox();
        if (box == null) {
            throw new SettingsException(
                    "mailroom.mailbox is missing in mailroom.yaml: host, user and password of the mailbox");
        }
        return new MailboxSettings(
                DESIGNATED,
                box.protocol(),
                box.host(),
                box.port(),
                box.user(),
                Secrets.password("mailroom.mailbox", box.password(), box.passwordFile()),
                box.folder(),
                box.poll(),
                "",
                MailboxSettings.KEPT,
                settings.limits().mailMegabytes() * 1024L * 1024L,
                MailboxSettings.Patience.USUAL);
    }

    /** Whose turn it is to poll: an embedded database has one process; otherwise the lease says. */
    @Bean(destroyMethod = "close")
    Turn turn(DataSource dataSource) {
        return embedded(dataSource)
                ? new Turn(() -> true, () -> {})
                : Turn.of(new Lease(dataSource, "mailbox", "node-" + UUID.randomUUID()));
    }

    record Turn(BooleanSupplier held, Runnable release) implements BooleanSupplier, AutoCloseable {
        static Turn of(Lease lease) {
            return new Turn(lease::held, lease::close);
        }

        @Override
        public boolean getAsBoolean() {
            return held.getAsBoolean();
        }

        @Override
        public void close() {
            release.run();
        }
    }

    @Bean
    Custody custody(
            RawStore files,
            DataSource dataSource,
            PlatformTransactionManager transactions,
            DbJobs jobs,
            EventLog events,
            Tasks tasks,
            Settings settings,
            Clock machineClock) {
        Settings.Mailbox box = settings.mailbox();
        Set<String> trusted = box == null ? Set.of() : Set.copyOf(box.trustedHosts());
        return new Custody(files, dataSource, transactions, jobs, events, tasks, trusted, machineClock);
    }

    @Bean
    Sealer sealer(DataSource dataSource, PlatformTransactionManager transactions) {
        return new Sealer(dataSource, transactions);
    }

    // ---- message, sender, reading, form: the steps of routes/read.yaml

    @Bean
    MailOpener mailOpener(Campaign campaign, RawStore files, DeskKey key) {
        MailOpener.selfCheck();
        OurMark ours = new OurMark(Set.of(campaign.office().mailbox()), "X-Mailroom-Loop", key.instance());
        return new MailOpener(files::open, campaign.lexicon(), campaign.receiptNumber(), ours);
    }

    @Bean
    OpeningStep message(Custody custody, MailOpener opener) {
        return new OpeningStep(custody, opener);
    }

    @Bean
    Contacts contacts(JdbcClient jdbc, Campaign campaign, Settings settings) {
        Contacts contacts = new Contacts(jdbc);
        Optional.ofNullable(settings.contacts())
                .ifPresent(file -> ContactsFile.read(file, campaign).forEach(contacts::confirm));
        return contacts;
    }

    @Bean
    Senders sender(Contacts contacts, Campaign campaign) {
        return new Senders(contacts, campaign.units(), campaign.collisions(), campaign.lexicon());
    }

    @Bean
    Readings reading(Settings settings, Campaign campaign) {
        Charset oldNames =
                Charset.forName(campaign.lexicon().words("mail.charset").get(0));
        return new Readings(
                new LocalReader(ReadingLimits.standard(), settings.data().resolve("reading"), oldNames));
    }

    @Bean
    Recognition form(List<FormDescriptor> forms, Campaign campaign) {
        return new Recognition(new Recogniser(forms, campaign.lexicon()));
    }

    // ---- check and dossier

    @Bean
    Rules rules(Campaign campaign, List<FormDescriptor> forms) {
        return Rules.load(campaign, forms);
    }

    @Bean
    DossierRoom dossierRoom(
            Campaign campaign,
            Rules rules,
            List<FormDescriptor> forms,
            Senders senders,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            DbJobs jobs,
            Tasks tasks,
            EventLog events,
            Clock campaignClock,
            Clock machineClock,
            Settings settings,
            DeskKey key) {
        Settings.Receipts receipts = settings.receipts();
        return DossierRoom.build(
                new DossierRoom.Ground(
                        campaign,
                        rules,
                        new NomineeList(RuleContext.of(campaign, forms)),
                        senders,
                        jdbc,
                        transaction,
                        jobs,
                        tasks,
                        events,
                        campaignClock,
                        machineClock),
                new ReceiptWindows.Timing(receipts.quiet(), receipts.longest(), receipts.nearDue()),
                key.octets());
    }

    @Bean
    Dossiers dossier(DossierRoom room) {
        return room.dossiers();
    }

    // ---- reply and outbox

    @Bean
    OutboxRows outboxRows(JdbcClient jdbc, DbJobs jobs, Clock machineClock) {
        return new OutboxRows(jdbc, jobs, machineClock);
    }

    @Bean
    Answers reply(
            Campaign campaign,
            List<FormDescriptor> forms,
            DossierRoom room,
            Contacts contacts,
            JdbcClient jdbc,
            OutboxRows outbox,
            Tasks tasks,
            EventLog events,
            TransactionTemplate transaction,
            Settings settings,
            DeskKey key,
            Clock campaignClock) {
        Origin origin = new Origin(campaign.office().mailbox(), key.instance(), key.octets());
        return new Answers(
                campaign,
                room.windows(),
                room.standings(),
                new AnsweredMails(jdbc),
                contacts,
                new Composer(campaign, forms, Path.of("mail-templates"), origin),
                new Guard(campaign),
                outbox,
                sending(settings),
                tasks,
                events,
                transaction,
                campaignClock);
    }

    @Bean
    Outbox outbox(
            Campaign campaign,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            DbJobs jobs,
            Settings settings,
            Tasks tasks,
            EventLog events,
            Clock machineClock) {
        OutboxSettings how = new OutboxSettings(sending(settings), smtp(settings, campaign));
        Outbox outbox = new Outbox(jdbc, transactions, jobs, tasks, events, how, machineClock, mail -> {});
        outbox.recover();
        return outbox;
    }

    private static Sending sending(Settings settings) {
        return Sending.valueOf(settings.sending().name());
    }

    private static SmtpSettings smtp(Settings settings, Campaign campaign) {
        Settings.Smtp smtp = settings.smtp();
        if (smtp == null) {
            throw new SettingsException(
                    "mailroom.smtp is missing in mailroom.yaml: host, user and password for sending");
        }
        Optional<String> user = Optional.ofNullable(smtp.user()).filter(name -> !name.isBlank());
        return new SmtpSettings(
                smtp.host(),
                smtp.port(),
                tls(smtp.tls()),
                user,
                user.map(name -> Secrets.password("mailroom.smtp", smtp.password(), smtp.passwordFile())),
                campaign.office().mailbox());
    }

    private static SmtpSettings.Tls tls(String name) {
        return switch (name) {
            case "implicit" -> SmtpSettings.Tls.TLS;
            case "starttls" -> SmtpSettings.Tls.STARTTLS;
            case "none" -> SmtpSettings.Tls.NONE;
            default ->
                throw new SettingsException("mailroom.smtp.tls must be implicit, starttls or none, found " + name);
        };
    }

    // ---- agenda and desk

    @Bean
    Agenda agenda(Campaign campaign, DossierRoom room, MailboxComponent mailbox, Opening opening, Clock campaignClock) {
        return new Agenda(campaign, room.dueTimes(), () -> readThrough(mailbox), opening::first, campaignClock);
    }

    /** The mailbox that is furthest behind decides. */
    private static Optional<Instant> readThrough(MailboxComponent mailbox) {
        List<MailboxHealth> health = mailbox.health();
        return health.isEmpty()
                        || health.stream().anyMatch(one -> one.readThrough().isEmpty())
                ? Optional.empty()
                : health.stream().flatMap(one -> one.readThrough().stream()).min(Instant::compareTo);
    }

    @Bean
    Opening opening(JdbcClient jdbc, EventLog events) {
        return new Opening(jdbc, events);
    }

    @Bean
    Overview overview(
            Campaign campaign, DossierRoom room, JdbcClient jdbc, MailboxComponent mailbox, Clock campaignClock) {
        return new Overview(campaign, room.standings(), jdbc, mailbox::health, campaignClock);
    }

    private static boolean embedded(DataSource dataSource) {
        return dataSource instanceof com.zaxxer.hikari.HikariDataSource pool
                && pool.getJdbcUrl().startsWith("jdbc:h2:");
    }

    /** The desk's own key. */
    record DeskKey(byte[] octets) {
        /** Tells this desk's mails from another's; not secret. */
        String instance() {
            return HexFormat.of().formatHex(Sha.of(octets), 0, 8);
        }

        @Override
        public String toString() {
            return "DeskKey[withheld]";
        }
    }
}
