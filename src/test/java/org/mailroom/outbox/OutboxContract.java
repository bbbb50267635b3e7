package org.mailroom.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.testing.ScriptedSmtpServer.At.AUTH;
import static org.mailroom.testing.ScriptedSmtpServer.At.DATA;
import static org.mailroom.testing.ScriptedSmtpServer.At.END_OF_DATA;
import static org.mailroom.testing.ScriptedSmtpServer.At.GREETING;
import static org.mailroom.testing.ScriptedSmtpServer.At.MAIL;
import static org.mailroom.testing.ScriptedSmtpServer.At.RCPT;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.custody.EventLog;
import org.mailroom.custody.Tasks;
import org.mailroom.reply.OutboxRows;
import org.mailroom.reply.OutboxState;
import org.mailroom.reply.Outgoing;
import org.mailroom.reply.Sending;
import org.mailroom.testing.HandClock;
import org.mailroom.testing.ScriptedSmtpServer;
import org.mailroom.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** P4 against a server that does whatever servers do; the same on every database. */
abstract class OutboxContract {
    private static final Instant START = Instant.parse("2021-08-27T08:15:00Z");

    private final ScriptedSmtpServer server = new ScriptedSmtpServer();
    private final HandClock machine = new HandClock(START);
    private final HandClock campaign = new HandClock(Instant.parse("2021-08-30T00:00:00Z"));
    private final WaitingJobs jobs = new WaitingJobs();
    private final List<Outgoing> copies = new ArrayList<>();
    private JdbcClient jdbc;
    private DataSource database;
    private OutboxRows rows;
    private Outbox outbox;

    abstract TestDatabase kind();

    @BeforeEach
    void begin() {
        database = kind().fresh();
        jdbc = JdbcClient.create(database);
        rows = new OutboxRows(jdbc, jobs, machine);
        outbox = outbox(Sending.LIVE, Caps.USUAL, Optional.empty());
    }

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void a_queued_mail_is_sent_octet_by_octet_as_it_was_composed() {
        long id = queue("window/1", "a@example.cn");
        work();

        assertThat(server.mails())
                .containsExactly(mail("window/1", "a@example.cn").message());
        assertThat(state(id)).isEqualTo("SENT");
        assertThat(events()).containsExactly("MAIL_SENT rule");
        assertThat(copies).extracting(Outgoing::cause).containsExactly("window/1");
    }

    @Test
    void one_cause_kind_and_recipient_is_one_row() {
        queue("window/1", "a@example.cn");

        assertThat(rows.add(mail("window/1", "a@example.cn"), OutboxState.QUEUED))
                .isEmpty();
        assertThat(rows.add(mail("window/1", "b@example.cn"), OutboxState.QUEUED))
                .isPresent();
        work();
        assertThat(server.mails()).hasSize(2);
    }

    @Test
    void a_mail_that_was_sent_is_not_sent_again() {
        long id = queue("window/1", "a@example.cn");
        work();
        outbox.send(id);

        assertThat(server.mails()).hasSize(1);
    }

    @Test
    void refused_for_now_it_waits_and_goes_out_with_the_same_octets() {
        server.answers(MAIL, "450 4.2.1 later");
        long id = queue("window/1", "a@example.cn");
        work();
        assertThat(state(id)).isEqualTo("RETRY");
        assertThat(reason(id)).isEqualTo("450 at MAIL");
        assertThat(jobs.waiting()).containsEntry(id, START.plus(Duration.ofMinutes(1)));

        outbox.send(id);
        assertThat(server.reached()).as("not before its time").doesNotContain(RCPT);

        machine.forward(Duration.ofMinutes(1));
        work();
        assertThat(state(id)).isEqualTo("SENT");
        assertThat(server.mails())
                .containsExactly(mail("window/1", "a@example.cn").message());
    }

    @Test
    void each_attempt_waits_longer_and_in_the_end_it_has_failed() {
        for (int i = 0; i < 60; i++) {
            server.answers(GREETING, "421 4.3.2 closed today");
        }
        long id = queue("window/1", "a@example.cn");
        List<Duration> waits = new ArrayList<>();
        while (!state(id).equals("FAILED")) {
            work();
            Instant next = jobs.waiting().get(id);
            if (next != null) {
                waits.add(Duration.between(machine.instant(), next));
                machine.forward(Duration.between(machine.instant(), next));
            }
        }

        assertThat(waits)
                .startsWith(
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(15),
                        Duration.ofMinutes(60),
                        Duration.ofMinutes(60));
        assertThat(waits.stream().reduce(Duration.ZERO, Duration::plus))
                .isBetween(Duration.ofHours(46), Duration.ofDays(2));
        assertThat(openTasks()).containsExactly("failed-mail outbox/" + id);
    }

