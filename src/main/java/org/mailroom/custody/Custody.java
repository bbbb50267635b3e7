package org.mailroom.custody;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.mailroom.custody.MailDigest.Digested;
import org.mailroom.custody.MailRepository.Digest;
import org.mailroom.custody.ReceivedTime.Judged;
import org.mailroom.job.Jobs;
import org.mailroom.mailbox.FetchedMail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps every mail before anyone looks at it (P1, P2). Knows bytes, not meaning. */
public final class Custody {
    static final String READ = "read";
    static final String IN_QUARANTINE = "quarantined-mail";

    private final RawStore files;
    private final MailRepository mails;
    private final Jobs jobs;
    private final EventLog events;
    private final Tasks tasks;
    private final ReceivedTime receivedTime;
    private final TransactionTemplate transaction;
    private final RowLock oneAtATime;
    private final Clock machine;
    private final Consumer<String> checkpoint;

    /** @param trustedHosts our own mail servers, as their Received fields name them; may be empty (D-1) */
    public Custody(
            RawStore files,
            DataSource dataSource,
            PlatformTransactionManager transactions,
            Jobs jobs,
            EventLog events,
            Tasks tasks,
            Set<String> trustedHosts,
            Clock machine) {
        this(files, dataSource, transactions, jobs, events, tasks, trustedHosts, machine, step -> {});
    }

    /** @param checkpoint hears of each step before the next one begins */
    Custody(
            RawStore files,
            DataSource dataSource,
            PlatformTransactionManager transactions,
            Jobs jobs,
            EventLog events,
            Tasks tasks,
            Set<String> trustedHosts,
            Clock machine,
            Consumer<String> checkpoint) {
        JdbcClient jdbc = JdbcClient.create(dataSource);
        this.files = files;
        this.mails = new MailRepository(jdbc, machine);
        this.jobs = jobs;
        this.events = events;
        this.tasks = tasks;
        this.receivedTime = new ReceivedTime(trustedHosts);
        // of its own, so that no transaction around a route can take back what is kept
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.oneAtATime = new RowLock(jdbc, "custody");
        this.machine = machine;
        this.checkpoint = checkpoint;
    }

    /**
     * Writes the mail to disk, then its row and its first job in one commit. Interrupted anywhere, it can be called
     * again with the same mail.
     *
     * @throws IOException if the mail cannot be had or the disk cannot take it; then nothing is committed
     */
    public Kept keep(FetchedMail mail) throws IOException {
        Digested file = files.keep(mail.body());
        Kept kept = Objects.requireNonNull(transaction.execute(status -> journal(mail, file)));
        checkpoint.accept("committed");
        return kept;
    }

    private Kept journal(FetchedMail mail, Digested file) {
        MailHeader header = new MailHeader(file.header());
        Judged time = receivedTime.judge(header.all("Received"), mail.receivedAt());
        Digest digest = new Digest(file.rawSha256(), header.contentSha256(file.bodySha256()), file.size());
        // two copies that come at the same time must not both be the first
        oneAtATime.take();
        Optional<Long> original = mails.original(digest.content());
        if (!mails.insert(mail, digest, time.receivedAt(), original)
                && !mails.fetchedAfterAll(mail, digest, time.receivedAt(), original)) {
            return new Kept.SeenAgain(mail.account(), mail.folder(), mail.sourceKey());
        }
        StoredMail stored = load(mails.id(mail.account(), mail.folder(), mail.sourceKey()));
        jobs.schedule(READ, Long.toString(stored.id()), machine.instant());
        record(stored, mail, time);
        checkpoint.accept("journalled");
        return new Kept.Stored(stored);
    }

    private void record(StoredMail stored, FetchedMail mail, Judged time) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("account", stored.account());
        facts.put("raw", stored.rawSha256());
        facts.put("content", stored.contentSha256());
        facts.put("size", stored.size());
        facts.put("receivedAt", stored.receivedAt().toString());
        stored.duplicateOf().ifPresent(first -> facts.put("duplicateOf", first));
        events.append("MAIL_KEPT", "mail", null, null, stored.id(), facts);
        String subject = "mail/" + stored.id();
        tasks.close("mail-not-fetched", subject);
        time.doubt()
                .ifPresent(newest -> tasks.open(
                        "doubtful-time",
                        subject,
                        null,
                        null,
                        stored.id(),
                        Map.of("serverTime", mail.receivedAt().toString(), "received", newest.toString())));
        if (mail.announcedSize() > stored.size()) {
            tasks.open(
                    "short-mail",
                    subject,
                    null,
                    null,
                    stored.id(),
                    Map.of("announced", mail.announcedSize(), "size", stored.size()));
        }
    }

    /** @throws IllegalStateException if there is no such mail, or it could never be fetched */
    public StoredMail load(long mailId) {
        return mails.find(mailId).orElseThrow(() -> new IllegalStateException("no stored mail " + mailId));
    }

    /** The exact octets. */
    public InputStream open(StoredMail mail) throws IOException {
        return files.open(mail.rawSha256());
    }

    /** The octets of a mail just kept, for a route that copies new mails elsewhere. */
    public InputStream copy(Kept.Stored kept) throws IOException {
        return open(kept.stored());
    }

    /**
     * Puts a mail aside that cannot be worked on, and tells a person (P3). A second time changes nothing.
     *
     * @param reason a code, no personal values
     */
    public void quarantine(long mailId, String reason) {
        transaction.executeWithoutResult(status -> {
            if (mails.quarantine(mailId, reason)) {
                Map<String, Object> facts = Map.of("reason", reason);
                events.append("MAIL_QUARANTINED", "mail", null, null, mailId, facts);
                tasks.open(IN_QUARANTINE, "mail/" + mailId, null, null, mailId, facts);
            }
        });
    }

    /**
     * Takes a mail out of quarantine and has it read anew.
     *
     * @param actor the person's account
     * @return false if it is not in quarantine
     */
    public boolean rerun(long mailId, String actor) {
        Boolean released = transaction.execute(status -> {
            if (!mails.release(mailId)) {
                return false;
            }
            events.append("MAIL_RERUN", actor, null, null, mailId, Map.of());
            tasks.close(IN_QUARANTINE, "mail/" + mailId);
            Instant now = machine.instant();
            jobs.schedule(READ, Long.toString(mailId), now);
            return true;
        });
        return Boolean.TRUE.equals(released);
    }
}
