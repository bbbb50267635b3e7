package org.mailroom.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class JobTest {
    @Parameter
    TestDatabase database;

    private final Clock machine = Clock.systemUTC();
    private Duration poll = Duration.ofSeconds(1);
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final List<String> exhausted = new CopyOnWriteArrayList<>();
    private DataSource dataSource;
    private DbJobs jobs;
    private TransactionTemplate transaction;
    private CamelContext camel;

    @BeforeEach
    void prepare() {
        dataSource = database.fresh();
        jobs = new DbJobs(dataSource, machine);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    }

    @AfterEach
    void stop() {
        if (camel != null) {
            camel.stop();
        }
    }

    @Test
    void job_runs_after_the_transaction_that_scheduled_it_commits_and_waits_for_no_look() throws Exception {
        poll = Duration.ofHours(1);
        start(
                "job:read",
                exchange -> seen.add(exchange.getMessage().getBody(String.class) + "/"
                        + exchange.getMessage().getHeader("JobAttempt")));

        transaction.executeWithoutResult(status -> {
            jobs.schedule("read", "17", machine.instant());
            assertThat(seen).isEmpty();
        });

        await().until(() -> seen.contains("17/1") && waiting() == 0);
    }

    @Test
    void job_of_a_rolled_back_transaction_never_exists() {
        transaction.executeWithoutResult(status -> {
            jobs.schedule("read", "17", machine.instant());
            status.setRollbackOnly();
        });

        assertThat(waiting()).isZero();
    }

    @Test
    void job_that_waits_already_is_left_as_it_is_and_move_changes_its_time() {
        Instant first = Instant.parse("2030-01-01T00:00:00Z");
        transaction.executeWithoutResult(status -> {
            jobs.schedule("answer", "1", first);
            jobs.schedule("answer", "1", first.plusSeconds(60));
            assertThat(dueTime("answer")).isEqualTo(first);
            jobs.move("answer", "1", first.plusSeconds(90));
            jobs.move("send", "2", first);
        });

        assertThat(dueTime("answer")).isEqualTo(first.plusSeconds(90));
        assertThat(dueTime("send")).isEqualTo(first);
    }

    @Test
    void job_asked_for_while_it_runs_runs_once_more() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger runs = new AtomicInteger();
        start("job:read", exchange -> {
            runs.incrementAndGet();
            running.countDown();
            goOn.await();
        });
        jobs.schedule("read", "17", machine.instant());
        running.await();

        jobs.schedule("read", "17", machine.instant());
        jobs.schedule("read", "17", machine.instant());
        goOn.countDown();

        await().until(() -> runs.get() == 2 && waiting() == 0);
    }

    @Test
    void P3_job_fails_three_times_with_back_off_and_is_handed_over_once() throws Exception {
        start("job:read?tries=3&backoff=10", exchange -> {
            seen.add(String.valueOf(exchange.getMessage().getHeader("JobAttempt")));
            throw new IllegalStateException("poison");
        });

        jobs.schedule("read", "17", machine.instant());

        await().until(() -> waiting() == 0);
        assertThat(seen).containsExactly("1", "2", "3");
        assertThat(exhausted).containsExactly("read/17/IllegalStateException");
    }

    @Test
    void handler_of_the_endpoint_comes_before_the_common_one() throws Exception {
        camel = new DefaultCamelContext();
        camel.getRegistry().bind("mine", (JobExhausted) (name, id, cause) -> seen.add("mine " + id));
        start("job:read?tries=1&exhausted=#mine", exchange -> {
            throw new IllegalStateException("poison");
        });

        jobs.schedule("read", "17", machine.instant());

        await().until(() -> waiting() == 0);
        assertThat(seen).containsExactly("mine 17");
        assertThat(exhausted).isEmpty();
    }

    @Test
    void step_that_leaves_JobAgain_runs_again_then() throws Exception {
        start("job:ocr", exchange -> {
            seen.add("run");
            if (seen.size() == 1) {
                exchange.getMessage().setHeader("JobAgain", machine.instant().plusMillis(50));
            }
        });

        jobs.schedule("ocr", "5", machine.instant());

        await().until(() -> seen.size() == 2 && waiting() == 0);
    }

    @Test
    void route_that_ends_with_a_time_runs_again_then() throws Exception {
        start("job:read", exchange -> {
            seen.add(exchange.getMessage().getBody(String.class));
            exchange.getMessage().setBody(seen.size() == 1 ? machine.instant().plusMillis(50) : null);
        });
        jobs.schedule("read", "1", machine.instant());
        await().until(() -> seen.size() == 2);
        await().until(() -> waiting() == 0);
        assertThat(seen).containsExactly("1", "1");
    }

    @Test
    void recurring_job_starts_at_once_and_survives_failures() throws Exception {
        start("job:agenda?every=20", exchange -> {
            seen.add("tick");
            throw new IllegalStateException("not this time");
        });

        await().until(() -> seen.size() >= 5);
        assertThat(exhausted).isEmpty();
    }

    @Test
    void job_without_a_route_is_left_alone() throws Exception {
        jobs.schedule("elsewhere", "1", machine.instant());
        start("job:read", exchange -> seen.add("read"));
        jobs.schedule("read", "2", machine.instant());

        await().until(() -> seen.contains("read") && waiting() == 1);
        assertThat(dueTime("elsewhere")).isNotNull();
    }

    @Test
    void job_whose_process_died_is_taken_up_at_the_start_and_counts_as_a_try() throws Exception {
        leftRunning("read", "17", 0);
        start(
                "job:read",
                exchange -> seen.add(String.valueOf(exchange.getMessage().getHeader("JobAttempt"))));

        await().until(() -> seen.contains("2") && waiting() == 0);
    }

    @Test
    void P3_job_that_kills_the_process_each_time_is_given_up_without_another_try() throws Exception {
        leftRunning("read", "17", 2);
        start("job:read", exchange -> seen.add("ran"));

        await().until(() -> waiting() == 0);
        assertThat(seen).isEmpty();
        assertThat(exhausted).containsExactly("read/17/JobDied");
    }

    @Test
    void job_cut_off_by_a_stop_waits_without_counting_as_a_try() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        start("job:read", exchange -> {
            running.countDown();
            new CountDownLatch(1).await();
        });
        jobs.schedule("read", "17", machine.instant());
        running.await();

        camel.stop();

        await().untilAsserted(() -> assertThat(JdbcClient.create(dataSource)
                        .sql("select count(*) from scheduled_tasks where picked = false and consecutive_failures = 0")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1));
    }

    @Test
    void routes_in_yaml_begin_and_end_with_jobs() throws Exception {
        camel = new DefaultCamelContext();
        camel.getRegistry().bind("desk", (Processor)
                exchange -> seen.add(exchange.getMessage().getBody(String.class)));
        component();
        Resource yaml = ResourceHelper.fromString("read.yaml", """
                - route:
                    id: read
                    from:
                      uri: job:read
                      parameters: {tries: 3, backoff: 5000}
                      steps:
                        - to: job:send
                - route:
                    id: send
                    from:
                      uri: job:send
                      steps:
                        - process: {ref: desk}
                """);
        PluginHelper.getRoutesLoader(camel).loadRoutes(yaml);
        camel.start();

        jobs.schedule("read", "17", machine.instant());

        await().until(() -> seen.contains("17") && waiting() == 0);
    }

    private void start(String uri, Processor step) throws Exception {
        if (camel == null) {
            camel = new DefaultCamelContext();
        }
        component();
        camel.addRoutes(new org.apache.camel.builder.RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from(uri).process((Exchange exchange) -> step.process(exchange));
            }
        });
        camel.start();
    }

    private void component() {
        JobSettings settings = new JobSettings("test", true, 4, poll, Duration.ofMillis(200));
        JobExhausted common = (name, id, cause) ->
                exhausted.add(name + "/" + id + "/" + cause.getClass().getSimpleName());
        camel.addComponent("job", new JobComponent(jobs, dataSource, machine, settings, common));
    }

    private void leftRunning(String name, String id, int failures) {
        jobs.schedule(name, id, machine.instant());
        JdbcClient.create(dataSource)
                .sql("update scheduled_tasks set picked = true, picked_by = 'test', consecutive_failures = :failures")
                .param("failures", failures)
                .update();
    }

    private int waiting() {
        return JdbcClient.create(dataSource)
                .sql("select count(*) from scheduled_tasks")
                .query(Integer.class)
                .single();
    }

    private Instant dueTime(String name) {
        return JdbcClient.create(dataSource)
                .sql("select execution_time from scheduled_tasks where task_name = :name")
                .param("name", name)
                .query((row, n) -> row.getObject(1, java.time.OffsetDateTime.class)
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toInstant())
                .single();
    }
}
