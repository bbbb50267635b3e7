package org.mailroom.wiring;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.mailroom.agenda.Agenda;
import org.mailroom.agenda.DigestReport;
import org.mailroom.agenda.Digests;
import org.mailroom.campaign.Campaign;
import org.mailroom.custody.Custody;
import org.mailroom.custody.EventLog;
import org.mailroom.custody.Quarantine;
import org.mailroom.custody.TaskDecisions;
import org.mailroom.custody.Tasks;
import org.mailroom.desk.Doors;
import org.mailroom.desk.Health;
import org.mailroom.desk.Language;
import org.mailroom.desk.LanguageWish;
import org.mailroom.desk.Overview;
import org.mailroom.desk.Pages;
import org.mailroom.dossier.Assignments;
import org.mailroom.dossier.DossierRoom;
import org.mailroom.dossier.Reviews;
import org.mailroom.job.DbJobs;
import org.mailroom.mailbox.MailboxComponent;
import org.mailroom.mailbox.MailboxHealth;
import org.mailroom.message.MailOpener;
import org.mailroom.outbox.Drafts;
import org.mailroom.outbox.Sendings;
import org.mailroom.reading.PageReader;
import org.mailroom.reply.Guard;
import org.mailroom.reply.InternalComposer;
import org.mailroom.reply.Notices;
import org.mailroom.reply.Origin;
import org.mailroom.reply.OutboxRows;
import org.mailroom.reply.ReviewLetters;
import org.mailroom.sender.Contacts;
import org.mailroom.sender.Strangers;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Agenda and desk. */
@Configuration(proxyBeanMethods = false)
class DeskRooms {
    @Bean
    Agenda agenda(
            Campaign campaign,
            DossierRoom room,
            Notices notices,
            Tasks tasks,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            MailboxComponent mailbox,
            Opening opening,
            Clock campaignClock) {
        Agenda.Ground ground = new Agenda.Ground(
                campaign, room.dueTimes(), room.standings(), notices, tasks, jdbc, transaction, campaignClock);
        return new Agenda(ground, () -> readThrough(mailbox), opening::first);
    }

    /** A step of the campaign's clock triggers the agenda at once. */
    @Bean(destroyMethod = "close")
    ClockSteps clockSteps(Clock campaignClock, DbJobs jobs) {
        return new ClockSteps(campaignClock, jobs);
    }

    @Bean
    DigestReport digestReport(
            Campaign campaign,
            DossierRoom room,
            JdbcClient jdbc,
            MailboxComponent mailbox,
            Opening opening,
            MessageSource messages,
            Settings settings,
            Clock machineClock) {
        return new DigestReport(new DigestReport.Ground(
                campaign,
                DigestHours.read(settings),
                room.standings(),
                jdbc,
                mailbox::health,
                opening::first,
                key -> Objects.requireNonNullElse(messages.getMessage(key, null, key, campaign.locale()), key),
                new Guard(campaign)::mask,
                () -> DigestReport.Disk.of(settings.data()),
                machineClock));
    }

    @Bean
    Digests digest(
            Campaign campaign,
            Settings settings,
            DigestReport report,
            Home home,
            DeskKey key,
            OutboxRows outbox,
            Tasks tasks,
            EventLog events,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Opening opening,
            Clock campaignClock) {
        Origin origin = new Origin(campaign.office().mailbox(), key.instance(), key.octets());
        return new Digests(
                campaign,
                DigestHours.read(settings),
                report,
                new InternalComposer(campaign, home.templates(), origin),
                new Guard(campaign),
                outbox,
                tasks,
                events,
                jdbc,
                transaction,
                opening::first,
                campaignClock);
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

    @Bean
    Pages pages(
            Campaign campaign,
            DossierRoom room,
            Overview overview,
            Contacts contacts,
            Custody custody,
            MailOpener opener,
            PageReader reader,
            EventLog events,
            JdbcClient jdbc,
            Clock campaignClock) {
        return new Pages(
                new Pages.Ground(
                        campaign, room.standings(), contacts, custody, opener, reader, events, jdbc, campaignClock),
                overview);
    }

    @Bean
    Doors doors(
            Quarantine quarantine,
            TaskDecisions tasks,
            Strangers strangers,
            Assignments assignments,
            Reviews reviews,
            ReviewLetters letters,
            Drafts drafts,
            Sendings sendings) {
        return new Doors(quarantine, tasks, strangers, assignments, reviews, letters, drafts, sendings);
    }

    @Bean
    Health health(CamelContext camel, MailboxComponent mailbox) {
        return new Health(camel::isStarted, mailbox::health);
    }

    /** Spring looks for this name. */
    @Bean
    Language localeResolver(Campaign campaign) {
        return new Language(campaign.locale());
    }

    @Bean
    WebMvcConfigurer languageWish(Language language) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                interceptors.addInterceptor(new LanguageWish(language));
            }
        };
    }
}
