package org.mailroom.custody;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.mailroom.custody.Decisions.About;
import org.mailroom.custody.Decisions.Case;
import org.mailroom.custody.Decisions.Not;
import org.mailroom.custody.Decisions.Question;
import org.mailroom.custody.Decisions.Taken;
import org.mailroom.job.Jobs;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A door for people: mails that could not be worked on. */
public final class Quarantine {
    private final JdbcClient jdbc;
    private final MailRepository mails;
    private final Decisions decisions;
    private final EventLog events;
    private final Tasks tasks;
    private final Jobs jobs;
    private final Clock machine;

    public Quarantine(JdbcClient jdbc, Decisions decisions, EventLog events, Tasks tasks, Jobs jobs, Clock machine) {
        this.jdbc = jdbc;
        this.mails = new MailRepository(jdbc, machine);
        this.decisions = decisions;
        this.events = events;
        this.tasks = tasks;
        this.jobs = jobs;
        this.machine = machine;
    }

    /** The version of a mail to decide upon; "" if there is none. */
    public String seen(long mailId) {
        return state(mailId, "")
                .map(state -> decisions.seen(subject(mailId), state))
                .orElse("");
    }

    /** Has the mail read anew. */
    public Decided rerun(long mailId, String seen, By by) {
        return decisions.decide(new Case(
                new Question("MAIL_RERUN", subject(mailId), seen, by, "", false),
                () -> state(mailId, " for update"),
                () -> events.lastOfMail(mailId),
                decision -> {
                    if (!mails.release(mailId)) {
                        return Not.because("mail-not-in-quarantine");
                    }
                    tasks.close(Custody.IN_QUARANTINE, subject(mailId));
                    jobs.schedule(Custody.READ, Long.toString(mailId), machine.instant());
                    return new Taken(new About(null, null, mailId), Map.of());
                }));
    }

    private Optional<String> state(long mailId, String lock) {
        return jdbc.sql("select state from mail where id = :id" + lock)
                .param("id", mailId)
                .query(String.class)
                .optional();
    }

    private static String subject(long mailId) {
        return "mail/" + mailId;
    }
}
