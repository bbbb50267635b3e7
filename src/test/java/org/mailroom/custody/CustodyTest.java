package org.mailroom.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.SharedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.mailbox.FetchedMail;
import org.mailroom.testing.TestDatabase;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class CustodyTest {
    private static final Instant STAMP = Instant.parse("2021-08-27T08:05:00Z");
    private static final Clock CAMPAIGN = Clock.fixed(Instant.parse("2021-08-27T09:00:00Z"), ZoneOffset.UTC);

    @Parameter
    TestDatabase database;

    @TempDir
    Path data;

    private Desk desk;

    @BeforeEach
    void prepare() throws Exception {
        desk = new Desk(database.fresh(), data, Desk.mailbox(1), Set.of("mx.office.example"), CAMPAIGN, step -> {});
    }

    @Test
    void kept_mail_is_a_file_a_row_a_job_and_an_event() throws Exception {
        Kept kept = desk.custody.keep(mail("1/1", text("申报材料")));

        StoredMail mail = kept.mail().orElseThrow();
        assertThat(mail.receivedAt()).isEqualTo(STAMP);
        assertThat(mail.duplicateOf()).isEmpty();
        assertThat(desk.custody.load(mail.id())).isEqualTo(mail);
        assertThat(read(mail)).isEqualTo(text("申报材料"));
        assertThat(list("select task_name || '/' || task_instance from scheduled_tasks"))
                .containsExactly("read/" + mail.id());
        assertThat(list("select kind || '/' || actor || '/' || mail_id from event"))
                .containsExactly("MAIL_KEPT/mail/" + mail.id());
        assertThat(list("select details from event").get(0))
                .contains(mail.rawSha256(), mail.contentSha256())
                .doesNotContain("unit@");
        assertThat(desk.count("task")).isZero();
    }

    @Test
    void P2_same_mail_of_the_same_server_has_one_row_however_often_it_is_fetched() throws Exception {
        desk.custody.keep(mail("1/1", text("one")));

        Kept again = desk.custody.keep(mail("1/1", text("one")));

        assertThat(again).isInstanceOf(Kept.SeenAgain.class);
        assertThat(desk.count("mail")).isEqualTo(1);
        assertThat(desk.count("scheduled_tasks")).isEqualTo(1);
        assertThat(desk.count("event")).isEqualTo(1);
    }

    @Test
    void P2_copy_by_another_way_has_its_own_row_and_names_the_first() throws Exception {
        StoredMail first = desk.custody
                .keep(mail("1/1", "Received: from a by b; Fri, 27 Aug 2021 16:05:00 +0800\r\n" + text("one")))
                .mail()
                .orElseThrow();

        StoredMail copy = desk.custody
                .keep(mail("1/2", "X-Alias: second\r\n" + text("one")))
                .mail()
                .orElseThrow();
        StoredMail third = desk.custody.keep(mail("1/3", text("one"))).mail().orElseThrow();

        assertThat(copy.duplicateOf()).contains(first.id());
        assertThat(third.duplicateOf()).contains(first.id());
        assertThat(copy.rawSha256()).isNotEqualTo(first.rawSha256());
        assertThat(desk.count("scheduled_tasks")).isEqualTo(3);
    }

    @Test
    void P2_same_message_id_with_another_content_is_a_new_mail() throws Exception {
        desk.custody.keep(mail("1/1", "Message-ID: <same@x>\r\n" + text("one")));

        Kept other = desk.custody.keep(mail("1/2", "Message-ID: <same@x>\r\n" + text("two")));

        assertThat(other.mail().orElseThrow().duplicateOf()).isEmpty();
    }

    @Test
    void nothing_is_written_down_when_the_mail_breaks_off() throws Exception {
        FetchedMail broken = new FetchedMail("designated", "INBOX", "1/1", STAMP, -1, out -> {
            out.write(1);
            throw new IOException("gone");
        });

        assertThatThrownBy(() -> desk.custody.keep(broken)).hasMessage("gone");

        assertThat(desk.count("mail")).isZero();
        try (Stream<Path> files = Files.walk(data).filter(Files::isRegularFile)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void transaction_around_a_route_cannot_take_back_what_is_kept() {
        new TransactionTemplate(new DataSourceTransactionManager(desk.dataSource)).executeWithoutResult(status -> {
            try {
                desk.custody.keep(mail("1/1", text("one")));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            status.setRollbackOnly();
        });

        assertThat(desk.count("mail")).isEqualTo(1);
        assertThat(desk.count("scheduled_tasks")).isEqualTo(1);
    }

    @Test
    void D1_stamp_of_our_own_server_decides() throws Exception {
        String received =
                "Received: from relay.example by mx.office.example (Postfix); Tue, 31 Aug 2021 23:59:59 +0800\r\n"
                        + "Received: from pc by relay.example; Tue, 31 Aug 2021 23:50:00 +0800\r\n";

        StoredMail mail =
                desk.custody.keep(mail("1/1", received + text("one"))).mail().orElseThrow();

        assertThat(mail.receivedAt()).isEqualTo(Instant.parse("2021-08-31T15:59:59Z"));
        assertThat(desk.count("task")).isZero();
    }

    @Test
    void P6_doubtful_time_waits_for_a_person_while_the_server_time_counts() throws Exception {
        String received = "Received: from a by b; Fri, 27 Aug 2021 15:00:00 +0800\r\n";

        StoredMail mail =
                desk.custody.keep(mail("1/1", received + text("one"))).mail().orElseThrow();

        assertThat(mail.receivedAt()).isEqualTo(STAMP);
        assertThat(list("select kind || ' ' || subject_key from task"))
                .containsExactly("doubtful-time mail/" + mail.id());
    }

    @Test
    void stored_mail_opens_as_a_shared_stream_from_the_file() throws Exception {
        StoredMail mail = desk.custody.keep(mail("1/1", text("one"))).mail().orElseThrow();

        try (InputStream in = desk.custody.open(mail)) {
            assertThat(in).isInstanceOf(SharedInputStream.class);
            assertThat(new MimeMessage(null, in).getSubject()).isEqualTo("one");
        }
    }

    @Test
    void P3_quarantine_tells_a_person_once_and_a_rerun_reads_the_mail_anew() throws Exception {
        long id =
                desk.custody.keep(mail("1/1", text("one"))).mail().orElseThrow().id();
        desk.jdbc.sql("delete from scheduled_tasks").update();

        desk.custody.quarantine(id, "job-failed");
        desk.custody.quarantine(id, "job-failed");

        assertThat(list("select state || ' ' || reason from mail")).containsExactly("QUARANTINED job-failed");
        assertThat(list("select kind from task where closed_at is null")).containsExactly("quarantined-mail");

        assertThat(desk.custody.rerun(id, "wang")).isTrue();
        assertThat(desk.custody.rerun(id, "wang")).isFalse();

        assertThat(list("select kind from task where closed_at is null")).isEmpty();
        assertThat(list("select task_instance from scheduled_tasks")).containsExactly(Long.toString(id));
        assertThat(list("select kind || '/' || actor from event order by id"))
                .containsExactly("MAIL_KEPT/mail", "MAIL_QUARANTINED/mail", "MAIL_RERUN/wang");

        desk.custody.quarantine(id, "job-failed");
        assertThat(list("select kind from task where closed_at is null")).containsExactly("quarantined-mail");
    }

    @Test
    void P8_chain_of_events_shows_each_later_change() throws Exception {
        for (int i = 1; i <= 3; i++) {
            desk.custody.keep(mail("1/" + i, text("mail " + i)));
        }
        desk.sealer.seal();
        desk.sealer.seal();
        Sealer.Chain whole = desk.sealer.verify();
        assertThat(whole.events()).isEqualTo(3);
        assertThat(whole.brokenAt()).isEmpty();

        desk.custody.keep(mail("1/4", text("mail 4")));
        desk.sealer.seal();
        assertThat(desk.sealer.verify().events()).isEqualTo(4);
        assertThat(desk.sealer.verify().head()).isNotEqualTo(whole.head());

        desk.jdbc
                .sql("update event set actor = 'someone' where seal_number = 2")
                .update();
        assertThat(desk.sealer.verify().brokenAt()).contains(2L);
    }

    @Test
    void P8_chain_shows_an_event_that_was_taken_out() throws Exception {
        for (int i = 1; i <= 3; i++) {
            desk.custody.keep(mail("1/" + i, text("mail " + i)));
        }
        desk.sealer.seal();

        desk.jdbc.sql("delete from event where seal_number = 2").update();

        assertThat(desk.sealer.verify().brokenAt()).contains(2L);
    }

    @Test
    void lease_has_one_holder_at_a_time_and_a_growing_epoch() {
        try (Lease first = new Lease(desk.dataSource, "mailbox", "a");
                Lease second = new Lease(desk.dataSource, "mailbox", "b")) {
            assertThat(first.held()).isTrue();
            assertThat(second.held()).isFalse();
            first.renew();
            assertThat(first.epoch()).isEqualTo(1);

            desk.jdbc
                    .sql("update lease set until = current_timestamp where name = 'mailbox'")
                    .update();
            second.renew();
            first.renew();

            assertThat(second.held()).isTrue();
            assertThat(first.held()).isFalse();
            assertThat(second.epoch()).isEqualTo(2);
            second.close();
            first.renew();
            assertThat(first.held()).isTrue();
        }
    }

    private List<String> list(String sql) {
        return desk.jdbc.sql(sql).query(String.class).list();
    }

    private String read(StoredMail mail) throws IOException {
        try (InputStream in = desk.custody.open(mail)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String text(String subject) {
        return "From: unit@example.org\r\nDate: Fri, 27 Aug 2021 16:05:00 +0800\r\nSubject: " + subject
                + "\r\n\r\nbody\r\n";
    }

    private static FetchedMail mail(String key, String text) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        return new FetchedMail("designated", "INBOX", key, STAMP, octets.length, out -> out.write(octets));
    }
}
