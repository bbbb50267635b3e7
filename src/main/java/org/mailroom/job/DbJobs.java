package org.mailroom.job;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The queue's table, written to within the caller's transaction; db-scheduler reads it and runs what is due.
 *
 * <p>db-scheduler's own client learns of an existing job by a duplicate-key error, which would abort the caller's
 * transaction on PostgreSQL, and it refuses to schedule a job that is running, which would lose a wake-up. Hence these
 * statements. Each raises {@code version}, db-scheduler's optimistic lock, if it changes when a waiting job runs.
 */
public final class DbJobs implements Jobs {
    private final JdbcClient jdbc;
    private final Clock machine;
    private volatile Runnable scheduler = () -> {};

    public DbJobs(DataSource dataSource, Clock machine) {
        this.jdbc = JdbcClient.create(dataSource);
        this.machine = machine;
    }

    @Override
    public void schedule(String name, String id, Instant at) {
        if (!insert(name, id, at)) {
            askAgain(name, id, at);
        }
        wakeAfterCommit(at);
    }

    @Override
    public void move(String name, String id, Instant at) {
        if (!insert(name, id, at) && !moveWaiting(name, id, at)) {
            askAgain(name, id, at);
        }
        wakeAfterCommit(at);
    }

    /** Has a recurring job run at once; one that is running runs again after its usual pause. */
    public void hurry(String name) {
        Instant now = machine.instant();
        if (moveWaiting(name, JobRuns.ONLY, now)) {
            wakeAfterCommit(now);
        }
    }

    /** What is told, after a commit, that a job is due. */
    void wakes(Runnable scheduler) {
        this.scheduler = scheduler;
    }

    /** Removes a job that has ended, unless it was asked for again while it ran: then it waits anew. */
    void finish(String name, String id, long version) {
        if (!removeUnlessAskedAgain(name, id, version)) {
            waitAgain(name, id, version);
        }
    }

    /**
     * Frees jobs that an earlier life of this process left as running; each counts as a failed try. Only for a
     * process that has the database to itself: others are found dead by their heartbeat.
     */
    int freeAll() {
        return jdbc.sql("""
                        update scheduled_tasks
                           set picked = false, picked_by = null, last_heartbeat = null, version = version + 1,
                               last_failure = :now, consecutive_failures = coalesce(consecutive_failures, 0) + 1
                         where picked = true""")
                .param("now", machine.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private boolean insert(String name, String id, Instant at) {
        return jdbc.sql("""
                        insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                        values (:name, :id, :at, false, 1)
                        on conflict do nothing""")
                        .param("name", name)
                        .param("id", id)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private boolean moveWaiting(String name, String id, Instant at) {
        return jdbc.sql("""
                        update scheduled_tasks set execution_time = :at, version = version + 1
                         where task_name = :name and task_instance = :id and picked = false""")
                        .param("name", name)
                        .param("id", id)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /**
     * Leaves a note with a running job that it must run again, at the earliest time asked for. The version stays:
     * it belongs to the run.
     */
    private void askAgain(String name, String id, Instant at) {
        jdbc.sql("""
                        update scheduled_tasks
                           set execution_time = case when task_data is null then :at
                                                     else least(execution_time, :at) end,
                               task_data = :note
                         where task_name = :name and task_instance = :id and picked = true""")
                .param("name", name)
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("note", new byte[] {1})
                .update();
    }

    private boolean removeUnlessAskedAgain(String name, String id, long version) {
        return jdbc.sql("""
                        delete from scheduled_tasks
                         where task_name = :name and task_instance = :id and version = :version and task_data is null""")
                        .param("name", name)
                        .param("id", id)
                        .param("version", version)
                        .update()
                == 1;
    }

    private void waitAgain(String name, String id, long version) {
        jdbc.sql("""
                        update scheduled_tasks
                           set picked = false, picked_by = null, last_heartbeat = null, task_data = null,
                               consecutive_failures = 0, version = version + 1
                         where task_name = :name and task_instance = :id and version = :version""")
                .param("name", name)
                .param("id", id)
                .param("version", version)
                .update();
    }

    private void wakeAfterCommit(Instant at) {
        if (at.isAfter(machine.instant())) {
            return;
        }
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            scheduler.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                scheduler.run();
            }
        });
    }
}
