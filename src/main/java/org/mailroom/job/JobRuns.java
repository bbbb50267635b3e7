package org.mailroom.job;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of one run of a job: it ends, waits for its next try or run, or is given up. */
final class JobRuns {
    private static final Logger log = LoggerFactory.getLogger(JobRuns.class);
    static final String ONLY = "recurring";
    private static final Duration ROUTE_STOPPED = Duration.ofSeconds(5);

    private final DbJobs jobs;
    private final Clock machine;
    private final BooleanSupplier stopping;
    private volatile JobConsumer consumer;

    JobRuns(JobConsumer consumer, DbJobs jobs, Clock machine, BooleanSupplier stopping) {
        this.consumer = consumer;
        this.jobs = jobs;
        this.machine = machine;
        this.stopping = stopping;
    }

    /** @throws IllegalStateException if another route runs this job already */
    void runsWith(JobConsumer next) {
        if (next != consumer && !consumer.isStopped()) {
            throw new IllegalStateException("two routes begin with job:" + next.name());
        }
        consumer = next;
    }

    Task<Void> task() {
        return Tasks.custom(consumer.name(), Void.class)
                .onFailure(this::failed)
                // counts as a failed try; the next one is due at once
                .onDeadExecutionRevive()
                .execute((instance, context) -> run(context.getExecution()));
    }

    void startRecurring() {
        if (consumer.policy().recurring()) {
            jobs.move(consumer.name(), ONLY, machine.instant());
        }
    }

    private CompletionHandler<Void> run(Execution execution) {
        JobConsumer current = consumer;
        if (!current.isStarted()) {
            Instant later = machine.instant().plus(ROUTE_STOPPED);
            return (complete, operations) -> operations.reschedule(complete, later);
        }
        if (execution.consecutiveFailures >= current.policy().tries()
                && !current.policy().recurring()) {
            // every try ended with the process: another one would end it again
            throw new JobDied(current.name(), execution.getId(), execution.consecutiveFailures);
        }
        Optional<Instant> again;
        try {
            again = current.run(execution.getId(), execution.consecutiveFailures + 1);
        } catch (Exception e) {
            throw new RouteFailed(e);
        }
        if (again.isPresent()) {
            return (complete, operations) -> operations.reschedule(complete, again.get());
        }
        if (current.policy().recurring()) {
            return (complete, operations) -> operations.reschedule(complete, nextRun());
        }
        return (complete, operations) -> jobs.finish(execution.getTaskName(), execution.getId(), execution.version);
    }

    private void failed(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        Execution execution = complete.getExecution();
        JobPolicy policy = consumer.policy();
        int attempt = execution.consecutiveFailures + 1;
        Throwable cause = cause(complete);
        if (stopping.getAsBoolean()) {
            // cut off by a stop, which is nobody's fault: it runs again at the next start
            operations.reschedule(ExecutionComplete.simulatedSuccess(machine.instant()), machine.instant());
            return;
        }
        if (policy.recurring()) {
            log.warn(
                    "job:{} failed and runs again in {}: {}",
                    execution.getTaskName(),
                    policy.every(),
                    cause.toString());
            operations.reschedule(complete, nextRun());
            return;
        }
        if (attempt < policy.tries()) {
            Instant next = machine.instant().plus(policy.pauseAfter(attempt));
            log.warn(
                    "job:{} {} failed, try {} of {}, next at {}: {}",
                    execution.getTaskName(),
                    execution.getId(),
                    attempt,
                    policy.tries(),
                    next,
                    cause.toString());
            operations.reschedule(complete, next);
            return;
        }
        giveUp(complete, operations, cause);
    }

    private void giveUp(ExecutionComplete complete, ExecutionOperations<Void> operations, Throwable cause) {
        Execution execution = complete.getExecution();
        log.error("job:{} {} is given up: {}", execution.getTaskName(), execution.getId(), cause.toString());
        try {
            consumer.policy().exhausted().exhausted(execution.getTaskName(), execution.getId(), cause);
        } catch (RuntimeException e) {
            // a job must not vanish unseen: it stays until its giving up could be recorded
            log.error("job:{} {} could not be given up", execution.getTaskName(), execution.getId(), e);
            operations.reschedule(
                    complete, machine.instant().plus(consumer.policy().pauseAfter(2)));
            return;
        }
        jobs.finish(execution.getTaskName(), execution.getId(), execution.version);
    }

    private Instant nextRun() {
        return machine.instant().plus(consumer.policy().every());
    }

    private static Throwable cause(ExecutionComplete complete) {
        Throwable thrown = complete.getCause().orElseGet(() -> new IllegalStateException("failed without a cause"));
        return thrown instanceof RouteFailed && thrown.getCause() != null ? thrown.getCause() : thrown;
    }

    /** Carries a route's exception through db-scheduler. */
    private static final class RouteFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RouteFailed(Exception cause) {
            super(cause);
        }
    }
}
