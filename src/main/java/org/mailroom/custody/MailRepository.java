package org.mailroom.custody;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mailroom.mailbox.FetchedMail;
import org.mailroom.mailbox.Journal.Unfetched;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of mails. Each method is one statement, in the caller's transaction. */
final class MailRepository {
    private final JdbcClient jdbc;
    private final Clock machine;

    MailRepository(JdbcClient jdbc, Clock machine) {
        this.jdbc = jdbc;
        this.machine = machine;
    }

    private record Row(
            long id,
            String account,
            String folder,
            String sourceKey,
            OffsetDateTime receivedAt,
            String rawSha256,
            String contentSha256,
            long size,
            @Nullable Long duplicateOf) {
        StoredMail mail() {
            return new StoredMail(
                    id,
                    account,
                    folder,
                    sourceKey,
                    receivedAt.toInstant(),
                    rawSha256,
                    contentSha256,
                    size,
                    Optional.ofNullable(duplicateOf));
        }
    }

    /** @return false if a mail of this source has a row already, which then is left as it is */
    boolean insert(FetchedMail mail, Digest digest, Instant receivedAt, Optional<Long> duplicateOf) {
        return jdbc.sql("""
                        insert into mail (account, folder, source_key, state, server_time, received_at, journalled_at,
                                          raw_sha256, content_sha256, size, duplicate_of)
                        values (:account, :folder, :sourceKey, 'STORED', :serverTime, :receivedAt, :now,
                                :raw, :content, :size, :duplicateOf)
                        on conflict do nothing""")
                        .params(source(mail.account(), mail.folder(), mail.sourceKey()))
                        .param("serverTime", utc(mail.receivedAt()))
                        .param("receivedAt", utc(receivedAt))
                        .param("now", utc(machine.instant()))
                        .param("raw", digest.raw())
                        .param("content", digest.content())
                        .param("size", digest.size())
                        .param("duplicateOf", duplicateOf.orElse(null))
                        .update()
                == 1;
    }

    /** Turns the row of a mail that could not be fetched into one of a stored mail. */
    boolean fetchedAfterAll(FetchedMail mail, Digest digest, Instant receivedAt, Optional<Long> duplicateOf) {
        return jdbc.sql("""
                        update mail
                           set state = 'STORED', reason = null, received_at = :receivedAt, journalled_at = :now,
                               raw_sha256 = :raw, content_sha256 = :content, size = :size, duplicate_of = :duplicateOf
                         where account = :account and folder = :folder and source_key = :sourceKey
                           and state = 'FETCH_FAILED'""")
                        .params(source(mail.account(), mail.folder(), mail.sourceKey()))
                        .param("receivedAt", utc(receivedAt))
                        .param("now", utc(machine.instant()))
                        .param("raw", digest.raw())
                        .param("content", digest.content())
                        .param("size", digest.size())
                        .param("duplicateOf", duplicateOf.orElse(null))
                        .update()
                == 1;
    }

    /** @return false if the mail has a row already */
    boolean insertUnfetched(Unfetched mail, String reason, MailHeader header) {
        return jdbc.sql("""
                        insert into mail (account, folder, source_key, state, reason, server_time, received_at,
                                          journalled_at, size, sender_name, subject, message_id)
                        values (:account, :folder, :sourceKey, 'FETCH_FAILED', :reason, :receivedAt, :receivedAt,
                                :now, :size, :sender, :subject, :messageId)
                        on conflict do nothing""")
                        .params(source(mail.account(), mail.folder(), mail.sourceKey()))
                        .param("reason", reason)
                        .param("receivedAt", utc(mail.receivedAt()))
                        .param("now", utc(machine.instant()))
                        .param("size", Math.max(mail.announcedSize(), 0))
                        .param("sender", header.first("From", 320))
                        .param("subject", header.first("Subject", 1000))
                        .param("messageId", header.first("Message-ID", 998))
                        .update()
                == 1;
    }

    long id(String account, String folder, String sourceKey) {
        return jdbc.sql("""
                        select id from mail
                         where account = :account and folder = :folder and source_key = :sourceKey""")
                .params(source(account, folder, sourceKey))
                .query(Long.class)
                .single();
    }

    /** The first mail with this content. */
    Optional<Long> original(String contentSha256) {
        return jdbc.sql("""
                        select id from mail where content_sha256 = :content and duplicate_of is null
                         order by id limit 1""").param("content", contentSha256).query(Long.class).optional();
    }

    Optional<StoredMail> find(long id) {
        return jdbc.sql("select * from mail where id = :id and raw_sha256 is not null")
                .param("id", id)
                .query(Row.class)
                .optional()
                .map(Row::mail);
    }

    /** @return false if the mail was quarantined already, or was never stored */
    boolean quarantine(long id, String reason) {
        return jdbc.sql("""
                        update mail set state = 'QUARANTINED', reason = :reason
                         where id = :id and state in ('STORED', 'FILED')""").param("id", id).param("reason", reason).update() == 1;
    }

    /** @return false if the mail is not in quarantine */
    boolean release(long id) {
        return jdbc.sql("update mail set state = 'STORED', reason = null where id = :id and state = 'QUARANTINED'")
                        .param("id", id)
                        .update()
                == 1;
    }

    Set<String> known(String account, String folder, Collection<String> sourceKeys) {
        return jdbc.sql("""
                        select source_key from mail
                         where account = :account and folder = :folder and source_key in (:keys)""")
                .param("account", account)
                .param("folder", folder)
                .param("keys", sourceKeys)
                .query(String.class)
                .set();
    }

    Set<String> unmarked(String account, String folder) {
        return jdbc.sql("""
                        select source_key from mail
                         where account = :account and folder = :folder and marked = false and raw_sha256 is not null""")
                .param("account", account)
                .param("folder", folder)
                .query(String.class)
                .set();
    }

    void marked(String account, String folder, Collection<String> sourceKeys) {
        jdbc.sql("""
                        update mail set marked = true
                         where account = :account and folder = :folder and source_key in (:keys)""")
                .param("account", account)
                .param("folder", folder)
                .param("keys", sourceKeys)
                .update();
    }

    Set<String> unfetched(String account, String folder, String reason) {
        return jdbc.sql("""
                        select source_key from mail
                         where account = :account and folder = :folder and state = 'FETCH_FAILED'
                           and reason = :reason""")
                .param("account", account)
                .param("folder", folder)
                .param("reason", reason)
                .query(String.class)
                .set();
    }

    Optional<String> newest(String account, String folder) {
        List<String> keys = jdbc.sql("""
                        select source_key from mail
                         where account = :account and folder = :folder order by id desc limit 1""")
                .param("account", account)
                .param("folder", folder)
                .query(String.class)
                .list();
        return keys.stream().findFirst();
    }

    /** What the files of a mail are known by. */
    record Digest(String raw, String content, long size) {}

    private static Map<String, Object> source(String account, String folder, String sourceKey) {
        return Map.of("account", account, "folder", folder, "sourceKey", sourceKey);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
