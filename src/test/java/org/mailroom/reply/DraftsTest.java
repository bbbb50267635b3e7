package org.mailroom.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.custody.By;
import org.mailroom.custody.Decided;
import org.mailroom.custody.Decisions;
import org.mailroom.custody.EventLog;
import org.mailroom.custody.Tasks;
import org.mailroom.job.DbJobs;
import org.mailroom.outbox.DraftRows;
import org.mailroom.outbox.Drafts;
import org.mailroom.outbox.Sendings;
import org.mailroom.testing.HandClock;
import org.mailroom.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What people decide about composed mails: the words in step, the octets kept, nothing twice. */
class DraftsTest {
    private static final Instant NOW = Instant.parse("2021-08-30T02:22:00Z");
    private static final By LI = new By("li", "", "经核实");
    private static final By WANG = new By("wang", "", "经核实");

    private final HandClock clock = new HandClock(NOW);

    private final class Room {
        final JdbcClient jdbc;
        final OutboxRows rows;
        final Tasks tasks;
        final Drafts drafts;
        final Sendings sendings;

        Room(TestDatabase kind) {
            DataSource database = kind.fresh();
            jdbc = JdbcClient.create(database);
            DbJobs jobs = new DbJobs(database, clock);
            rows = new OutboxRows(jdbc, jobs, clock);
            tasks = new Tasks(database, clock);
            TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
            Decisions decisions = new Decisions(jdbc, transaction, new EventLog(database, clock), clock);
            Editing editing = new Editing(
                    Examples.campaign(), Examples.composer(), new Guard(Examples.campaign()), new AnsweredMails(jdbc));
            drafts = new Drafts(new DraftRows(jdbc), decisions, editing, tasks, jobs, clock);
            sendings = new Sendings(jdbc, decisions, tasks, jobs, clock);
        }

        long draft() {
            return draft(OutboxState.DRAFT);
        }

        long draft(OutboxState state) {
            Outgoing mail = Examples.compose(NOW, Examples.ningxiaReturned(), "ZSCQ-2021-S1-640000-02");
            Outgoing other = new Outgoing(
                    "window/"
                            + jdbc.sql("select count(*) from outbox")
                                    .query(Long.class)
                                    .single(),
                    mail.kind(),
                    mail.recipient(),
                    mail.unit(),
                    mail.stage(),
                    mail.receiptNumber(),
                    mail.messageId(),
                    mail.subject(),
                    mail.message());
            return rows.add(other, state).orElseThrow();
        }

        String state(long id) {
            return jdbc.sql("select state from outbox where id = :id")
                    .param("id", id)
                    .query(String.class)
                    .single();
        }

        Outgoing mail(long id) {
            return new OutgoingRow(jdbc).of(id);
        }

        List<String> events() {
            return jdbc.sql("select kind || ' ' || actor from event order by id")
                    .query(String.class)
                    .list();
        }

        /** The mails that wait to be sent. */
        List<String> sends() {
            return jdbc.sql("select task_instance from scheduled_tasks order by task_instance")
                    .query(String.class)
                    .list();
        }

        long versions() {
            return jdbc.sql("select count(*) from draft_version")
                    .query(Long.class)
                    .single();
        }
    }

    private record OutgoingRow(JdbcClient jdbc) {
        private record Row(String messageId, String subject, byte[] message) {}

