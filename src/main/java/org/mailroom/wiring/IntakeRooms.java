package org.mailroom.wiring;

import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.mailroom.campaign.Campaign;
import org.mailroom.custody.Custody;
import org.mailroom.custody.EventLog;
import org.mailroom.custody.Lease;
import org.mailroom.custody.MailJournal;
import org.mailroom.custody.RawStore;
import org.mailroom.custody.Sealer;
import org.mailroom.custody.Tasks;
import org.mailroom.demo.PostOffice;
import org.mailroom.form.FormDescriptor;
import org.mailroom.form.Recogniser;
import org.mailroom.form.Recognition;
import org.mailroom.job.DbJobs;
import org.mailroom.mailbox.Journal;
import org.mailroom.mailbox.MailboxComponent;
import org.mailroom.mailbox.MailboxSettings;
import org.mailroom.message.MailOpener;
import org.mailroom.message.OurMark;
import org.mailroom.reading.LocalReader;
import org.mailroom.reading.ReadingLimits;
import org.mailroom.reading.Readings;
import org.mailroom.sender.Contacts;
import org.mailroom.sender.Senders;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Mailbox and custody, and the steps of routes/read.yaml as far as the form. */
@Configuration(proxyBeanMethods = false)
class IntakeRooms {
    /** The name of the mailbox in routes/receive.yaml. */
    private static final String DESIGNATED = "designated";

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
            ObjectProvider<PostOffice> postOffice,
            Clock machineClock,
            Clock campaignClock) {
        MailJournal journal = new MailJournal(dataSource, transactions, events, tasks, machineClock);
        Journal used = postOffice.stream()
                .findAny()
                .<Journal>map(office -> office.newAtEachStart(journal))
                .orElse(journal);
        return new MailboxComponent(
                Map.of(DESIGNATED, mailboxSettings(settings)), used, turn, machineClock, campaignClock);
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
        return Embedded.is(dataSource)
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
}
