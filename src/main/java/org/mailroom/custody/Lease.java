package org.mailroom.custody;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Says which node may do what only one may do, such as polling: 30 seconds by the database's clock, renewed every 10. A
 * node that was held up may believe a little too long that it holds it; unique keys make that harmless.
 */
public final class Lease implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Lease.class);
    private static final Duration LENGTH = Duration.ofSeconds(30);
    private static final Duration RENEWAL = Duration.ofSeconds(10);

    private final JdbcClient jdbc;
    private final String name;
    private final String holder;
    private final ScheduledExecutorService renewer;
    private volatile long heldUntil;
    private volatile boolean held;

    /**
     * Tries for it at once, and from then on.
     *
     * @param holder a name no other process has, in no other life of it
     */
    public Lease(DataSource dataSource, String name, String holder) {
        this.jdbc = JdbcClient.create(dataSource);
        this.name = name;
        this.holder = holder;
        this.renewer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "lease " + name);
            thread.setDaemon(true);
            return thread;
        });
        renew();
        renewer.scheduleWithFixedDelay(this::renew, RENEWAL.toMillis(), RENEWAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    public boolean held() {
        return held && System.nanoTime() - heldUntil < 0;
    }

    /** Grows each time the lease goes to another holder. */
    public long epoch() {
        return jdbc.sql("select epoch from lease where name = :name")
                .param("name", name)
                .query(Long.class)
                .single();
    }

    void renew() {
        long before = System.nanoTime();
        try {
            jdbc.sql("""
                            insert into lease (name, holder, epoch, until) values (:name, '-', 0, current_timestamp)
                            on conflict do nothing""").param("name", name).update();
            held = take();
            heldUntil = before + LENGTH.toNanos();
        } catch (DataAccessException e) {
            // held() turns false by itself when the time is over
            log.warn("the lease {} could not be renewed: {}", name, e.toString());
        }
    }

    private boolean take() {
        return jdbc.sql("""
                        update lease
                           set epoch = case when holder = :holder then epoch else epoch + 1 end, holder = :holder,
                               until = current_timestamp + interval '30' second
                         where name = :name and (holder = :holder or until <= current_timestamp)""").param("name", name).param("holder", holder).update() == 1;
    }

    /** Gives it back, so that the next node need not wait. */
    @Override
    public void close() {
        renewer.shutdownNow();
        held = false;
        try {
            jdbc.sql("update lease set until = current_timestamp where name = :name and holder = :holder")
                    .param("name", name)
                    .param("holder", holder)
                    .update();
        } catch (DataAccessException e) {
            log.debug("the lease {} runs out by itself", name, e);
        }
    }
}
