package org.mailroom.custody;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Numbers committed events and chains them by hashes, so that an event changed or taken out later shows (P8). Events
 * commit in another order than they begin; a number is given only once an event is there to be seen.
 */
public final class Sealer {
    private static final int BATCH = 500;
    private static final String BEGINNING = "0".repeat(64);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final RowLock lock;

    public Sealer(DataSource dataSource, PlatformTransactionManager transactions) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(transactions);
        this.lock = new RowLock(jdbc, "sealer");
    }

    /**
     * The chain of sealed events.
     *
     * @param head the hash of the last one; each digest carries it
     * @param brokenAt the first number that is missing or whose event was changed
     */
    public record Chain(long events, String head, Optional<Long> brokenAt) {}

    private record Event(
            long id,
            OffsetDateTime at,
            String kind,
            String actor,
            @Nullable String unit,
            @Nullable String stage,
            @Nullable Long mailId,
            String details,
            @Nullable Long sealNumber,
            @Nullable String sealHash) {

        String hash(long number, String previous) {
            MessageDigest digest = Sha256.start();
            for (Object value :
                    new @Nullable Object[] {previous, number, id, micros(), kind, actor, unit, stage, mailId, details
                    }) {
                byte[] octets = String.valueOf(value).getBytes(StandardCharsets.UTF_8);
                // with its length, so that no value can pass for two
                digest.update((octets.length + ":").getBytes(StandardCharsets.UTF_8));
                digest.update(octets);
            }
            return Sha256.end(digest);
        }

        private long micros() {
            return ChronoUnit.MICROS.between(Instant.EPOCH, at.toInstant());
        }
    }

    /** Seals what has been committed since the last time. One node at a time. */
    public void seal() {
        int sealed = BATCH;
        while (sealed == BATCH) {
            Integer more = transaction.execute(status -> sealBatch());
            sealed = more == null ? 0 : more;
        }
    }

    private int sealBatch() {
        lock.take();
        Optional<Event> last = last();
        long number = last.map(Event::sealNumber).orElse(0L);
        String head = last.map(Event::sealHash).orElse(BEGINNING);
        List<Event> unsealed = unsealed();
        for (Event event : unsealed) {
            number++;
            head = event.hash(number, head);
            jdbc.sql("update event set seal_number = :number, seal_hash = :hash where id = :id")
                    .param("number", number)
                    .param("hash", head)
                    .param("id", event.id())
                    .update();
        }
        return unsealed.size();
    }

    /** Computes the whole chain anew. */
    public Chain verify() {
        long number = 0;
        String head = BEGINNING;
        for (List<Event> page = after(0); !page.isEmpty(); page = after(number)) {
            for (Event event : page) {
                number++;
                head = event.hash(number, head);
                Long given = event.sealNumber();
                if (given == null || given != number || !head.equals(event.sealHash())) {
                    return new Chain(number - 1, head, Optional.of(number));
                }
            }
        }
        return new Chain(number, head, Optional.empty());
    }

    private List<Event> after(long number) {
        return jdbc.sql("select * from event where seal_number > :number order by seal_number limit :limit")
                .param("number", number)
                .param("limit", BATCH)
                .query(Event.class)
                .list();
    }

    private List<Event> unsealed() {
        return jdbc.sql("select * from event where seal_number is null order by id limit :limit")
                .param("limit", BATCH)
                .query(Event.class)
                .list();
    }

    private Optional<Event> last() {
        return jdbc.sql("select * from event where seal_number is not null order by seal_number desc limit 1")
                .query(Event.class)
                .optional();
    }
}
