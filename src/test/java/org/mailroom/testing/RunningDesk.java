package org.mailroom.testing;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.mailroom.Mailroom;
import org.mailroom.demo.MovableClock;
import org.mailroom.demo.PostOffice;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The program as its users start it, on a mail server of its own, an empty database and a clock that can be set. */
public final class RunningDesk implements AutoCloseable {
    private final PostOffice postOffice;
    private final MovableClock clock;
    private final ConfigurableApplicationContext application;
    private final String mailbox;
    private int sent;

    private RunningDesk(
            PostOffice postOffice, MovableClock clock, ConfigurableApplicationContext application, String mailbox) {
        this.postOffice = postOffice;
        this.clock = clock;
        this.application = application;
        this.mailbox = mailbox;
    }

    /**
     * @param campaign the campaign's folder
     * @param contacts the file with the registered addresses
     * @param start the campaign's local time at the start
     */
    public static RunningDesk start(
            Path folder, Path campaign, Path contacts, String mailbox, String start, ZoneId zone, String... more) {
        MovableClock clock =
                MovableClock.at(LocalDateTime.parse(start).atZone(zone).toInstant(), zone, Clock.systemUTC());
        PostOffice postOffice = PostOffice.open(0, 0, clock);
        SpringApplication program = new SpringApplication(Mailroom.class);
        program.addInitializers(context -> context.getBeanFactory().registerSingleton("movableClock", clock));
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--spring.config.import=",
                "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("db") + ";WRITE_DELAY=0;MODE=PostgreSQL",
                "--mailroom.campaign=" + campaign,
                "--mailroom.data=" + folder.resolve("data"),
                "--mailroom.contacts=" + contacts,
                "--mailroom.sending=live",
                "--mailroom.receipts.quiet=300ms",
                "--mailroom.receipts.longest=3s",
                "--mailroom.receipts.near-due=200ms",
                "--mailroom.mailbox.protocol=imap",
                "--mailroom.mailbox.host=127.0.0.1",
                "--mailroom.mailbox.port=" + postOffice.imapPort(),
                "--mailroom.mailbox.user=" + mailbox,
                "--mailroom.mailbox.password=any",
                "--mailroom.mailbox.poll=200ms",
                "--mailroom.smtp.host=127.0.0.1",
                "--mailroom.smtp.port=" + postOffice.smtpPort(),
                "--mailroom.smtp.tls=none"));
        arguments.addAll(List.of(more));
        return new RunningDesk(postOffice, clock, program.run(arguments.toArray(String[]::new)), mailbox);
    }

    public MovableClock clock() {
        return clock;
    }

    public PostOffice postOffice() {
        return postOffice;
    }

    public JdbcClient db() {
        return application.getBean(JdbcClient.class);
    }

    public <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    public int port() {
        return Integer.parseInt(application.getEnvironment().getProperty("local.server.port", "0"));
    }

    /** Sends a raw mail to the desk over SMTP, as a mail client does. */
    public void receives(byte[] mail) {
        try {
            MimeMessage message = new MimeMessage(smtp(), new ByteArrayInputStream(mail));
            Smtp.send(postOffice.smtpPort(), mailbox, mail, message);
            sent++;
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Session smtp() {
        return Session.getInstance(new Properties());
    }

    /** Waits until every mail sent is kept and filed, every window closed and every answer sent. */
    public void worksUntilIdle() {
        await().atMost(60, SECONDS).until(() -> count("select count(*) from mail") >= sent);
        await().atMost(60, SECONDS)
                .until(() -> count("select count(*) from mail where state = 'STORED'") == 0
                        && count("select count(*) from receipt_window where state = 'OPEN'") == 0
                        && count("select count(*) from outbox where state in ('QUEUED', 'SENDING', 'RETRY')") == 0);
    }

    public long count(String sql) {
        return db().sql(sql).query(Long.class).single();
    }

    public List<Map<String, Object>> rows(String sql) {
        return db().sql(sql).query().listOfRows();
    }

    /** Everything in somebody's inbox, read over IMAP, oldest first. */
    public List<MimeMessage> inboxOf(String address) {
        Properties properties = new Properties();
        properties.put("mail.store.protocol", "imap");
        Session session = Session.getInstance(properties);
        try (Store store = session.getStore("imap")) {
            store.connect("127.0.0.1", postOffice.imapPort(), address, "any");
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            List<MimeMessage> messages = new ArrayList<>();
            for (Message message : inbox.getMessages()) {
                ByteArrayOutputStream copy = new ByteArrayOutputStream();
                message.writeTo(copy);
                messages.add(new MimeMessage(session, new ByteArrayInputStream(copy.toByteArray())));
            }
            return messages;
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void clockTo(String local) {
        Instant instant = LocalDateTime.parse(local).atZone(clock.getZone()).toInstant();
        clock.moveTo(instant);
    }

    @Override
    public void close() {
        application.close();
        postOffice.close();
    }
}
