package org.mailroom.outbox;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.mailroom.job.Jobs;
import org.mailroom.reply.OutboxState;
import org.mailroom.reply.Outgoing;
import org.mailroom.reply.Sending;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends composed mails, each at most once (P4). A row is committed as SENDING just before DATA: whatever fails earlier is
 * tried again with the same octets; whatever was left there, or lost its answer, is UNCERTAIN and for a person.
 */
public final class Outbox {
    static final String LOGIN_REFUSED = "login refused";

    private static final Logger log = LoggerFactory.getLogger(Outbox.class);
    private static final String RULE = "rule";

    private final OutboxTable table;
    private final OutboxTasks tasks;
    private final TransactionTemplate transaction;
    private final Jobs jobs;
    private final OutboxSettings settings;
    private final Post post;
    private final Clock machine;
    private final OutboxEvents events;
    private final Consumer<Outgoing> copies;
    private final Instant started;
    private final Set<Long> underWay = ConcurrentHashMap.newKeySet();
    private final Object turn = new Object();

    /**
     * @param campaign dates the tasks
     * @param copies is given each mail that was sent, after its commit; what it throws is logged and changes nothing
     */
    public Outbox(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Jobs jobs,
            OutboxSettings settings,
            Clock machine,
            Clock campaign,
            OutboxEvents events,
            Consumer<Outgoing> copies) {
        this.table = new OutboxTable(jdbc);
        this.tasks = new OutboxTasks(jdbc, campaign);
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.jobs = jobs;
        this.settings = settings;
        this.post = new Post(settings.smtp());
        this.machine = machine;
        this.events = events;
        this.copies = copies;
        this.started = machine.instant();
    }

    /**
     * Sends one mail if it waits and its time has come; the job {@code send} of the queue. Doing it again is harmless. Not
     * within a transaction: it commits on its way.
     */
    public void send(long id) {
        if (!underWay.add(id)) {
            return;
        }
        try {
            table.find(id).ifPresent(this::sendIfItWaits);
        } finally {
            underWay.remove(id);
        }
    }

    private void sendIfItWaits(OutboxRow row) {
        if (row.state() == OutboxState.SENDING) {
            // Only one run a job: an earlier one died between its two commits.
            record(row, new Delivery.Unknown("interrupted while being sent"));
            return;
        }
        if (!row.waiting() || held()) {
            return;
        }
        if (row.nextAttempt().isAfter(machine.instant())) {
            schedule(row.id(), row.nextAttempt());
            return;
        }
        record(row, post.deliver(row.mail().message(), row.mail().recipient(), () -> take(row)));
    }

    /** The last moment to hold a mail back; from its commit on the mail counts as handed over. */
    private void take(OutboxRow row) {
        // One at a time, so that two mails to one address see each other; another node may let one more through.
        synchronized (turn) {
            if (!Boolean.TRUE.equals(transaction.execute(status -> mayGo(row)))) {
                throw new Post.HeldBack();
            }
        }
    }

    private boolean mayGo(OutboxRow row) {
        Instant now = machine.instant();
        Outgoing mail = row.mail();
        Caps caps = settings.caps();
        Caps.Traffic traffic = table.traffic(mail.recipient(), mail.subject(), caps.alikeWithin(), now);
        if (caps.breaks(traffic)) {
            stop(RULE, "breaker: " + caps.all() + " an hour in all");
        }
        if (held()) {
            return false;
        }
        Optional<String> exceeded = caps.exceeded(traffic);
        if (exceeded.isPresent()) {
            if (table.toWithheld(row.id(), exceeded.get())) {
                tasks.open("withheld-mail", row, exceeded.get());
                events.record("MAIL_WITHHELD", RULE, Optional.of(row), exceeded.get());
            }
            return false;
        }
        return table.toSending(row.id(), now);
    }

