package org.mailroom.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.mailroom.testing.Campaigns;
import org.mailroom.testing.TestDatabase;

/** Two nodes on one PostgreSQL look at the same clock at the same time, again and again. */
class TwoNodesTest {
    private static final List<String> TIMES =
            List.of("2021-08-24T09:00", "2021-08-27T09:00", "2021-08-30T09:00", "2021-08-31T09:00", "2021-09-01T00:00");

    @Test
    void each_slot_is_taken_once_by_one_of_two_nodes() throws Exception {
        AgendaDesk desk = new AgendaDesk(Campaigns.chinese(), TestDatabase.POSTGRESQL.fresh(), "2021-08-20T09:00")
                .openedAt("2021-08-20T09:00");
        desk.campaign.units().stream()
                .limit(20)
                .forEach(unit -> desk.contact(unit.code(), "office@u" + unit.code() + ".example"));
        List<Agenda> nodes = List.of(desk.open(), desk.open());
        CyclicBarrier together = new CyclicBarrier(nodes.size(), () -> {});
        ExecutorService threads = Executors.newFixedThreadPool(nodes.size());

        for (String time : TIMES) {
            desk.clockTo(time);
            List<Future<?>> ticks = new ArrayList<>();
            for (Agenda node : nodes) {
                ticks.add(threads.submit(() -> {
                    together.await(30, TimeUnit.SECONDS);
                    node.tick();
                    return null;
                }));
            }
            for (Future<?> tick : ticks) {
                tick.get(60, TimeUnit.SECONDS);
            }
        }
        threads.shutdownNow();

        assertThat(desk.list(
                        "select kind || ' ' || count(*) || ' ' || count(distinct recipient) from outbox group by kind"))
                .containsExactlyInAnyOrder("reminder 60 20", "due-day-warning 20 20", "deadline-passed 20 20");
        assertThat(
                        desk.list(
                                "select outcome || ' ' || count(*) from agenda_slot where slot_key like 'S1/%' group by outcome"))
                .containsExactlyInAnyOrder("DONE 100", "NOTHING 60");
        assertThat(desk.tasks()).noneMatch(task -> task.startsWith("failed-notice"));
        assertThat(desk.pleasePhone()).hasSize(12);
    }
}
