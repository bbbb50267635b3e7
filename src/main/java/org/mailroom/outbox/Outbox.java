package org.mailroom.outbox;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.mailroom.custody.EventLog;
import org.mailroom.custody.Tasks;
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

    // Kinds of task. Those about sending as a whole have the subject WHOLE; while the first is open nothing leaves.
    static final String PAUSED = "sending-paused";
    private static final String LOGIN = "smtp-login";
    private static final String UNCERTAIN = "uncertain-mail";
    private static final String FAILED = "failed-mail";
    private static final String WITHHELD = "withheld-mail";
    static final String WHOLE = "outbox";

    private final OutboxTable table;
    private final Tasks tasks;
    private final TransactionTemplate transaction;
    private final Jobs jobs;
    private final OutboxSettings settings;
    private final Post post;
    private final Clock machine;
    private final EventLog events;
    private final Consumer<Outgoing> copies;
    private final Instant started;
    private final Set<Long> underWay = ConcurrentHashMap.newKeySet();
    private final Object turn = new Object();

    /**
     * @param copies is given each mail that was sent, after its commit; what it throws is logged and changes nothing
     */
    public Outbox(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Jobs jobs,
            Tasks tasks,
            EventLog events,
            OutboxSettings settings,
            Clock machine,
            Consumer<Outgoing> copies) {
        this.table = new OutboxTable(jdbc);
        this.tasks = tasks;
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
                open(WITHHELD, row, exceeded.get());
                note("MAIL_WITHHELD", RULE, row, exceeded.get());
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
            close(UNCERTAIN, row);
            tasks.close(LOGIN, WHOLE);
            note("MAIL_SENT", RULE, row, "");
        }
    }

    private void notAccepted(OutboxRow row, Delivery.NotAccepted refused) {
        if (refused.reason().equals(LOGIN_REFUSED)) {
            tasks.open(LOGIN, WHOLE, null, null, null, Map.of("reason", refused.reason()));
        }
        Optional<Instant> next = refused.forGood()
                ? Optional.empty()
                : settings.backoff().next(row.attempts() + 1, row.createdAt(), machine.instant());
        if (next.isPresent()) {
            if (table.toRetry(row.id(), refused.reason(), next.get())) {
                schedule(row.id(), next.get());
                note("MAIL_RETRY", RULE, row, refused.reason());
            }
        } else if (table.toFailed(row.id(), refused.reason())) {
            open(FAILED, row, refused.reason());
            note("MAIL_FAILED", RULE, row, refused.reason());
        }
    }

    private void uncertain(OutboxRow row, String reason) {
        if (table.toUncertain(row.id(), reason)) {
            open(UNCERTAIN, row, reason);
            note("MAIL_UNCERTAIN", RULE, row, reason);
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
            close(WITHHELD, row.get());
            close(FAILED, row.get());
            schedule(id, machine.instant());
            note("MAIL_RELEASED", person, row.get(), "");
            return true;
        }));
    }

    /** Holds everything at once, over restarts and on every node, until {@link #resume}; receiving goes on. */
    public void pause(String person, String reason) {
        transaction.executeWithoutResult(status -> stop(person, reason));
    }

    private void stop(String actor, String reason) {
        if (!paused()) {
            tasks.open(PAUSED, WHOLE, null, null, null, Map.of("reason", reason));
            events.append("SENDING_PAUSED", actor, null, null, null, Map.of("reason", reason));
            log.warn("sending is paused by {}: {}", actor, reason);
        }
    }

    public void resume(String person) {
        transaction.executeWithoutResult(status -> {
            if (paused()) {
                tasks.close(PAUSED, WHOLE);
                events.append("SENDING_RESUMED", person, null, null, null, Map.of());
            }
            scheduleWaiting();
        });
    }

    public boolean paused() {
        return table.taskIsOpen(PAUSED, WHOLE);
    }

    private boolean held() {
        return settings.sending() == Sending.OFF || paused();
    }

    private void open(String kind, OutboxRow row, String reason) {
        Outgoing mail = row.mail();
        tasks.open(
                kind,
                subject(row),
                mail.unit().orElse(null),
                mail.stage().orElse(null),
                null,
                Map.of("kind", mail.kind(), "reason", reason));
    }

    private void close(String kind, OutboxRow row) {
        tasks.close(kind, subject(row));
    }

    private void note(String kind, String actor, OutboxRow row, String reason) {
        Outgoing mail = row.mail();
        events.append(
                kind,
                actor,
                mail.unit().orElse(null),
                mail.stage().orElse(null),
                null,
                Map.of("outbox", row.id(), "reason", reason));
    }

    private static String subject(OutboxRow row) {
        return WHOLE + "/" + row.id();
    }

    private void scheduleWaiting() {
        table.waiting().forEach(row -> schedule(row.id(), row.nextAttempt()));
    }

    private void schedule(long id, Instant at) {
        jobs.schedule("send", String.format(Locale.ROOT, "%d", id), at);
    }
}
