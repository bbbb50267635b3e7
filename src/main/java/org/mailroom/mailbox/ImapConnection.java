package org.mailroom.mailbox;

import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One logged-in connection with its folder open, for one thread; {@link #abort} may come from any. */
final class ImapConnection implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ImapConnection.class);
    /** Servers may end an IDLE after 30 minutes (RFC 2177), routers end a silent connection much sooner. */
    private static final Duration LONGEST_IDLE = Duration.ofMinutes(9);

    private static final Duration FAREWELL = Duration.ofSeconds(5);
    private static final int BATCH = 200;

    private final MailboxSettings settings;
    private final Clock campaign;
    private final ScheduledExecutorService timer;
    private final Watchdog watchdog;
    private final IdentifiedStore store;
    private final IMAPFolder folder;
    private final long uidValidity;

    /** Connects, says who we are, logs in and opens the folder. */
    ImapConnection(MailboxSettings settings, Clock campaign, ScheduledExecutorService timer) throws MessagingException {
        this.settings = settings;
        this.campaign = campaign;
        this.timer = timer;
        this.watchdog = new Watchdog(timer);
        this.store = IdentifiedStore.of(settings, watchdog);
        try {
            this.folder = step("connecting", () -> open(store, settings));
            this.uidValidity = folder.getUIDValidity();
        } catch (MessagingException | RuntimeException e) {
            watchdog.closeAll();
            throw e;
        }
    }

    private static IMAPFolder open(IdentifiedStore store, MailboxSettings settings) throws MessagingException {
        store.connect(settings.host(), settings.port(), settings.user(), settings.password());
        store.identify();
        IMAPFolder folder = (IMAPFolder) store.getFolder(settings.folder());
        folder.open(Folder.READ_WRITE);
        return folder;
    }

    long uidValidity() {
        return uidValidity;
    }

    /** The mails above {@code uid}, lowest first, with nothing but their UID. */
    List<ServerMail> above(long uid) throws MessagingException {
        return step("listing the mails", () -> {
            // lets the server tell of new mails before it numbers them
            noop();
            List<ServerMail> found = new ArrayList<>();
            for (Message message : folder.getMessagesByUID(uid + 1, UIDFolder.LASTUID)) {
                // "n:*" always holds the last mail, even below n
                if (message instanceof IMAPMessage mail && folder.getUID(mail) > uid) {
                    long own = folder.getUID(mail);
                    found.add(new ServerMail(own, uidValidity + "/" + own, Instant.EPOCH, -1, mail));
                }
            }
            return found;
        });
    }

    /** Asks for size and INTERNALDATE of mails found before; one that is gone by now is left out. */
    List<ServerMail> describe(List<ServerMail> mails) throws MessagingException {
        FetchProfile profile = new FetchProfile();
        profile.add(FetchProfile.Item.SIZE);
        profile.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
        List<ServerMail> described = new ArrayList<>();
        for (int from = 0; from < mails.size(); from += BATCH) {
            List<ServerMail> batch = mails.subList(from, Math.min(from + BATCH, mails.size()));
            step("asking for sizes", () -> {
                folder.fetch(batch.stream().map(ServerMail::message).toArray(Message[]::new), profile);
                for (ServerMail mail : batch) {
                    if (!mail.message().isExpunged()) {
                        described.add(described(mail));
                    }
                }
                return described;
            });
        }
        return described;
    }

    private ServerMail described(ServerMail mail) throws MessagingException {
        Date internalDate = mail.message().getReceivedDate();
        Instant receivedAt = internalDate == null ? campaign.instant() : internalDate.toInstant();
        return new ServerMail(
                mail.uid(), mail.sourceKey(), receivedAt, mail.message().getSizeLong(), mail.message());
    }

    /**
     * Copies the whole mail, a megabyte at a time, and leaves \Seen alone (BODY.PEEK).
     *
     * @throws UnreadableMail if the server does not give it
     * @throws IOException if {@code out} does not take it
     */
    void copy(ServerMail mail, OutputStream out) throws IOException {
        Duration limit = settings.patience().step().plusSeconds(Math.max(mail.size(), 0) / (16 * 1024));
        watchdog.within(limit, settings.account() + ": fetching UID " + mail.uid(), () -> {
            try (InputStream body = body(mail)) {
                byte[] buffer = new byte[64 * 1024];
                for (int n = read(body, buffer); n >= 0; n = read(body, buffer)) {
                    out.write(buffer, 0, n);
                }
            }
            return out;
        });
    }

    private static InputStream body(ServerMail mail) throws UnreadableMail {
        try {
            mail.message().setPeek(true);
            return mail.message().getMimeStream();
        } catch (MessagingException | RuntimeException e) {
            throw new UnreadableMail(e);
        }
    }

    private static int read(InputStream body, byte[] buffer) throws UnreadableMail {
        try {
            return body.read(buffer);
        } catch (IOException | RuntimeException e) {
            throw new UnreadableMail(e);
        }
    }

    /** The mail's header alone; nothing if the server gives none. */
    byte[] header(ServerMail mail) throws MessagingException {
        return step("fetching a header", () -> {
            Object header = folder.doCommand(
                    protocol -> protocol.peekBody(mail.message().getMessageNumber(), "HEADER"));
            return header instanceof BODY body ? body.getByteArrayInputStream().readAllBytes() : new byte[0];
        });
    }

    /** A short command of another class. */
    @FunctionalInterface
    interface Command<T> {
        T run(IdentifiedStore store, IMAPFolder folder) throws MessagingException;
    }

    <T> T onFolder(String what, Command<T> command) throws MessagingException {
        return step(what, () -> command.run(store, folder));
    }

    boolean has(String capability) throws MessagingException {
        // of the folder's own connection: the store would open another one to ask
        return Boolean.TRUE.equals(folder.doCommand(protocol -> protocol.hasCapability(capability)));
    }

    /**
     * Waits until the server tells of a change, at most {@code longest} and 9 minutes. Some servers offer IDLE and never
     * speak: the caller looks again in any case.
     *
     * @throws IOException if the connection is gone
     */
    void idle(Duration longest) throws MessagingException, IOException {
        Duration limit = longest.compareTo(LONGEST_IDLE) < 0 ? longest : LONGEST_IDLE;
        watchdog.patience(Duration.ZERO);
        watchdog.within(limit.plus(settings.patience().read()), settings.account() + ": waiting", () -> {
            ScheduledFuture<?> end = timer.schedule(this::endIdle, limit.toMillis(), TimeUnit.MILLISECONDS);
            try {
                folder.idle(true);
            } finally {
                end.cancel(false);
            }
            return folder;
        });
        watchdog.patience(settings.patience().read());
    }

    /** Any other command sends DONE first. */
    private void endIdle() {
        try {
            noop();
        } catch (MessagingException e) {
            log.debug("the wait ended with its connection", e);
        }
    }

    private void noop() throws MessagingException {
        folder.doCommand(protocol -> {
            protocol.noop();
            return protocol;
        });
    }

    boolean isOpen() {
        return folder.isOpen();
    }

    /** Ends a wait for the server, from any thread. */
    void wake() {
        timer.execute(this::endIdle);
    }

    /** Closes the connection at once, from any thread. */
    void abort() {
        watchdog.closeAll();
    }

    private <T> T step(String what, Watchdog.Step<T, MessagingException> step) throws MessagingException {
        return watchdog.within(settings.patience().step(), settings.account() + ": " + what, step);
    }

    @Override
    public void close() {
        try {
            watchdog.within(FAREWELL, settings.account() + ": logging out", () -> {
                // false: an expunge would remove mails that others have marked as deleted
                folder.close(false);
                store.close();
                return store;
            });
        } catch (MessagingException | IllegalStateException e) {
            log.debug("the connection was gone before it was closed", e);
        } finally {
            watchdog.closeAll();
        }
    }
}
