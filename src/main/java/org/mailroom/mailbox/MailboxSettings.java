package org.mailroom.mailbox;

import java.time.Duration;

/**
 * How one mailbox is reached. The default never deletes, moves or marks as read: people read the mailbox too.
 *
 * @param account what the desk calls it, for example {@code designated}
 * @param protocol imap or imaps; with imap TLS is used if the server offers it
 * @param password or authorisation code
 * @param folder for example INBOX
 * @param pollInterval longest time between two looks; a server with IDLE (RFC 2177) is heard at once
 * @param moveTo folder that kept mails are moved to, empty to leave them
 * @param keyword flag that kept mails get if the server allows it, empty for none
 * @param maxMailBytes a larger mail is not fetched: its header is filed and a person is told
 */
public record MailboxSettings(
        String account,
        String protocol,
        String host,
        int port,
        String user,
        String password,
        String folder,
        Duration pollInterval,
        String moveTo,
        String keyword,
        long maxMailBytes,
        Patience patience) {

    public static final String KEPT = "$MailroomKept";
    public static final long HUNDRED_MEGABYTES = 100L * 1024 * 1024;

    /**
     * How long the server may be silent.
     *
     * @param step wall-clock limit of one exchange of commands, however lively the server; a mail gets one second more
     *     for each 16 KiB
     */
    public record Patience(Duration connect, Duration read, Duration write, Duration step) {
        public static final Patience USUAL = new Patience(
                Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofMinutes(2));
    }

    public MailboxSettings {
        if (!protocol.equals("imap") && !protocol.equals("imaps")) {
            throw new IllegalArgumentException("mailbox " + account + ": protocol must be imap or imaps");
        }
        if (pollInterval.isNegative() || pollInterval.isZero() || maxMailBytes < 1) {
            throw new IllegalArgumentException("mailbox " + account + ": poll interval and size must be positive");
        }
    }

    /** INBOX, a look every 30 seconds, kept mails flagged where the server allows it, 100 MB. */
    public static MailboxSettings usual(
            String account, String protocol, String host, int port, String user, String password) {
        return new MailboxSettings(
                account,
                protocol,
                host,
                port,
                user,
                password,
                "INBOX",
                Duration.ofSeconds(30),
                "",
                KEPT,
                HUNDRED_MEGABYTES,
                Patience.USUAL);
    }

    @Override
    public String toString() {
        return account + " (" + protocol + "://" + host + ":" + port + ", " + folder + ")";
    }
}
