package org.mailroom.wiring;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.mailroom.campaign.Campaign;
import org.mailroom.check.NomineeList;
import org.mailroom.check.RuleContext;
import org.mailroom.check.Rules;
import org.mailroom.custody.EventLog;
import org.mailroom.custody.Tasks;
import org.mailroom.dossier.DossierRoom;
import org.mailroom.dossier.Dossiers;
import org.mailroom.dossier.ReceiptWindows;
import org.mailroom.dossier.Scans;
import org.mailroom.form.FormDescriptor;
import org.mailroom.job.DbJobs;
import org.mailroom.job.JobExhausted;
import org.mailroom.outbox.Backoff;
import org.mailroom.outbox.Caps;
import org.mailroom.outbox.Outbox;
import org.mailroom.outbox.OutboxSettings;
import org.mailroom.outbox.SmtpSettings;
import org.mailroom.reply.AnsweredMails;
import org.mailroom.reply.Answers;
import org.mailroom.reply.Composer;
import org.mailroom.reply.Guard;
import org.mailroom.reply.Notices;
import org.mailroom.reply.Origin;
import org.mailroom.reply.OutboxRows;
import org.mailroom.reply.Sending;
import org.mailroom.sender.Contacts;
import org.mailroom.sender.Senders;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Check and dossier, reply and outbox. */
@Configuration(proxyBeanMethods = false)
class AnswerRooms {
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
            Scans.Means scanning,
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
                        scanning,
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

    @Bean
    Scans scans(DossierRoom room) {
        return room.scans();
    }

    /** A page that cannot be read is left to a person; the file's other pages are read. */
    @Bean
    JobExhausted unreadPage(Scans scans, DbJobs jobs, Clock machineClock) {
        return (name, id, cause) -> {
            if (scans.giveUp(id)) {
                jobs.schedule(name, id, machineClock.instant());
            }
        };
    }

    @Bean
    OutboxRows outboxRows(JdbcClient jdbc, DbJobs jobs, Clock machineClock) {
        return new OutboxRows(jdbc, jobs, machineClock);
    }

    /** Composes every mail to a unit. */
    @Bean
    Composer composer(Campaign campaign, List<FormDescriptor> forms, Home home, DeskKey key) {
        Origin origin = new Origin(campaign.office().mailbox(), key.instance(), key.octets());
        return new Composer(campaign, forms, home.templates(), origin);
    }

    @Bean
    Guard guard(Campaign campaign) {
        return new Guard(campaign);
    }

    @Bean
    Notices notices(
            Composer composer,
            Guard guard,
            Contacts contacts,
            JdbcClient jdbc,
            OutboxRows outbox,
            Tasks tasks,
            EventLog events,
            Settings settings) {
        return new Notices(
                new AnsweredMails(jdbc), contacts, composer, guard, outbox, sending(settings), tasks, events);
    }

    @Bean
    Answers reply(
            Campaign campaign,
            Composer composer,
            Guard guard,
            DossierRoom room,
            Contacts contacts,
            JdbcClient jdbc,
            OutboxRows outbox,
            Tasks tasks,
            EventLog events,
            TransactionTemplate transaction,
            Settings settings,
            Clock campaignClock) {
        return new Answers(
                campaign,
                room.windows(),
                room.standings(),
                new AnsweredMails(jdbc),
                contacts,
                composer,
                guard,
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
        OutboxSettings how =
                new OutboxSettings(sending(settings), smtp(settings, campaign), Backoff.USUAL, caps(settings.limits()));
        Outbox outbox = new Outbox(jdbc, transactions, jobs, tasks, events, how, machineClock, mail -> {});
        outbox.recover();
        return outbox;
    }

    private static Caps caps(Settings.Limits limits) {
        return new Caps(limits.hourly(), limits.daily(), limits.alike(), Caps.USUAL.alikeWithin(), limits.all());
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
}
