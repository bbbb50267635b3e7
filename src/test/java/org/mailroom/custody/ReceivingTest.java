package org.mailroom.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.Flags;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.mailbox.MailboxSettings;
import org.mailroom.testing.MailServer;
import org.mailroom.testing.TestDatabase;

/** A mailbox as it should be, and what people and operators do to it. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ReceivingTest {
    private static final Instant STAMP = Instant.parse("2021-08-27T08:05:00Z");

    @Parameter
    TestDatabase database;

    @TempDir
    Path data;

    private final GreenMail server = MailServer.imap();
    private MailFolder inbox;
    private Desk desk;

    @BeforeEach
    void prepare() throws Exception {
        server.start();
        GreenMailUser user = server.setUser("desk@office.example", "desk", "secret");
        inbox = server.getManagers().getImapHostManager().getInbox(user);
        desk = new Desk(database.fresh(), data, Desk.mailbox(server.getImap().getPort()), step -> {});
    }

    @AfterEach
    void stop() {
        desk.close();
        server.stop();
    }

    @Test
    void mail_that_a_person_has_read_is_received_with_its_server_time() throws Exception {
        arrives("read by a person", new Flags(Flags.Flag.SEEN));
        arrives("unread", new Flags());

        desk.receives();

        await().until(() -> desk.count("mail") == 2);
        assertThat(desk.jdbc
                        .sql("select distinct received_at from mail")
                        .query((row, n) ->
                                row.getObject(1, java.time.OffsetDateTime.class).toInstant())
                        .list())
                .containsExactly(STAMP);
        assertThat(inbox.getMessages().get(1).getFlags().contains(Flags.Flag.SEEN))
                .isFalse();
    }

    @Test
    void kept_mails_are_flagged_and_stay() throws Exception {
        arrives("one", new Flags());

        desk.receives();

        await().until(() -> inbox.getMessages().get(0).getFlags().contains(MailboxSettings.KEPT));
        assertThat(inbox.getMessageCount()).isEqualTo(1);
    }

    @Test
    void mail_that_arrives_while_waiting_is_heard_of_long_before_the_next_look() throws Exception {
        desk.close();
        MailboxSettings slow = slow(Desk.mailbox(server.getImap().getPort()));
        desk = new Desk(database.fresh(), data, slow, step -> {}).receives();
        await().until(() -> desk.health().lastPoll().isPresent());

        arrives("one", new Flags());

        await().until(() -> desk.count("mail") == 1);
    }

    @Test
    void P2_mailbox_read_again_by_a_new_process_gives_no_second_row() throws Exception {
        arrives("one", new Flags());
        desk.receives();
        await().until(() -> desk.count("mail") == 1);
        javax.sql.DataSource same = desk.dataSource;
        desk.close();

        desk = new Desk(same, data, Desk.mailbox(server.getImap().getPort()), step -> {}).receives();
        arrives("two", new Flags());

        await().until(() -> desk.count("mail") == 2);
        assertThat(desk.count("scheduled_tasks")).isEqualTo(2);
    }

    @Test
    void P6_read_through_is_a_time_before_the_question_was_asked() throws Exception {
        desk.receives();
        await().until(() -> desk.health().readThrough().isPresent());
        Instant before = desk.health().readThrough().get();

        assertThat(before).isBeforeOrEqualTo(desk.health().lastPoll().get());
        await().until(() -> desk.health().readThrough().get().isAfter(before));
    }

    @Test
    void step_that_fails_after_custody_undoes_nothing_and_has_nothing_fetched_again() throws Exception {
        arrives("one", new Flags());
        desk.receives(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("mailbox:designated").bean(desk.custody, "keep").process(exchange -> {
                    throw new IllegalStateException("the copy folder is full");
                });
            }
        });

        await().until(() -> inbox.getMessages().get(0).getFlags().contains(MailboxSettings.KEPT));
        assertThat(desk.count("mail")).isEqualTo(1);
        assertThat(desk.count("scheduled_tasks")).isEqualTo(1);
        assertThat(desk.health().lastError()).isEmpty();
    }

    @Test
    void route_without_custody_is_reported_and_loses_nothing() throws Exception {
        arrives("one", new Flags());
        desk.receives(new RouteBuilder() {
            @Override
            public void configure() {
                from("mailbox:designated").routeId("careless").to("log:careless?level=OFF");
            }
        });
        await().until(() -> desk.health().missing() == 1);
        assertThat(desk.health().lastError()).isPresent();
        assertThat(desk.health().readThrough()).isEmpty();
        assertThat(inbox.getMessages().get(0).getFlags().contains(MailboxSettings.KEPT))
                .isFalse();

        desk.close();
        desk = new Desk(desk.dataSource, data, Desk.mailbox(server.getImap().getPort()), step -> {}).receives();
        await().until(() -> desk.count("mail") == 1);
    }

    @Test
    void poison_in_a_step_before_custody_stops_no_other_mail() throws Exception {
        arrives("poison", new Flags());
        arrives("good", new Flags());
        desk.receives(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("mailbox:designated")
                        .filter(simple("${body.sourceKey} ends with '/1'"))
                        .throwException(new IllegalStateException("poison"))
                        .end()
                        .bean(desk.custody, "keep");
            }
        });

        await().until(() -> desk.count("mail") == 1 && desk.health().missing() == 1);
    }

    @Test
    void operator_copies_new_mails_to_a_folder_in_yaml_alone() throws Exception {
        arrives("one", new Flags());
        Resource yaml = ResourceHelper.fromString("receive.yaml", """
                - route:
                    id: receive
                    from:
                      uri: mailbox:designated
                      steps:
                        - bean: {ref: custody, method: keep}
                        - filter:
                            expression: {simple: {expression: "${body.mail.isPresent}"}}
                            steps:
                              - setHeader: {name: CamelFileName, expression: {simple: {expression: "${body.stored.id}.eml"}}}
                              - bean: {ref: custody, method: copy}
                              - to: {uri: "file:%s"}
                """.formatted(data.resolve("copies")));
        PluginHelper.getRoutesLoader(desk.camel).loadRoutes(yaml);
        desk.camel.start();

        Path copy = data.resolve("copies/1.eml");
        await().until(() -> Files.exists(copy) && Files.size(copy) > 0);
        assertThat(copy).content().contains("Subject: one");
    }

    @Test
    void dropped_file_is_received_when_it_is_taken_up_and_moved_when_kept() throws Exception {
        Path drop = Files.createDirectories(data.resolve("drop"));
        Files.writeString(drop.resolve("letter.eml"), text("dropped"));
        Files.writeString(drop.resolve("letter.eml.part"), "not yet");
        desk.receives(new RouteBuilder() {
            @Override
            public void configure() {
                from("mailbox:drop?folder=" + drop).bean(desk.custody, "keep");
            }
        });

        await().until(() -> Files.exists(drop.resolve("done/letter.eml")));
        assertThat(desk.count("mail")).isEqualTo(1);
        Files.writeString(drop.resolve("letter.eml"), text("dropped"));
        await().until(() -> !Files.exists(drop.resolve("letter.eml")));
        assertThat(desk.count("mail")).isEqualTo(1);
        assertThat(drop.resolve("letter.eml.part")).exists();
        assertThat(desk.jdbc.sql("select account from mail").query(String.class).list())
                .isEqualTo(List.of("drop"));
    }

    private static MailboxSettings slow(MailboxSettings quick) {
        return new MailboxSettings(
                quick.account(),
                quick.protocol(),
                quick.host(),
                quick.port(),
                quick.user(),
                quick.password(),
                quick.folder(),
                Duration.ofMinutes(5),
                "",
                quick.keyword(),
                quick.maxMailBytes(),
                quick.patience());
    }

    private void arrives(String subject, Flags flags) throws Exception {
        byte[] octets = text(subject).getBytes(StandardCharsets.US_ASCII);
        inbox.appendMessage(new MimeMessage(null, new ByteArrayInputStream(octets)), flags, Date.from(STAMP));
    }

    private static String text(String subject) {
        return "From: unit@example.org\r\nDate: Fri, 27 Aug 2021 16:05:00 +0800\r\nSubject: " + subject
                + "\r\n\r\nbody of " + subject + "\r\n";
    }
}
