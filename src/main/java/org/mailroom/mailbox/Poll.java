package org.mailroom.mailbox;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.mailroom.mailbox.Journal.Unfetched;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One look into a mailbox: the server's UIDs minus the journal. Never flags, sequence numbers or Message-IDs, which
 * people, other clients and senders change (P1, P2).
 *
 * <p>Remembers the highest UID up to which all are written down, so that the next look costs the same with ten mails
 * and with ten thousand. New UIDs are always higher (RFC 3501 section 2.3.1.1).
 */
final class Poll {
    private static final Logger log = LoggerFactory.getLogger(Poll.class);
    private static final int TRIES = 3;
    private static final int CHUNK = 500;
    private static final int MARKED_AT_ONCE = 50;

    private final MailboxSettings settings;
    private final Journal journal;
    private final Handover handover;
    private final Marking marking;
    private final Gauge gauge;
    private final Clock machine;
    private final Clock campaign;
    private final BooleanSupplier goOn;
    private final Map<String, Integer> failures = new HashMap<>();
    private long validity = -1;
    private long cursor;

    Poll(
            MailboxSettings settings,
            Journal journal,
            Handover handover,
            Gauge gauge,
            Clock machine,
            Clock campaign,
            BooleanSupplier goOn) {
        this.settings = settings;
        this.journal = journal;
        this.handover = handover;
        this.marking = new Marking(settings, journal);
        this.gauge = gauge;
        this.machine = machine;
        this.campaign = campaign;
        this.goOn = goOn;
    }

    /** Fetches what is new. */
    void look(ImapConnection connection) throws MessagingException {
        meet(connection);
        Instant asked = campaign.instant();
        List<ServerMail> mails = connection.above(cursor);
        Set<String> known = known(mails);
        int missing = fetchAll(connection, mails, known);
        if (!goOn.getAsBoolean()) {
            return;
        }
        advance(mails, known);
        if (missing == 0) {
            gauge.lookedThrough(machine.instant(), asked);
        } else {
            gauge.missing(missing, missing + " mails on the server could not be kept");
        }
    }

    /**
     * Compares the whole folder with the journal: nothing may be missing. Marks what is kept and not marked, and tries
     * once more what the server did not give.
     */
    void reconcile(ImapConnection connection) throws MessagingException {
        meet(connection);
        long before = cursor;
        cursor = 0;
        List<ServerMail> all = connection.above(0);
        Set<String> known = known(all);
        long missing = all.stream()
                .filter(mail -> mail.uid() <= before && !known.contains(mail.sourceKey()))
                .count();
        if (missing > 0) {
            log.error("{}: {} mails on the server were not in the journal; they are fetched now", settings, missing);
        }
        markAgain(connection, all);
        readAgain(connection, all);
        look(connection);
    }

    private void markAgain(ImapConnection connection, List<ServerMail> all) {
        Set<String> unmarked = journal.unmarked(settings.account(), settings.folder());
        marking.mark(
                connection,
                all.stream().filter(mail -> unmarked.contains(mail.sourceKey())).toList());
    }

    private void readAgain(ImapConnection connection, List<ServerMail> all) throws MessagingException {
        Set<String> unreadable = journal.unreadable(settings.account(), settings.folder());
        List<ServerMail> again = all.stream()
                .filter(mail -> unreadable.contains(mail.sourceKey()))
                .toList();
        for (ServerMail mail : connection.describe(again)) {
            Handover.Result result = handover.give(
                    fetched(connection, mail),
                    () -> !journal.unreadable(settings.account(), settings.folder())
                            .contains(mail.sourceKey()));
            leaveIfClosed(connection, result);
        }
    }

    private void meet(ImapConnection connection) {
        long now = connection.uidValidity();
        if (now == validity) {
            return;
        }
        Optional<String> newest = journal.newest(settings.account(), settings.folder());
        long before = newest.map(key -> Long.parseLong(key.substring(0, key.indexOf('/'))))
                .orElse(now);
        if (before != now) {
            journal.renumbered(settings.account(), settings.folder(), before, now);
        }
        validity = now;
        cursor = 0;
        failures.clear();
    }