    private void record(OutboxRow row, Delivery delivery) {
        transaction.executeWithoutResult(status -> {
            if (delivery instanceof Delivery.Accepted) {
                sent(row);
            } else if (delivery instanceof Delivery.NotAccepted refused) {
                notAccepted(row, refused);
            } else if (delivery instanceof Delivery.Unknown unknown) {
                uncertain(row, unknown.reason());
            }
        });
        if (delivery instanceof Delivery.Accepted) {
            copy(row);
        }
    }

    private void sent(OutboxRow row) {
        if (table.toSent(row.id(), machine.instant())) {
            tasks.close("uncertain-mail", row);
            tasks.close("failed-mail", row);
            tasks.close(OutboxTasks.LOGIN);
            events.record("MAIL_SENT", RULE, Optional.of(row), "");
        }
    }

    private void notAccepted(OutboxRow row, Delivery.NotAccepted refused) {
        if (refused.reason().equals(LOGIN_REFUSED)) {
            tasks.open(OutboxTasks.LOGIN, refused.reason());
        }
        Optional<Instant> next = refused.forGood()
                ? Optional.empty()
                : settings.backoff().next(row.attempts() + 1, row.createdAt(), machine.instant());
        if (next.isPresent()) {
            if (table.toRetry(row.id(), refused.reason(), next.get())) {
                schedule(row.id(), next.get());
                events.record("MAIL_RETRY", RULE, Optional.of(row), refused.reason());
            }
        } else if (table.toFailed(row.id(), refused.reason())) {
            tasks.open("failed-mail", row, refused.reason());
            events.record("MAIL_FAILED", RULE, Optional.of(row), refused.reason());
        }
    }

    private void uncertain(OutboxRow row, String reason) {
        if (table.toUncertain(row.id(), reason)) {
            tasks.open("uncertain-mail", row, reason);
            events.record("MAIL_UNCERTAIN", RULE, Optional.of(row), reason);
            log.warn("mail {} may or may not have been sent: {}", row.id(), reason);
        }
    }

    private void copy(OutboxRow row) {
        try {
            copies.accept(row.mail());
        } catch (RuntimeException failed) {
            log.warn("no copy of mail {} could be made", row.id(), failed);
        }
    }

    /**
     * At start, before the queue runs: what an earlier life left as SENDING is UNCERTAIN, and whatever waits has its job.
     */
    public void recover() {
        table.sendingBefore(started).forEach(row -> record(row, new Delivery.Unknown("interrupted while being sent")));
        scheduleWaiting();
    }

    /**
     * A person lets a draft go, or one that was withheld or has failed.
     *
     * @return whether it was one of these
     */
    public boolean release(long id, String person) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            Optional<OutboxRow> row = table.find(id);
            if (row.isEmpty() || !table.toQueued(id, machine.instant())) {
                return false;
            }
            tasks.close("withheld-mail", row.get());
            tasks.close("failed-mail", row.get());
            schedule(id, machine.instant());
            events.record("MAIL_RELEASED", person, row, "");
            return true;
        }));
    }

    /** Holds everything at once, over restarts and on every node, until {@link #resume}; receiving goes on. */
    public void pause(String person, String reason) {
        transaction.executeWithoutResult(status -> stop(person, reason));
    }

    private void stop(String actor, String reason) {
        if (!paused()) {
            tasks.open(OutboxTasks.PAUSED, reason);
            events.record("SENDING_PAUSED", actor, Optional.empty(), reason);
            log.warn("sending is paused: {}", reason);
        }
    }

    public void resume(String person) {
        transaction.executeWithoutResult(status -> {
            if (paused()) {
                tasks.close(OutboxTasks.PAUSED);
                events.record("SENDING_RESUMED", person, Optional.empty(), "");
            }
            scheduleWaiting();
        });
    }

    public boolean paused() {
        return tasks.isOpen(OutboxTasks.PAUSED);
    }

    private boolean held() {
        return settings.sending() == Sending.OFF || paused();
    }

    private void scheduleWaiting() {
        table.waiting().forEach(row -> schedule(row.id(), row.nextAttempt()));
    }

    private void schedule(long id, Instant at) {
        jobs.schedule("send", String.format(Locale.ROOT, "%d", id), at);
    }
}
