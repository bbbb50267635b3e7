package org.mailroom.wiring;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mailroom.agenda.Agenda;
import org.mailroom.campaign.Campaign;
import org.mailroom.custody.EventLog;
import org.mailroom.desk.Overview;
import org.mailroom.dossier.DossierRoom;
import org.mailroom.mailbox.MailboxComponent;
import org.mailroom.mailbox.MailboxHealth;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Agenda and desk. */
@Configuration(proxyBeanMethods = false)
class DeskRooms {
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
}