    @Test
    void a_recipient_refused_for_good_has_failed_and_a_person_is_told_without_the_address() {
        server.answers(RCPT, "550 5.1.1 <a@example.cn> user unknown");
        long id = queue("window/1", "a@example.cn");
        work();

        assertThat(state(id)).isEqualTo("FAILED");
        assertThat(reason(id)).isEqualTo("550 at RCPT");
        assertThat(openTasks()).containsExactly("failed-mail outbox/" + id);
        assertThat(jobs.waiting()).isEmpty();
    }

    @Test
    void a_connection_lost_before_DATA_is_tried_again() {
        server.hangsUp(RCPT).hangsUp(DATA);
        long id = queue("window/1", "a@example.cn");
        work();
        assertThat(state(id)).isEqualTo("RETRY");

        machine.forward(Duration.ofMinutes(1));
        work();
        assertThat(state(id))
                .as("DATA was said, but never answered: nothing was handed over")
                .isEqualTo("RETRY");

        machine.forward(Duration.ofMinutes(5));
        work();
        assertThat(state(id)).isEqualTo("SENT");
        assertThat(server.mails()).hasSize(1);
        assertThat(attempts(id)).isEqualTo(3);
    }

    @Test
    void nobody_listening_is_tried_again() {
        server.close();
        long id = queue("window/1", "a@example.cn");
        work();

        assertThat(state(id)).isEqualTo("RETRY");
        assertThat(reason(id)).isEqualTo("no connection, or lost before DATA");
    }

    @Test
    void P4_a_connection_lost_after_the_final_dot_is_uncertain_and_never_resent() {
        server.hangsUp(END_OF_DATA);
        long id = queue("window/1", "a@example.cn");
        work();

        assertThat(state(id)).isEqualTo("UNCERTAIN");
        assertThat(openTasks()).containsExactly("uncertain-mail outbox/" + id);
        assertThat(taskTime("uncertain-mail")).isEqualTo(campaign.instant());

        machine.forward(Duration.ofDays(3));
        outbox.recover();
        work();
        outbox.send(id);
        assertThat(outbox.release(id, "clerk")).isFalse();
        assertThat(server.mails()).as("the one copy the server may hold").hasSize(1);
        assertThat(state(id)).isEqualTo("UNCERTAIN");
        assertThat(copies).isEmpty();
    }

    @Test
    void P4_time_out_after_the_final_dot_is_uncertain_and_never_resent() {
        server.hangs(END_OF_DATA);
        long id = queue("window/1", "a@example.cn");
        work();

        assertThat(state(id)).isEqualTo("UNCERTAIN");
        outbox.send(id);
        assertThat(server.mails()).hasSize(1);
    }

    @Test
    void a_server_that_hangs_before_DATA_is_left_and_tried_again() {
        server.hangs(MAIL);
        long id = queue("window/1", "a@example.cn");
        work();

        assertThat(state(id)).isEqualTo("RETRY");
    }

    @Test
    void an_answer_to_the_final_dot_is_an_answer() {
        server.answers(END_OF_DATA, "451 4.3.0 later").answers(END_OF_DATA, "554 5.6.0 no");
        long id = queue("window/1", "a@example.cn");
        work();
        assertThat(state(id)).isEqualTo("RETRY");

        machine.forward(Duration.ofMinutes(1));
        work();
        assertThat(state(id)).isEqualTo("FAILED");
        assertThat(reason(id)).isEqualTo("554 after the mail");
        assertThat(server.mails()).isEmpty();
    }

    @Test
    void an_answer_to_DATA_itself_is_an_answer() {
        server.answers(DATA, "452 4.3.1 no space");
        long id = queue("window/1", "a@example.cn");
        work();

        assertThat(state(id)).isEqualTo("RETRY");
        assertThat(reason(id)).isEqualTo("452 at DATA");
        assertThat(attempts(id)).isEqualTo(1);
    }

