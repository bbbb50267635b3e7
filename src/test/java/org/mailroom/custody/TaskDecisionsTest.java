package org.mailroom.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.custody.Decisions.About;
import org.mailroom.custody.Decisions.Case;
import org.mailroom.custody.Decisions.Question;
import org.mailroom.testing.HandClock;
import org.mailroom.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What holds for every decision of a person, shown on tasks. */
class TaskDecisionsTest {
    private static final Instant NOW = Instant.parse("2021-08-30T00:00:00Z");
    private static final By LI = new By("li", "李某", "已电话核实");
    private static final By WANG = new By("wang", "王某", "已处理");

    private final HandClock clock = new HandClock(NOW);

    private final class Room {
        final JdbcClient jdbc;
        final Tasks tasks;
        final Decisions decisions;
        final TaskDecisions door;

        Room(TestDatabase kind) {
            DataSource database = kind.fresh();
            jdbc = JdbcClient.create(database);
            tasks = new Tasks(database, clock);
            TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
            decisions = new Decisions(jdbc, transaction, new EventLog(database, clock), clock);
            door = new TaskDecisions(jdbc, decisions, tasks, Map.of());
        }

        long task(String kind) {
            tasks.open(kind, "unit/320000", "320000", "S1", null, Map.of());
            return jdbc.sql("select max(id) from task").query(Long.class).single();
        }

        long count(String sql) {
            return jdbc.sql("select count(*) from " + sql).query(Long.class).single();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void done_is_on_record_with_person_and_reason_and_the_event_holds_no_words(TestDatabase kind) {
        Room room = new Room(kind);
        long task = room.task("inquiry");

        Decided decided = room.door.done(task, room.door.seen(task), LI);

        assertThat(decided).isInstanceOf(Decided.Done.class);
        assertThat(room.count("task where closed_at is not null")).isEqualTo(1);
        assertThat(room.jdbc
                        .sql(
                                "select e.actor || ' ' || d.reason || ' ' || e.kind from decision d join event e on e.id = d.event_id")
                        .query(String.class)
                        .single())
                .isEqualTo("li 已电话核实 TASK_DONE");
        assertThat(room.jdbc
                        .sql("select details from event")
                        .query(String.class)
                        .single())
                .isEqualTo("{\"decision\":" + ((Decided.Done) decided).decision() + ",\"kind\":\"inquiry\",\"task\":"
                        + task + "}");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void posted_twice_nothing_changes_the_second_time_and_it_says_it_is_done(TestDatabase kind) {
        Room room = new Room(kind);
        long task = room.task("inquiry");
        String seen = room.door.seen(task);

        Decided first = room.door.done(task, seen, LI);
        clock.forward(Duration.ofMinutes(1));
        Decided second = room.door.done(task, seen, LI);

        assertThat(second).isEqualTo(new Decided.Done(((Decided.Done) first).decision(), true));
        assertThat(room.count("event")).isEqualTo(1);
        assertThat(room.count("decision")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_stale_one_changes_nothing_and_names_who_was_first(TestDatabase kind) {
        Room room = new Room(kind);
        long task = room.task("inquiry");
        String seen = room.door.seen(task);
        room.door.done(task, seen, LI);

        assertThat(room.door.done(task, seen, WANG)).isEqualTo(new Decided.Stale("li", NOW, "TASK_DONE"));
        assertThat(room.count("event")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void opened_again_it_is_another_matter(TestDatabase kind) {
        Room room = new Room(kind);
        long task = room.task("inquiry");
        String seen = room.door.seen(task);
        room.door.done(task, seen, LI);
        clock.forward(Duration.ofMinutes(1));
        room.task("inquiry");

        assertThat(room.door.done(task, seen, WANG)).isInstanceOf(Decided.Stale.class);
        assertThat(room.door.done(task, room.door.seen(task), WANG)).isInstanceOf(Decided.Done.class);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void without_a_remark_or_for_a_matter_with_a_decision_of_its_own_it_is_refused(TestDatabase kind) {
        Room room = new Room(kind);
        long task = room.task("inquiry");
        long other = room.task("quarantined-mail");

        assertThat(room.door.done(task, room.door.seen(task), new By("li", "", " ")))
                .isEqualTo(Decided.Refused.because("reason-missing"));
        assertThat(room.door.done(other, room.door.seen(other), LI))
                .isEqualTo(Decided.Refused.because("task-needs-decision"));
        assertThat(room.door.done(99, "", LI)).isEqualTo(Decided.Refused.because("not-there"));
        assertThat(room.count("event")).isZero();
        assertThat(room.count("decision")).isZero();
        assertThat(room.count("task where closed_at is not null")).isZero();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_dies_in_the_middle_leaves_nothing_half_done(TestDatabase kind) {
        Room room = new Room(kind);
        long task = room.task("inquiry");
        String seen = room.door.seen(task);
        Case dying = new Case(
                new Question("TASK_DONE", "task/" + task, room.decisions.seen("task/" + task, "x"), LI, "", true),
                () -> Optional.of("x"),
                Optional::empty,
                decision -> {
                    room.tasks.close("inquiry", "unit/320000");
                    throw new OutOfMemoryError("killed");
                });

        assertThatThrownBy(() -> room.decisions.decide(dying)).isInstanceOf(OutOfMemoryError.class);

        assertThat(room.count("decision")).isZero();
        assertThat(room.count("task where closed_at is null")).isEqualTo(1);
        assertThat(room.door.done(task, seen, LI)).isInstanceOf(Decided.Done.class);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void of_several_decisions_taken_together_one_refusal_takes_all_back(TestDatabase kind) {
        Room room = new Room(kind);
        Case good = new Case(
                new Question("A", "a", "1:0", LI, "", false),
                () -> Optional.of("1"),
                Optional::empty,
                decision -> new Decisions.Taken(About.NOTHING, Map.of()));
        Case bad = new Case(
                new Question("B", "b", "1:0", LI, "", false),
                () -> Optional.of("1"),
                Optional::empty,
                decision -> Decisions.Not.because("no"));

        assertThat(room.decisions.decide(List.of(good, bad))).isEqualTo(Decided.Refused.because("no"));
        assertThat(room.count("decision")).isZero();
        assertThat(room.count("event")).isZero();
    }

    @ParameterizedTest
    @EnumSource(value = TestDatabase.class, names = "POSTGRESQL")
    void of_two_people_at_the_same_time_one_wins_and_the_other_learns_who(TestDatabase kind) throws Exception {
        Room room = new Room(kind);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 20; round++) {
                long task = room.task("inquiry");
                String seen = room.door.seen(task);
                CountDownLatch go = new CountDownLatch(1);
                Future<Decided> li = two.submit(() -> {
                    go.await();
                    return room.door.done(task, seen, LI);
                });
                Future<Decided> wang = two.submit(() -> {
                    go.await();
                    return room.door.done(task, seen, WANG);
                });
                go.countDown();

                boolean first = li.get() instanceof Decided.Done;
                Decided lost = first ? wang.get() : li.get();
                assertThat(first ? li.get() : wang.get()).isInstanceOf(Decided.Done.class);
                assertThat(lost).isEqualTo(new Decided.Stale(first ? "li" : "wang", clock.instant(), "TASK_DONE"));
                assertThat(room.count("decision")).isEqualTo(round + 1L);
                clock.forward(Duration.ofMinutes(1));
            }
        } finally {
            two.shutdownNow();
        }
    }
}
