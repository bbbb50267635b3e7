package org.mailroom.agenda;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.mailroom.agenda.DigestSlots.Slot;
import org.mailroom.campaign.Campaign;
import org.mailroom.custody.EventLog;
import org.mailroom.custody.Tasks;
import org.mailroom.reply.Guard;
import org.mailroom.reply.InternalComposer;
import org.mailroom.reply.InternalMail;
import org.mailroom.reply.OutboxRows;
import org.mailroom.reply.OutboxState;
import org.mailroom.reply.Outgoing;
import org.mailroom.reply.WithheldException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Queues the daily digest, specification 6.11, each slot once over restarts, nodes and steps of the clock: the slot is taken
 * in the transaction that queues its mails. Of missed slots only the newest of today is caught up; older ones are stale. A
 * digest is never a draft: it goes to our own people, and an empty day shows that the desk is alive (P10).
 */
public final class Digests {
    static final String KIND = "digest";

    private static final String NOBODY = "digest-without-recipients";
    private static final String FAILED = "failed-digest";
    /** How far back missed slots are put on record. */
    private static final Duration LOOK_BACK = Duration.ofDays(14);

    private final Campaign campaign;
    private final DigestSettings settings;
    private final DigestReport report;
    private final DigestSlots times;
    private final Slots slots;
    private final InternalComposer composer;
    private final Guard guard;
    private final OutboxRows outbox;
    private final Tasks tasks;
    private final EventLog events;
    private final TransactionTemplate transaction;
    private final Supplier<Instant> openedAt;
    private final Clock campaignClock;
    private volatile Instant settled = Instant.EPOCH;

    /** @param openedAt when this desk was first opened, on the campaign's clock: before it nothing was missed */
    public Digests(
            Campaign campaign,
            DigestSettings settings,
            DigestReport report,
            InternalComposer composer,
            Guard guard,
            OutboxRows outbox,
            Tasks tasks,
            EventLog events,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Supplier<Instant> openedAt,
            Clock campaignClock) {
        this.campaign = campaign;
        this.settings = settings;
        this.report = report;
        this.times = new DigestSlots(campaign, settings.at(), settings.dueDayAt());
        this.slots = new Slots(jdbc, campaignClock);
        this.composer = composer;
        this.guard = guard;
        this.outbox = outbox;
        this.tasks = tasks;
        this.events = events;
        this.transaction = transaction;
        this.openedAt = openedAt;
        this.campaignClock = campaignClock;
    }

    /** Queues what is due; the step of the recurring job. One at a time: a second would wait in vain for the first one's slot. */
    public synchronized void tick() {
        if (settings.recipients().isEmpty()) {
            sayThatNobodyReads();
            return;
        }
        Instant now = campaignClock.instant();
        LocalDate today = now.atZone(campaign.zone()).toLocalDate();
        List<Slot> due = times.between(since(now), now);
        int newest = due.size() - 1;
        for (int i = 0; i <= newest; i++) {
            Slot slot = due.get(i);
            if (i == newest && slot.day().equals(today)) {
                send(slot, now);
            } else {
                slots.take(KIND, slot.key(), slot.time(), Slots.Outcome.STALE);
            }
        }
        settled = now;
    }

    private Instant since(Instant now) {
        Instant since = now.minus(LOOK_BACK);
        Instant opened = openedAt.get();
        if (opened.isAfter(since)) {
            since = opened;
        }
        return settled.isAfter(since) && !settled.isAfter(now) ? settled : since;
    }

    private void sayThatNobodyReads() {
        transaction.executeWithoutResult(status -> {
            if (slots.take(NOBODY, "once", campaignClock.instant(), Slots.Outcome.DONE)) {
                tasks.open(NOBODY, KIND, null, null, null, Map.of());
            }
        });
        settled = campaignClock.instant();
    }

    private void send(Slot slot, Instant now) {
        try {
            transaction.executeWithoutResult(status -> {
                if (slots.take(KIND, slot.key(), slot.time(), Slots.Outcome.DONE)) {
                    queue(report.of(slot, now));
                    tasks.close(NOBODY, KIND);
                    tasks.close(FAILED, slot.key());
                }
            });
        } catch (RuntimeException failed) {
            tasks.open(
                    FAILED,
                    slot.key(),
                    null,
                    null,
                    null,
                    Map.of("reason", failed.getClass().getSimpleName()));
            throw failed;
        }
    }

    private void queue(InternalMail mail) {
        for (Outgoing one : composer.compose(mail)) {
            try {
                guard.checkInternal(one, mail.harmless());
                outbox.add(one, OutboxState.QUEUED);
            } catch (WithheldException withheld) {
                outbox.withhold(one, withheld.reason())
                        .ifPresent(id -> tasks.open(
                                "withheld-mail",
                                "outbox/" + id,
                                null,
                                null,
                                null,
                                Map.of("reason", withheld.reason().key())));
            }
        }
        events.append(
                "DIGEST_COMPOSED",
                "clock",
                null,
                null,
                null,
                Map.of("cause", mail.cause(), "recipients", mail.recipients().size()));
    }
}
