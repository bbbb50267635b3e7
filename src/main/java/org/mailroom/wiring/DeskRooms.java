package org.mailroom.wiring;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mailroom.agenda.Agenda;
import org.mailroom.campaign.Campaign;
import org.mailroom.custody.EventLog;
import org.mailroom.custody.Tasks;
import org.mailroom.desk.Overview;
import org.mailroom.dossier.DossierRoom;
import org.mailroom.job.DbJobs;
import org.mailroom.mailbox.MailboxComponent;
import org.mailroom.mailbox.MailboxHealth;
import org.mailroom.reply.Notices;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

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

    /** The mailbox that is furthest behind decides. */
    static Optional<Instant> readThrough(MailboxComponent mailbox) {
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
}
