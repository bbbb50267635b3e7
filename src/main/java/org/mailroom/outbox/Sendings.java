package org.mailroom.outbox;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mailroom.custody.By;
import org.mailroom.custody.Decided;
import org.mailroom.custody.Decisions;
import org.mailroom.custody.Decisions.About;
import org.mailroom.custody.Decisions.Case;
import org.mailroom.custody.Decisions.Not;
import org.mailroom.custody.Decisions.Question;
import org.mailroom.custody.Decisions.Taken;
import org.mailroom.custody.Tasks;
import org.mailroom.job.Jobs;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A door for people: holds all sending, and lets it go on. */
public final class Sendings {
    private static final String SUBJECT = "sending";

    private final OutboxTable table;
    private final Decisions decisions;
    private final Tasks tasks;
    private final Jobs jobs;
    private final Clock machine;

    public Sendings(JdbcClient jdbc, Decisions decisions, Tasks tasks, Jobs jobs, Clock machine) {
        this.table = new OutboxTable(jdbc);
        this.decisions = decisions;
        this.tasks = tasks;
        this.jobs = jobs;
        this.machine = machine;
    }

    public boolean paused() {
        return table.taskIsOpen(Outbox.PAUSED, Outbox.WHOLE);
    }

    /** The version to decide upon. */
    public String seen() {
        return decisions.seen(SUBJECT, version());
    }

    /** Holds everything at once, over restarts and on every node; receiving goes on. A reason must be given. */
    public Decided pause(String seen, By by) {
        return decisions.decide(new Case(
                new Question("SENDING_PAUSED", SUBJECT, seen, by, "", true),
                this::locked,
                Optional::empty,
                decision -> {
                    if (paused()) {
                        return Not.because("sending-paused-already");
                    }
                    tasks.open(Outbox.PAUSED, Outbox.WHOLE, null, null, null, Map.of("decision", decision));
                    return new Taken(About.NOTHING, Map.of());
                }));
    }

    /** Lets sending go on. */
    public Decided resume(String seen, By by) {
        return decisions.decide(new Case(
                new Question("SENDING_RESUMED", SUBJECT, seen, by, "", false),
                this::locked,
                Optional::empty,
                decision -> {
                    if (!paused()) {
                        return Not.because("sending-goes-on");
                    }
                    tasks.close(Outbox.PAUSED, Outbox.WHOLE);
                    table.waiting()
                            .forEach(row -> jobs.schedule(
                                    "send", String.format(Locale.ROOT, "%d", row.id()), row.nextAttempt()));
                    return new Taken(About.NOTHING, Map.of());
                }));
    }

    private Optional<String> locked() {
        decisions.alone(SUBJECT);
        return Optional.of(version());
    }

    private String version() {
        return paused() ? "PAUSED" : "GOING";
    }
}
