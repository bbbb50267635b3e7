package org.mailroom.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.reply.OutboxRows;
import org.mailroom.reply.OutboxState;
import org.mailroom.reply.Outgoing;
import org.mailroom.testing.ChildJvm;
import org.mailroom.testing.ScriptedSmtpServer;
import org.mailroom.testing.ScriptedSmtpServer.At;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * P4 by kill -9 at each arrow, the mail server outside the killed process: at most one copy of a receipt, and exactly one
 * unless its row is UNCERTAIN. The first commit of a sender is SENDING, the second SENT.
 */
class KilledWhileSendingTest {
    @TempDir
    Path folder;

    private final ScriptedSmtpServer server = new ScriptedSmtpServer();
    private String file;

    @BeforeEach
    void queueOneMail() {
        file = folder.resolve("db").toString();
        DataSource database = KilledSender.database(file);
        Flyway.configure().dataSource(database).load().migrate();
        Outgoing mail = new Outgoing(
                "window/1",
                "receipt",
                "a@example.cn",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "<1@example.cn>",
                "Receipt",
                "Message-ID: <1@example.cn>\r\n\r\nReceived.\r\n".getBytes(StandardCharsets.US_ASCII));
        new OutboxRows(JdbcClient.create(database), new WaitingJobs(), Clock.systemUTC())
                .add(mail, OutboxState.QUEUED)
                .orElseThrow();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void killed_before_it_was_taken_it_is_sent_once() throws Exception {
        assertThat(run("before-1")).isEqualTo(137);
        assertThat(state()).isEqualTo("QUEUED");
        assertThat(run("never")).isZero();

        assertThat(server.mails()).hasSize(1);
        assertThat(state()).isEqualTo("SENT");
    }

    @Test
    void killed_after_SENDING_was_committed_it_is_uncertain() throws Exception {
        assertThat(run("after-1")).isEqualTo(137);
        assertThat(state()).isEqualTo("SENDING");
        assertThat(run("never")).isZero();

        assertThat(server.mails()).isEmpty();
        assertThat(state()).isEqualTo("UNCERTAIN");
    }

    @Test
    void killed_after_the_mail_and_before_the_answer_it_is_uncertain() throws Exception {
        server.hangs(At.END_OF_DATA);
        Process sender = start("never");
        await().atMost(Duration.ofSeconds(60)).until(() -> server.mails().size() == 1);
        sender.destroyForcibly().waitFor();
        assertThat(state()).isEqualTo("SENDING");
        assertThat(run("never")).isZero();

        assertThat(server.mails()).hasSize(1);
        assertThat(state()).isEqualTo("UNCERTAIN");
    }

    @Test
    void killed_after_the_answer_and_before_SENT_was_committed_it_is_uncertain() throws Exception {
        assertThat(run("before-2")).isEqualTo(137);
        assertThat(server.mails()).hasSize(1);
        assertThat(run("never")).isZero();

        assertThat(server.mails()).hasSize(1);
        assertThat(state()).isEqualTo("UNCERTAIN");
    }

    @Test
    void killed_after_SENT_was_committed_it_stays_sent() throws Exception {
        assertThat(run("after-2")).isEqualTo(137);
        assertThat(run("never")).isZero();

        assertThat(server.mails()).hasSize(1);
        assertThat(state()).isEqualTo("SENT");
    }

    private int run(String where) throws IOException, InterruptedException {
        Process sender = start(where);
        assertThat(sender.waitFor(60, TimeUnit.SECONDS)).as("the sender ended").isTrue();
        return sender.exitValue();
    }

    private Process start(String where) throws IOException {
        String port = String.format(Locale.ROOT, "%d", server.port());
        return ChildJvm.builder(KilledSender.class, List.of(), file, port, where)
                .redirectOutput(new File(folder.toFile(), "out.txt"))
                .redirectErrorStream(true)
                .start();
    }

    private String state() {
        return JdbcClient.create(KilledSender.database(file))
                .sql("select state from outbox")
                .query(String.class)
                .single();
    }
}
