package org.mailroom.mailbox;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;
import org.apache.camel.Processor;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stays connected to one mailbox and looks into it at each interval, or when the server speaks up. */
final class MailboxConsumer extends Rounds {
    private static final Logger log = LoggerFactory.getLogger(MailboxConsumer.class);
    private static final Duration NOT_OUR_TURN = Duration.ofSeconds(5);
    private static final Duration BETWEEN_RECONCILIATIONS = Duration.ofHours(1);
    private static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(5);

    private final MailboxSettings settings;
    private final Gauge gauge;
    private final BooleanSupplier turn;
    private final Clock machine;
    private final Clock campaign;
    private final Poll poll;
    private volatile @Nullable ImapConnection open;
    private Instant nextReconciliation = Instant.MIN;
    private int failures;

    MailboxConsumer(
            MailboxEndpoint endpoint,
            Processor processor,
            MailboxSettings settings,
            Journal journal,
            Gauge gauge,
            BooleanSupplier turn,
            Clock machine,
            Clock campaign) {
        super(endpoint, processor);
        this.settings = settings;
        this.gauge = gauge;
        this.turn = turn;
        this.machine = machine;
        this.campaign = campaign;
        Handover handover = new Handover(this, journal);
        this.poll = new Poll(settings, journal, handover, gauge, machine, campaign, this::going);
    }

    @Override
    void rounds() {
        ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "watch " + settings.account());
            thread.setDaemon(true);
            return thread;
        });
        try {
            while (going()) {
                if (turn.getAsBoolean()) {
                    stayConnected(watch);
                } else {
                    pause(NOT_OUR_TURN);
                }
            }
        } finally {
            watch.shutdownNow();
        }
    }

    private void stayConnected(ScheduledExecutorService watch) {
        try (ImapConnection connection = new ImapConnection(settings, campaign, watch)) {
            open = connection;
            while (going() && turn.getAsBoolean()) {
                look(connection);
                failures = 0;
                await(connection);
            }
        } catch (AuthenticationFailedException e) {
            refused(e);
        } catch (MessagingException | IOException | RuntimeException e) {
            failed(e);
        } finally {
            open = null;
        }
    }

    private void look(ImapConnection connection) throws MessagingException {
        Instant now = machine.instant();
        if (now.isBefore(nextReconciliation)) {
            poll.look(connection);
        } else {
            poll.reconcile(connection);
            nextReconciliation = now.plus(BETWEEN_RECONCILIATIONS);
        }
    }

    private void await(ImapConnection connection) throws MessagingException, IOException {
        if (gauge.health().missing() == 0 && connection.has("IDLE")) {
            if (going()) {
                connection.idle(settings.pollInterval());
            }
        } else {
            pause(settings.pollInterval());
        }
    }

    private void refused(AuthenticationFailedException e) {
        String words = words(e);
        gauge.failed("login refused: " + words);
        log.error(
                "{}: login as {} is refused. Check user and password; QQ and 163 want an authorisation code instead of"
                        + " the password, and IMAP switched on in their settings. The server says: {}",
                settings,
                settings.user(),
                words);
        failures = Math.max(failures, 3);
        pause(backOff());
    }

    private void failed(Exception e) {
        if (!going()) {
            return;
        }
        String words = words(e);
        gauge.failed(words);
        Duration pause = backOff();
        log.warn(
                "{}: {}{}; next try in {} s",
                settings,
                words,
                e instanceof MailConnectException ? ". Check host and port in the settings, and the network" : "",
                pause.toSeconds());
        log.debug("why", e);
        pause(pause);
    }

    /** Half an interval, then twice as long after each failure: a minute at least after a refused login, 5 at most. */
    private Duration backOff() {
        Duration pause = settings.pollInterval().dividedBy(2).multipliedBy(1L << Math.min(failures++, 10));
        return pause.compareTo(LONGEST_BACK_OFF) < 0 ? pause : LONGEST_BACK_OFF;
    }

    private String words(Exception e) {
        String words = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return settings.password().isEmpty() ? words : words.replace(settings.password(), "…");
    }

    @Override
    void wake() {
        ImapConnection connection = open;
        if (connection != null) {
            connection.wake();
        }
    }

    @Override
    void abort() {
        ImapConnection connection = open;
        if (connection != null) {
            connection.abort();
        }
    }
}