    @Test
    void what_an_earlier_life_left_as_sending_is_uncertain_at_start() {
        long id = queue("window/1", "a@example.cn");
        leftSending(id, START.minusSeconds(5));
        outbox.recover();

        assertThat(state(id)).isEqualTo("UNCERTAIN");
        assertThat(openTasks()).containsExactly("uncertain-mail outbox/" + id);
    }

    @Test
    void what_another_node_is_sending_now_is_left_alone_at_start() {
        long id = queue("window/1", "a@example.cn");
        leftSending(id, START.plusSeconds(5));
        outbox.recover();

        assertThat(state(id)).isEqualTo("SENDING");
    }

    @Test
    void a_job_revived_after_its_node_died_in_DATA_finds_it_uncertain() {
        long id = queue("window/1", "a@example.cn");
        leftSending(id, START.plusSeconds(5));
        outbox.send(id);

        assertThat(state(id)).isEqualTo("UNCERTAIN");
        assertThat(server.mails()).isEmpty();
    }

    @Test
    void at_start_whatever_waits_has_its_job() {
        long id = queue("window/1", "a@example.cn");
        jobs.due(START);
        outbox.recover();

        assertThat(jobs.waiting()).containsOnlyKeys(id);
    }

    @Test
    void in_review_a_mail_is_a_draft_until_a_person_releases_it() {
        long id = rows.add(mail("window/1", "a@example.cn"), Sending.REVIEW.initial())
                .orElseThrow();
        work();
        outbox.send(id);
        assertThat(server.mails()).isEmpty();

        assertThat(outbox.release(id, "clerk")).isTrue();
        assertThat(outbox.release(id, "clerk")).as("twice").isFalse();
        work();
        assertThat(state(id)).isEqualTo("SENT");
        assertThat(events()).containsExactly("MAIL_RELEASED clerk", "MAIL_SENT rule");
    }

    @Test
    void off_mails_are_composed_and_wait() {
        Outbox off = outbox(Sending.OFF, Caps.USUAL, Optional.empty());
        long id = queue("window/1", "a@example.cn");
        off.send(id);

        assertThat(state(id)).isEqualTo("QUEUED");
        assertThat(server.reached()).isEmpty();
    }

    @Test
    void paused_nothing_leaves_not_even_after_a_restart_until_it_is_resumed() {
        long id = queue("window/1", "a@example.cn");
        outbox.pause("admin", "telephoned");
        work();
        Outbox restarted = outbox(Sending.LIVE, Caps.USUAL, Optional.empty());
        restarted.recover();
        jobs.due(machine.instant()).forEach(restarted::send);
        assertThat(restarted.paused()).isTrue();
        assertThat(server.reached()).isEmpty();

        restarted.resume("admin");
        work();
        assertThat(state(id)).isEqualTo("SENT");
        assertThat(openTasks()).isEmpty();
        assertThat(events()).containsExactly("SENDING_PAUSED admin", "SENDING_RESUMED admin", "MAIL_SENT rule");
    }

    @Test
    void a_seventh_mail_to_one_address_within_an_hour_is_withheld() {
        for (int n = 1; n <= 7; n++) {
            queue("window/" + n, "a@example.cn");
        }
        queue("window/1", "b@example.cn");
        work();

        assertThat(server.mails()).hasSize(7);
        assertThat(openTasks()).hasSize(1).first().asString().startsWith("withheld-mail ");
        assertThat(jdbc.sql("select reason from outbox where state = 'WITHHELD'")
                        .query(String.class)
                        .single())
                .isEqualTo("cap: 6 an hour to one address");
    }

    @Test
    void a_third_mail_with_one_subject_to_one_address_is_withheld() {
        for (int n = 1; n <= 3; n++) {
            rows.add(mail("window/" + n, "a@example.cn", "the same"), OutboxState.QUEUED);
        }
        work();

        assertThat(server.mails()).hasSize(2);
    }

