package org.mailroom.agenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mailroom.campaign.Campaign;
import org.mailroom.testing.Campaigns;
import org.mailroom.testing.TestDatabase;

/** Which digests are queued, and how often: the same on every database. */
abstract class DigestContract {
    private static final Campaign CNIPA = Campaigns.chinese();
    private static final DigestSettings STAFF = DigestDesk.settings("staff@example.cn", "lead@example.cn");

    private final DigestDesk desk = desk("2021-08-25T12:00");
    private final Digests digests = desk.digests(STAFF);

    abstract TestDatabase kind();

    private DigestDesk desk(String opened) {
        return new DigestDesk(CNIPA, kind().fresh(), opened);
    }

    @Test
    void each_recipient_gets_a_mail_that_is_queued_and_never_a_draft() {
        desk.at("2021-08-26T08:30");
        digests.tick();

        assertThat(desk.queued()).containsExactly("digest/2021-08-26/08:30 QUEUED", "digest/2021-08-26/08:30 QUEUED");
        assertThat(desk.jdbc
                        .sql("select recipient from outbox order by id")
                        .query(String.class)
                        .list())
                .containsExactly("staff@example.cn", "lead@example.cn");
        assertThat(desk.jdbc
                        .sql("select count(*) from scheduled_tasks where task_name = 'send'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void nothing_goes_out_before_its_time_on_a_day_off_or_for_a_slot_before_the_desk_was_opened() {
        digests.tick();
        desk.at("2021-08-26T08:29");
        digests.tick();
        assertThat(desk.slots()).isEmpty();

        desk.at("2021-08-28T12:00");
        desk.digests(STAFF).tick();
        assertThat(desk.queued()).isEmpty();
        assertThat(desk.slots()).containsExactly("2021-08-26/08:30 STALE", "2021-08-27/08:30 STALE");
    }

    @Test
    void slot_is_taken_once_over_restarts_and_steps_of_the_clock() {
        desk.at("2021-08-26T08:31");
        digests.tick();
        digests.tick();
        desk.digests(STAFF).tick();
        desk.at("2021-08-26T08:29");
        digests.tick();
        desk.at("2021-08-26T09:00");
        digests.tick();

        assertThat(desk.queued()).hasSize(2);
        assertThat(desk.slots()).containsExactly("2021-08-26/08:30 DONE");
    }

    @Test
    void of_missed_slots_the_newest_of_today_is_caught_up_and_older_ones_are_stale() {
        desk.at("2021-08-31T20:00");
        digests.tick();

        assertThat(desk.slots())
                .containsExactly(
                        "2021-08-26/08:30 STALE",
                        "2021-08-27/08:30 STALE",
                        "2021-08-30/08:30 STALE",
                        "2021-08-31/08:30 STALE",
                        "2021-08-31/17:00 DONE");
        assertThat(desk.queued()).containsExactly("digest/2021-08-31/17:00 QUEUED", "digest/2021-08-31/17:00 QUEUED");
    }

    @Test
    void due_day_brings_two_digests() {
        desk.at("2021-08-31T08:30");
        digests.tick();
        desk.at("2021-08-31T17:00");
        digests.tick();

        assertThat(desk.slots()).endsWith("2021-08-31/08:30 DONE", "2021-08-31/17:00 DONE");
    }

    @Test
    void two_nodes_queue_each_digest_once() throws Exception {
        desk.at("2021-08-26T08:30");
        CyclicBarrier together = new CyclicBarrier(4);
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Void>> ticks = IntStream.range(0, 4)
                    .mapToObj(node -> (Callable<Void>) () -> {
                        Digests other = desk.digests(STAFF);
                        together.await();
                        other.tick();
                        return null;
                    })
                    .toList();
            for (Future<Void> tick : nodes.invokeAll(ticks)) {
                tick.get();
            }
        } finally {
            nodes.shutdownNow();
        }

        assertThat(desk.queued()).hasSize(2);
        assertThat(desk.slots()).containsExactly("2021-08-26/08:30 DONE");
        assertThat(desk.jdbc
                        .sql("select count(*) from event where kind = 'DIGEST_COMPOSED'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void nobody_to_send_to_is_said_once_and_forgotten_when_somebody_is_set() {
        desk.at("2021-08-26T09:00");
        desk.digests(DigestDesk.settings()).tick();
        desk.tasks().close("digest-without-recipients", "digest");
        desk.digests(DigestDesk.settings()).tick();
        assertThat(desk.openTasks()).as("a person has closed it").isEmpty();
        assertThat(desk.queued()).isEmpty();

        DigestDesk other = desk("2021-08-25T12:00");
        other.digests(DigestDesk.settings()).tick();
        assertThat(other.openTasks()).containsExactly("digest-without-recipients");
        other.at("2021-08-26T09:00");
        other.digests(STAFF).tick();
        assertThat(other.openTasks()).isEmpty();
        assertThat(other.queued()).hasSize(2);
    }

    @Test
    void counts_begin_where_the_last_digest_ended() {
        desk.at("2021-08-25T13:00");
        desk.mail("STORED");
        desk.at("2021-08-26T08:30");
        digests.tick();
        desk.at("2021-08-26T15:00");
        desk.mail("STORED");
        desk.mail("STORED");
        desk.at("2021-08-27T08:30");
        digests.tick();
        desk.at("2021-08-30T08:30");
        digests.tick();

        assertThat(DigestText.of(desk.message(0)).text()).contains("新收邮件1封");
        assertThat(DigestText.of(desk.message(2)).text())
                .contains("自2021年8月26日8时30分至2021年8月27日8时30分：新收邮件2封")
                .doesNotContain("今日无新收材料");
        assertThat(DigestText.of(desk.message(4)).text()).contains("今日无新收材料", "新收邮件0封");
    }

    @Test
    void unverified_year_has_a_digest_every_day_that_says_so() {
        DigestDesk unverified = new DigestDesk(DigestSlotsTest.unverified(CNIPA), kind().fresh(), "2021-08-27T12:00");
        unverified.at("2021-08-28T08:30");
        unverified.digests(STAFF).tick();

        assertThat(unverified.slots()).containsExactly("2021-08-28/08:30 DONE");
        assertThat(DigestText.of(unverified.message(0)).text())
                .contains("2021年工作日历尚未核实", "本摘要改为每日发送", "工作日数不作计算", "工作日历未核实")
                .doesNotContain("个工作日）");
    }

    @Test
    void digest_that_cannot_be_composed_queues_nothing_and_is_told() {
        DigestDesk broken = desk("2021-08-25T12:00");
        broken.at("2021-08-26T08:30");
        // a state no table has: the report cannot be made
        broken.jdbc
                .sql("insert into dossier (unit, stage, state) values ('320000', 'S1', 'NO_STATE')")
                .update();
        Digests failing = broken.digests(STAFF);

        assertThatThrownBy(failing::tick).isInstanceOf(RuntimeException.class);
        assertThat(broken.queued()).isEmpty();
        assertThat(broken.slots()).isEmpty();
        assertThat(broken.openTasks()).containsExactly("failed-digest");

        broken.jdbc.sql("update dossier set state = 'NOT_STARTED'").update();
        failing.tick();
        assertThat(broken.queued()).hasSize(2);
        assertThat(broken.openTasks()).isEmpty();
    }

    @Test
    void P9_digest_that_would_carry_a_number_of_a_person_is_withheld() {
        // no way leads here but a mistake of ours: a task's kind is a word of ours
        desk.tasks().open("110101197508150018", "mail/1", null, null, null, Map.of());
        desk.at("2021-08-26T08:30");
        digests.tick();

        assertThat(desk.queued())
                .containsExactly("digest/2021-08-26/08:30 WITHHELD", "digest/2021-08-26/08:30 WITHHELD");
        assertThat(desk.openTasks()).contains("withheld-mail");
    }
}