        Outgoing of(long id) {
            Row row = jdbc.sql("select message_id, subject, message from outbox where id = :id")
                    .param("id", id)
                    .query(Row.class)
                    .single();
            return new Outgoing(
                    "",
                    "",
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    row.messageId(),
                    row.subject(),
                    row.message());
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_draft_is_released_once_and_whoever_comes_later_learns_by_whom(TestDatabase kind) {
        Room room = new Room(kind);
        long id = room.draft();
        String seen = room.drafts.seen(id);

        assertThat(room.drafts.release(id, seen, LI)).isInstanceOf(Decided.Done.class);
        assertThat(room.drafts.release(id, seen, LI)).extracting("again").isEqualTo(true);
        assertThat(room.drafts.release(id, seen, WANG)).isEqualTo(new Decided.Stale("li", NOW, "MAIL_RELEASED"));
        assertThat(room.drafts.release(id, room.drafts.seen(id), WANG))
                .isEqualTo(new Decided.Refused("mail-state-does-not-allow", Map.of("state", "QUEUED")));

        assertThat(room.state(id)).isEqualTo("QUEUED");
        assertThat(room.events()).containsExactly("MAIL_RELEASED li");
        assertThat(room.sends()).containsExactly(Long.toString(id));
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void all_that_were_seen_are_released_and_no_other(TestDatabase kind) {
        Room room = new Room(kind);
        long first = room.draft();
        long second = room.draft();
        Map<Long, String> seen = Map.of(first, room.drafts.seen(first), second, room.drafts.seen(second));
        long later = room.draft();

        assertThat(room.drafts.releaseAll(seen, LI)).isInstanceOf(Decided.Done.class);
        assertThat(room.drafts.releaseAll(seen, LI)).extracting("again").isEqualTo(true);
        assertThat(List.of(room.state(first), room.state(second), room.state(later)))
                .containsExactly("QUEUED", "QUEUED", "DRAFT");
        assertThat(room.drafts.releaseAll(Map.of(), LI)).isEqualTo(Decided.Refused.because("nothing-chosen"));
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void if_one_of_all_was_changed_meanwhile_none_is_released(TestDatabase kind) {
        Room room = new Room(kind);
        long first = room.draft();
        long second = room.draft();
        Map<Long, String> seen = Map.of(first, room.drafts.seen(first), second, room.drafts.seen(second));
        room.drafts.discard(second, room.drafts.seen(second), WANG);

        assertThat(room.drafts.releaseAll(seen, LI)).isEqualTo(new Decided.Stale("wang", NOW, "MAIL_DISCARDED"));
        assertThat(room.state(first)).isEqualTo("DRAFT");
        assertThat(room.sends()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void an_edited_draft_says_the_same_in_text_and_HTML_keeps_its_thread_and_its_former_octets(TestDatabase kind) {
        Room room = new Room(kind);
        long id = room.draft();
        Outgoing before = room.mail(id);
        Editing.Words words = room.drafts.words(id).orElseThrow();
        String text = words.text().replace("尚有以下事项需予补正：", "尚有以下事项需予补正<请核对>：").replace("\n", "\r\n");

        Decided decided =
                room.drafts.edit(id, new Editing.Words(words.subject() + "（更新）", text), room.drafts.seen(id), LI);

        assertThat(decided).isInstanceOf(Decided.Done.class);
        Outgoing after = room.mail(id);
        MailText now = MailText.of(after);
        assertThat(now.text()).contains("需予补正<请核对>：").contains("宁夏回族自治区省级评选机构：");
        assertThat(strip(now.html()))
                .isEqualTo(strip(now.text().replace("<", "&lt;").replace(">", "&gt;")));
        assertThat(now.html()).contains("text-align:right", "text-indent:2em");
        assertThat(after.subject()).endsWith("ZSCQ-2021-S1-640000-02（更新）");
        assertThat(after.messageId()).isEqualTo(before.messageId());
        assertThat(headers(after)).isEqualTo(headers(before));
        assertThat(room.state(id)).isEqualTo("DRAFT");
        assertThat(room.jdbc
                        .sql("select message from draft_version")
                        .query(byte[].class)
                        .single())
                .isEqualTo(before.message());
        assertThat(room.drafts.words(id).orElseThrow().text()).isEqualTo(text.replace("\r\n", "\n"));
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void an_edit_that_must_not_leave_is_refused_and_changes_nothing(TestDatabase kind) {
        Room room = new Room(kind);
        long id = room.draft();
        Editing.Words words = room.drafts.words(id).orElseThrow();
        String seen = room.drafts.seen(id);

        assertThat(room.drafts.edit(id, new Editing.Words(words.subject(), words.text() + "江苏省"), seen, LI))
                .isEqualTo(Decided.Refused.because("guard-other-unit"));
        assertThat(room.drafts.edit(id, new Editing.Words(words.subject(), words.text() + "13800138000"), seen, LI))
                .isEqualTo(Decided.Refused.because("guard-phone"));
        assertThat(room.drafts.edit(id, new Editing.Words("补正", words.text()), seen, LI))
                .isEqualTo(new Decided.Refused("draft-number-missing", Map.of("number", "ZSCQ-2021-S1-640000-02")));
        assertThat(room.drafts.edit(id, new Editing.Words(words.subject(), " "), seen, LI))
                .isEqualTo(Decided.Refused.because("draft-empty"));
        assertThat(room.drafts.edit(id, new Editing.Words(words.subject() + "\r\nBcc: x@example.cn", "x"), seen, LI))
                .extracting("reason")
                .isEqualTo("draft-too-long");

        assertThat(room.versions()).isZero();
        assertThat(room.events()).isEmpty();
        assertThat(room.drafts.seen(id)).isEqualTo(seen);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whoever_releases_sees_the_words_that_leave(TestDatabase kind) {
        Room room = new Room(kind);
        long id = room.draft();
        String seen = room.drafts.seen(id);
        Editing.Words words = room.drafts.words(id).orElseThrow();
        room.drafts.edit(id, new Editing.Words(words.subject(), words.text() + "补充\n"), seen, WANG);

        assertThat(room.drafts.release(id, seen, LI)).isEqualTo(new Decided.Stale("wang", NOW, "MAIL_EDITED"));
        assertThat(room.state(id)).isEqualTo("DRAFT");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_discarded_draft_never_leaves_and_a_reason_is_on_record(TestDatabase kind) {
        Room room = new Room(kind);
        long id = room.draft();

        assertThat(room.drafts.discard(id, room.drafts.seen(id), new By("li", "", "")))
                .isEqualTo(Decided.Refused.because("reason-missing"));
        assertThat(room.drafts.discard(id, room.drafts.seen(id), LI)).isInstanceOf(Decided.Done.class);
        assertThat(room.drafts.release(id, room.drafts.seen(id), WANG)).isInstanceOf(Decided.Refused.class);
        assertThat(room.state(id)).isEqualTo("DISCARDED");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void an_uncertain_mail_is_settled_by_a_person_only(TestDatabase kind) {
        Room room = new Room(kind);
        long arrived = uncertain(room);
        long lost = uncertain(room);

        assertThat(room.drafts.release(arrived, room.drafts.seen(arrived), LI)).isInstanceOf(Decided.Refused.class);
        assertThat(room.drafts.wasSent(arrived, room.drafts.seen(arrived), LI)).isInstanceOf(Decided.Done.class);
        assertThat(room.drafts.sendAgain(lost, room.drafts.seen(lost), LI)).isInstanceOf(Decided.Done.class);

        assertThat(room.state(arrived)).isEqualTo("SENT");
        assertThat(room.state(lost)).isEqualTo("QUEUED");
        assertThat(room.sends()).containsExactly(Long.toString(lost));
        assertThat(room.jdbc
                        .sql("select count(*) from task where closed_at is null")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void sending_is_paused_with_a_reason_and_resumed_once(TestDatabase kind) {
        Room room = new Room(kind);
        room.draft(OutboxState.QUEUED);
        room.jdbc.sql("delete from scheduled_tasks").update();
        String going = room.sendings.seen();

        assertThat(room.sendings.pause(going, LI)).isInstanceOf(Decided.Done.class);
        assertThat(room.sendings.pause(going, LI)).extracting("again").isEqualTo(true);
        assertThat(room.sendings.pause(going, WANG)).isEqualTo(new Decided.Stale("li", NOW, "SENDING_PAUSED"));
        assertThat(room.sendings.pause(room.sendings.seen(), WANG))
                .isEqualTo(Decided.Refused.because("sending-paused-already"));
        assertThat(room.sendings.paused()).isTrue();

        assertThat(room.sendings.resume(room.sendings.seen(), WANG)).isInstanceOf(Decided.Done.class);
        assertThat(room.sendings.paused()).isFalse();
        assertThat(room.sends()).hasSize(1);
        assertThat(room.sendings.pause(going, LI)).as("an old page").isEqualTo(new Decided.Done(1, true));
        assertThat(room.sendings.paused()).isFalse();
    }

    private long uncertain(Room room) {
        long id = room.draft(OutboxState.UNCERTAIN);
        room.tasks.open("uncertain-mail", "outbox/" + id, "640000", "S1", null, Map.of());
        return id;
    }

    private static String strip(String text) {
        return text.replaceAll("<[^>]*>", "").replaceAll("[\\s\\u3000]", "");
    }

    private static String headers(Outgoing mail) {
        String all = new String(mail.message(), StandardCharsets.UTF_8);
        return all.substring(0, all.indexOf("\r\n\r\n")).replaceAll("(?s)\r\nSubject:.*?\r\n(?=[A-Z])", "\r\n");
    }
}