    @Test
    void a_flood_stops_sending_as_a_whole_and_raises_an_alarm() {
        outbox = outbox(Sending.LIVE, new Caps(6, 20, 2, Duration.ofHours(3), 3), Optional.empty());
        for (int n = 1; n <= 5; n++) {
            queue("window/" + n, "a" + n + "@example.cn");
        }
        work();

        assertThat(server.mails()).hasSize(3);
        assertThat(outbox.paused()).isTrue();
        assertThat(openTasks()).containsExactly("sending-paused outbox");
        assertThat(jdbc.sql("select count(*) from outbox where state = 'QUEUED'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void a_refused_login_keeps_the_mail_and_raises_an_alarm_until_one_works() {
        server.answers(AUTH, "535 5.7.8 no");
        outbox = outbox(Sending.LIVE, Caps.USUAL, Optional.of("user"));
        long id = queue("window/1", "a@example.cn");
        work();
        assertThat(state(id)).isEqualTo("RETRY");
        assertThat(openTasks()).containsExactly("smtp-login outbox");

        machine.forward(Duration.ofMinutes(1));
        work();
        assertThat(state(id)).isEqualTo("SENT");
        assertThat(openTasks()).isEmpty();
    }

    @Test
    void a_copy_that_fails_changes_nothing() {
        outbox = new Outbox(
                jdbc,
                new DataSourceTransactionManager(database),
                jobs,
                new Tasks(database, campaign),
                new EventLog(database, campaign),
                settings(Sending.LIVE, Caps.USUAL, Optional.empty()),
                machine,
                copy -> {
                    throw new IllegalStateException("disk full");
                });
        long id = queue("window/1", "a@example.cn");
        work();

        assertThat(state(id)).isEqualTo("SENT");
    }

    private Outbox outbox(Sending sending, Caps caps, Optional<String> user) {
        return new Outbox(
                jdbc,
                new DataSourceTransactionManager(database),
                jobs,
                new Tasks(database, campaign),
                new EventLog(database, campaign),
                settings(sending, caps, user),
                machine,
                copies::add);
    }

    private OutboxSettings settings(Sending sending, Caps caps, Optional<String> user) {
        SmtpSettings smtp = new SmtpSettings(
                "127.0.0.1",
                server.port(),
                SmtpSettings.Tls.NONE,
                user,
                user.map(name -> "secret"),
                "desk@example.cn",
                Duration.ofSeconds(5),
                Duration.ofMillis(700));
        return new OutboxSettings(sending, smtp, Backoff.USUAL, caps);
    }

    /** As the queue would: everything due, once. */
    private void work() {
        jobs.due(machine.instant()).forEach(outbox::send);
    }

    private long queue(String cause, String recipient) {
        return rows.add(mail(cause, recipient), OutboxState.QUEUED).orElseThrow();
    }

    private static Outgoing mail(String cause, String recipient) {
        return mail(cause, recipient, "Receipt of " + cause);
    }

    private static Outgoing mail(String cause, String recipient, String subject) {
        String id = "<" + cause.replace('/', '-') + "." + recipient + ">";
        String octets = "From: desk@example.cn\r\nTo: " + recipient + "\r\nMessage-ID: " + id + "\r\nSubject: "
                + subject + "\r\nMIME-Version: 1.0\r\n\r\nReceived.\r\n.\r\n..dots\r\n";
        return new Outgoing(
                cause,
                "receipt",
                recipient,
                Optional.of("320000"),
                Optional.of("S1"),
                Optional.empty(),
                id,
                subject,
                octets.getBytes(StandardCharsets.US_ASCII));
    }

    private void leftSending(long id, Instant since) {
        jdbc.sql("update outbox set state = 'SENDING', sent_at = :since where id = :id")
                .param("since", since.atOffset(java.time.ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    private String state(long id) {
        return jdbc.sql("select state from outbox where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private String reason(long id) {
        return jdbc.sql("select reason from outbox where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private int attempts(long id) {
        return jdbc.sql("select attempts from outbox where id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    private List<String> openTasks() {
        return jdbc.sql("select kind || ' ' || subject_key from task where closed_at is null order by id")
                .query(String.class)
                .list();
    }

    private List<String> events() {
        return jdbc.sql("select kind || ' ' || actor from event order by id")
                .query(String.class)
                .list();
    }

    private Instant taskTime(String kind) {
        return jdbc.sql("select opened_at from task where kind = :kind")
                .param("kind", kind)
                .query((row, number) ->
                        row.getObject(1, java.time.OffsetDateTime.class).toInstant())
                .single();
    }
}
