package org.mailroom.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.StartupListener;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.LifecycleStrategySupport;
import org.jspecify.annotations.Nullable;

/**
 * {@code from: job:NAME} runs a route for each id scheduled under that name; {@code to: job:NAME} schedules the body as
 * an id. The scheduler starts when all routes have, so that it knows every name; a job without a route is left alone.
 *
 * <p>Options of a consumer: {@code tries=3}, {@code backoff=5000} (milliseconds before the second try, six times as long
 * before each further one), {@code exhausted=#bean} (a {@link JobExhausted} instead of the common one), {@code every=5000}
 * (a recurring job: runs at the start, then this many milliseconds after the end of each run, whatever its outcome).
 */
public final class JobComponent extends DefaultComponent implements StartupListener {
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration NEVER = Duration.ofDays(36_500);

    private final DbJobs jobs;
    private final DataSource dataSource;
    private final Clock machine;
    private final JobSettings settings;
    private final JobExhausted exhausted;
    private final Map<String, JobRuns> runs = new ConcurrentHashMap<>();
    private @Nullable Scheduler scheduler;
    private volatile boolean stopping;

    /**
     * @param dataSource the plain one: the scheduler's statements belong to no transaction of ours
     * @param exhausted for consumers without a handler of their own
     */
    public JobComponent(
            DbJobs jobs, DataSource dataSource, Clock machine, JobSettings settings, JobExhausted exhausted) {
        this.jobs = jobs;
        this.dataSource = dataSource;
        this.machine = machine;
        this.settings = settings;
        this.exhausted = exhausted;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String name, Map<String, Object> parameters) throws Exception {
        int tries = getAndRemoveParameter(parameters, "tries", Integer.class, 3);
        long backoff = getAndRemoveParameter(parameters, "backoff", Long.class, 5_000L);
        long every = getAndRemoveParameter(parameters, "every", Long.class, 0L);
        JobExhausted handler = resolveAndRemoveReferenceParameter(parameters, "exhausted", JobExhausted.class);
        JobPolicy policy = new JobPolicy(
                tries, Duration.ofMillis(backoff), Duration.ofMillis(every), handler == null ? exhausted : handler);
        return new JobEndpoint(uri, this, name, policy);
    }

    DbJobs jobs() {
        return jobs;
    }

    Clock machine() {
        return machine;
    }

    /** @throws IllegalStateException if two routes want the same job, or a new job comes after the scheduler started */
    synchronized void register(JobConsumer consumer) {
        JobRuns before = runs.get(consumer.name());
        if (before == null && scheduler != null) {
            throw new IllegalStateException("job:" + consumer.name() + " came after the scheduler had started");
        }
        if (before == null) {
            runs.put(consumer.name(), new JobRuns(consumer, jobs, machine, () -> stopping));
        } else {
            before.runsWith(consumer);
        }
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        getCamelContext().addStartupListener(this);
        getCamelContext().addLifecycleStrategy(new LifecycleStrategySupport() {
            @Override
            public void onContextStopping(CamelContext context) {
                stopScheduler();
            }
        });
    }

    @Override
    public void onCamelContextStarted(CamelContext context, boolean alreadyStarted) {
        // too early: routes are not up yet
    }

    @Override
    public synchronized void onCamelContextFullyStarted(CamelContext context, boolean alreadyStarted) {
        if (scheduler != null || runs.isEmpty()) {
            return;
        }
        if (settings.alone()) {
            jobs.freeAll();
        }
        List<Task<?>> tasks = new ArrayList<>();
        for (JobRuns run : runs.values()) {
            tasks.add(run.task());
        }
        Scheduler started = Scheduler.create(dataSource, tasks)
                .clock(machine::instant)
                .schedulerName(new SchedulerName.Fixed(settings.node()))
                .threads(settings.threads())
                .pollingInterval(settings.poll())
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                // locking each job as it is run works on every database
                .pollUsingFetchAndLockOnExecute(0.5, 3.0)
                .deleteUnresolvedAfter(NEVER)
                .shutdownMaxWait(settings.patience())
                .failureLogging(LogLevel.OFF, false)
                .jdbcCustomization(new ZonedTimes())
                .enableImmediateExecution()
                .build();
        scheduler = started;
        stopping = false;
        runs.values().forEach(JobRuns::startRecurring);
        started.start();
        jobs.wakes(started::triggerCheckForDueExecutions);
    }

    private synchronized void stopScheduler() {
        if (scheduler != null) {
            stopping = true;
            jobs.wakes(() -> {});
            scheduler.stop();
            scheduler = null;
        }
    }

    @Override
    protected void doStop() throws Exception {
        stopScheduler();
        super.doStop();
    }
}
