package org.mailroom.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.custody.EventLog;
import org.mailroom.custody.Tasks;
import org.mailroom.reply.OutboxRows;
import org.mailroom.reply.OutboxState;
import org.mailroom.reply.Outgoing;
import org.mailroom.reply.Sending;
import org.mailroom.testing.MailServer;
import org.mailroom.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Against a real mail server, with a login. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class SendingOverSmtpTest {
    @Parameter
    TestDatabase kind;

    @Test
    void a_mail_arrives_with_its_own_message_id_and_from_the_designated_mailbox() throws Exception {
        GreenMail server = MailServer.smtp();
        server.setUser("desk@example.cn", "desk@example.cn", "secret");
        server.start();
        try {
            DataSource database = kind.fresh();
            JdbcClient jdbc = JdbcClient.create(database);
            Clock machine = Clock.systemUTC();
            WaitingJobs jobs = new WaitingJobs();
            Outbox outbox = new Outbox(
                    jdbc,
                    new DataSourceTransactionManager(database),
                    jobs,
                    new Tasks(database, machine),
                    new EventLog(database, machine),
                    new OutboxSettings(
                            Sending.LIVE,
                            new SmtpSettings(
                                    "127.0.0.1",
                                    server.getSmtp().getPort(),
                                    SmtpSettings.Tls.NONE,
                                    Optional.of("desk@example.cn"),
                                    Optional.of("secret"),
                                    "desk@example.cn")),
                    machine,
                    copy -> {});
            new OutboxRows(jdbc, jobs, machine).add(mail(), OutboxState.QUEUED);
            jobs.due(machine.instant()).forEach(outbox::send);

            MimeMessage[] arrived = server.getReceivedMessages();
            assertThat(arrived).hasSize(1);
            assertThat(arrived[0].getMessageID()).isEqualTo("<1@example.cn>");
            assertThat(arrived[0].getHeader("Return-Path")).containsExactly("<desk@example.cn>");
            assertThat(arrived[0].getContent()).asString().startsWith("Received.");
        } finally {
            server.stop();
        }
    }

    private static Outgoing mail() {
        return new Outgoing(
                "window/1",
                "receipt",
                "a@example.cn",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "<1@example.cn>",
                "Receipt",
                "Message-ID: <1@example.cn>\r\nSubject: Receipt\r\n\r\nReceived.\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
    }
}
