package org.mailroom.custody;

import java.time.Clock;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.mailroom.mailbox.Journal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the mailbox may know of the table of mails, and write into it where there is no mail to keep. */
public final class MailJournal implements Journal {
    private static final Logger log = LoggerFactory.getLogger(MailJournal.class);

    private final MailRepository mails;
    private final EventLog events;
    private final Tasks tasks;
    private final TransactionTemplate transaction;

    public MailJournal(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            EventLog events,
            Tasks tasks,
            Clock machine) {
        this.mails = new MailRepository(JdbcClient.create(dataSource), machine);
        this.events = events;
        this.tasks = tasks;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Set<String> known(String account, String folder, Collection<String> sourceKeys) {
        return sourceKeys.isEmpty() ? Set.of() : mails.known(account, folder, sourceKeys);
    }

    @Override
    public Set<String> unmarked(String account, String folder) {
        return mails.unmarked(account, folder);
    }

    @Override
    public void marked(String account, String folder, Collection<String> sourceKeys) {
        if (!sourceKeys.isEmpty()) {
            mails.marked(account, folder, sourceKeys);
        }
    }

    @Override
    public Set<String> unreadable(String account, String folder) {
        return mails.unfetched(account, folder, code(Unfetched.Reason.UNREADABLE));
    }

    @Override
    public void unfetched(Unfetched mail) {
        String reason = code(mail.reason());
        transaction.executeWithoutResult(status -> {
            if (mails.insertUnfetched(mail, reason, new MailHeader(mail.header()))) {
                long id = mails.id(mail.account(), mail.folder(), mail.sourceKey());
                Map<String, Object> facts = Map.of("reason", reason, "announcedSize", mail.announcedSize());
                events.append("MAIL_NOT_FETCHED", "mail", null, null, id, facts);
                tasks.open("mail-not-fetched", "mail/" + id, null, null, id, facts);
            }
        });
    }

    @Override
    public Optional<String> newest(String account, String folder) {
        return mails.newest(account, folder);
    }

    /** Loud: it happens at a restore or a move of the server, and somebody should know why it did. */
    @Override
    public void renumbered(String account, String folder, long before, long now) {
        log.warn("{} {}: the server has renumbered the folder; all its mails are compared by content", account, folder);
        transaction.executeWithoutResult(status -> {
            Map<String, Object> facts = Map.of("account", account, "folder", folder, "before", before, "now", now);
            events.append("MAILBOX_RENUMBERED", "mail", null, null, null, facts);
            tasks.open("mailbox-renumbered", account + "/" + now, null, null, null, facts);
        });
    }

    private static String code(Unfetched.Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
