package org.mailroom.wiring;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.mailroom.campaign.Campaign;
import org.mailroom.custody.Decisions;
import org.mailroom.custody.EventLog;
import org.mailroom.custody.Quarantine;
import org.mailroom.custody.TaskDecisions;
import org.mailroom.custody.Tasks;
import org.mailroom.dossier.Assignments;
import org.mailroom.dossier.DossierRoom;
import org.mailroom.dossier.Reviews;
import org.mailroom.job.DbJobs;
import org.mailroom.outbox.DraftRows;
import org.mailroom.outbox.Drafts;
import org.mailroom.outbox.Sendings;
import org.mailroom.reply.AnsweredMails;
import org.mailroom.reply.Answers;
import org.mailroom.reply.Composer;
import org.mailroom.reply.Editing;
import org.mailroom.reply.Guard;
import org.mailroom.reply.ReviewLetters;
import org.mailroom.sender.Strangers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The doors of the rooms through which people decide. */
@Configuration(proxyBeanMethods = false)
class DecisionRooms {
    @Bean
    Decisions decisions(JdbcClient jdbc, TransactionTemplate transaction, EventLog events, Clock campaignClock) {
        return new Decisions(jdbc, transaction, events, campaignClock);
    }

    @Bean
    Quarantine quarantined(
            JdbcClient jdbc, Decisions decisions, EventLog events, Tasks tasks, DbJobs jobs, Clock machineClock) {
        return new Quarantine(jdbc, decisions, events, tasks, jobs, machineClock);
    }

    @Bean
    TaskDecisions taskDecisions(JdbcClient jdbc, Decisions decisions, Tasks tasks, DossierRoom room) {
        // a mark of secrecy that turned out harmless: what was withheld for it is answered now
        return new TaskDecisions(
                jdbc,
                decisions,
                tasks,
                Map.of("restricted", done -> Optional.ofNullable(done.unit()).ifPresent(room.windows()::release)));
    }

    @Bean
    Strangers strangers(
            Campaign campaign, JdbcClient jdbc, Decisions decisions, Tasks tasks, DbJobs jobs, Clock machineClock) {
        return new Strangers(campaign, jdbc, decisions, tasks, jobs, machineClock);
    }

    @Bean
    Assignments assignments(DossierRoom room) {
        return room.assignments();
    }

    @Bean
    Reviews reviews(DossierRoom room) {
        return room.reviews();
    }

    @Bean
    ReviewLetters reviewLetters(Reviews reviews, Answers reply, Clock campaignClock) {
        return new ReviewLetters(reviews, reply, campaignClock);
    }

    @Bean
    Editing editing(Campaign campaign, Composer composer, JdbcClient jdbc) {
        return new Editing(campaign, composer, new Guard(campaign), new AnsweredMails(jdbc));
    }

    @Bean
    Drafts drafts(JdbcClient jdbc, Decisions decisions, Editing editing, Tasks tasks, DbJobs jobs, Clock machineClock) {
        return new Drafts(new DraftRows(jdbc), decisions, editing, tasks, jobs, machineClock);
    }

    @Bean
    Sendings sendings(JdbcClient jdbc, Decisions decisions, Tasks tasks, DbJobs jobs, Clock machineClock) {
        return new Sendings(jdbc, decisions, tasks, jobs, machineClock);
    }
}
