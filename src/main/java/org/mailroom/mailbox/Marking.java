package org.mailroom.mailbox;

import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the server which mails are kept, by a flag or a move. A courtesy to the people who read the mailbox too: what
 * fails is tried again at the next reconciliation, and nothing depends on it (P1).
 */
final class Marking {
    private static final Logger log = LoggerFactory.getLogger(Marking.class);

    private final MailboxSettings settings;
    private final Journal journal;

    Marking(MailboxSettings settings, Journal journal) {
        this.settings = settings;
        this.journal = journal;
    }

    void mark(ImapConnection connection, List<ServerMail> kept) {
        if (kept.isEmpty()) {
            return;
        }
        try {
            Message[] messages = kept.stream().map(ServerMail::message).toArray(Message[]::new);
            if (moves(connection) ? move(connection, messages) : flag(connection, messages)) {
                Set<String> keys = kept.stream().map(ServerMail::sourceKey).collect(Collectors.toSet());
                journal.marked(settings.account(), settings.folder(), keys);
            }
        } catch (MessagingException | RuntimeException e) {
            log.warn("{}: {} kept mails are not marked on the server yet: {}", settings, kept.size(), e.getMessage());
        }
    }

    private boolean moves(ImapConnection connection) throws MessagingException {
        // without MOVE (RFC 6851) a move needs an expunge, which may remove mails of others
        return !settings.moveTo().isEmpty() && connection.has("MOVE");
    }

    private boolean move(ImapConnection connection, Message[] messages) throws MessagingException {
        return connection.onFolder("moving kept mails", (store, folder) -> {
            folder.moveMessages(messages, store.getFolder(settings.moveTo()));
            return true;
        });
    }

    private boolean flag(ImapConnection connection, Message[] messages) throws MessagingException {
        if (settings.keyword().isEmpty()) {
            return false;
        }
        return connection.onFolder("flagging kept mails", (store, folder) -> {
            Flags permitted = folder.getPermanentFlags();
            if (!permitted.contains(Flags.Flag.USER) && !permitted.contains(settings.keyword())) {
                return false;
            }
            folder.setFlags(messages, new Flags(settings.keyword()), true);
            return true;
        });
    }
}