    /** @return how many are neither kept nor written down afterwards */
    private int fetchAll(ImapConnection connection, List<ServerMail> mails, Set<String> known)
            throws MessagingException {
        List<ServerMail> unknown = new ArrayList<>(connection.describe(
                mails.stream().filter(mail -> !known.contains(mail.sourceKey())).toList()));
        // one bad mail stops nothing: it comes after those that have not failed (P3)
        unknown.sort(Comparator.comparingInt(mail -> failures.getOrDefault(mail.sourceKey(), 0)));
        List<ServerMail> unmarked = new ArrayList<>();
        int missing = 0;
        for (ServerMail mail : unknown) {
            if (!goOn.getAsBoolean()) {
                break;
            }
            if (mail.size() > settings.maxMailBytes()) {
                tooLarge(connection, mail);
                known.add(mail.sourceKey());
            } else if (fetch(connection, mail, unmarked)) {
                known.add(mail.sourceKey());
            } else {
                missing++;
            }
            if (unmarked.size() == MARKED_AT_ONCE) {
                marking.mark(connection, unmarked);
                unmarked.clear();
            }
        }
        marking.mark(connection, unmarked);
        return missing;
    }

    private void tooLarge(ImapConnection connection, ServerMail mail) throws MessagingException {
        log.error(
                "{} {}: {} bytes are over the limit; only the header is filed",
                settings,
                mail.sourceKey(),
                mail.size());
        journal.unfetched(unfetched(mail, Unfetched.Reason.TOO_LARGE, connection.header(mail)));
    }

    /** @return whether the journal has the mail now, kept or as unreadable */
    private boolean fetch(ImapConnection connection, ServerMail mail, List<ServerMail> unmarked)
            throws MessagingException {
        Handover.Result result = handover.give(fetched(connection, mail));
        if (result.kept()) {
            failures.remove(mail.sourceKey());
            unmarked.add(mail);
            return true;
        }
        boolean lastTry = result.unreadable() && failures.merge(mail.sourceKey(), 1, Integer::sum) >= TRIES;
        if (lastTry) {
            log.error("{} {}: the server did not give this mail in {} tries", settings, mail.sourceKey(), TRIES);
            journal.unfetched(unfetched(mail, Unfetched.Reason.UNREADABLE, new byte[0]));
            failures.remove(mail.sourceKey());
        }
        leaveIfClosed(connection, result);
        return lastTry;
    }

    /** A lost connection is no fault of the mails that come next. */
    private static void leaveIfClosed(ImapConnection connection, Handover.Result result) throws MessagingException {
        if (result.unreadable() && !connection.isOpen()) {
            throw new MessagingException("the connection was lost while a mail was fetched");
        }
    }

    private FetchedMail fetched(ImapConnection connection, ServerMail mail) {
        return new FetchedMail(
                settings.account(),
                settings.folder(),
                mail.sourceKey(),
                mail.receivedAt(),
                mail.size(),
                out -> copy(connection, mail, out));
    }

    private void copy(ImapConnection connection, ServerMail mail, OutputStream out) throws IOException {
        CountedOutput counted = new CountedOutput(out);
        connection.copy(mail, counted);
        boolean lastTry = failures.getOrDefault(mail.sourceKey(), 0) >= TRIES - 1;
        if (counted.bytes() < mail.size() && !lastTry) {
            // some servers announce too much; then the third fetch is as short and is kept, with both sizes on record
            throw new UnreadableMail("the server announced " + mail.size() + " bytes and gave " + counted.bytes());
        }
    }

    private Unfetched unfetched(ServerMail mail, Unfetched.Reason reason, byte[] header) {
        return new Unfetched(
                settings.account(),
                settings.folder(),
                mail.sourceKey(),
                mail.receivedAt(),
                mail.size(),
                reason,
                header);
    }

    private Set<String> known(List<ServerMail> mails) {
        List<String> keys = mails.stream().map(ServerMail::sourceKey).toList();
        Set<String> known = new HashSet<>();
        for (int from = 0; from < keys.size(); from += CHUNK) {
            List<String> chunk = new ArrayList<>(keys.subList(from, Math.min(from + CHUNK, keys.size())));
            known.addAll(journal.known(settings.account(), settings.folder(), chunk));
        }
        return known;
    }

    private void advance(List<ServerMail> mails, Set<String> known) {
        for (ServerMail mail : mails) {
            if (!known.contains(mail.sourceKey())) {
                return;
            }
            cursor = mail.uid();
        }
    }
}
