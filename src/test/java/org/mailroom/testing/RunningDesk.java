package org.mailroom.testing;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.mailroom.Mailroom;
import org.mailroom.demo.MovableClock;
import org.mailroom.demo.PostOffice;
import org.mailroom.reading.ReaderProgram;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The program as its users start it, on a mail server of its own, an empty database and a clock that can be set. It can be
 * stopped and begun again; the mail server and the clock go on meanwhile.
 */
public final class RunningDesk implements AutoCloseable {
    private final PostOffice postOffice;
    private final MovableClock clock;
    private final String mailbox;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private ConfigurableApplicationContext application;
    private Optional<ReaderProgram> reader = Optional.empty();
    private int sent;

    private RunningDesk(PostOffice postOffice, MovableClock clock, String mailbox) {
        this.postOffice = postOffice;
        this.clock = clock;
        this.mailbox = mailbox;
    }

    /**
     * @param campaign the campaign's folder
     * @param contacts the file with the registered addresses
     * @param start the campaign's local time at the start
     */
    public static RunningDesk start(
            Path folder, Path campaign, Path contacts, String mailbox, String start, ZoneId zone, String... more) {
        RunningDesk desk = notYet(folder, campaign, contacts, mailbox, start, zone, more);
        desk.begin();
        return desk;
    }

    /** As {@link #start}, but the desk is closed: mail can come in before {@link #begin}. */
    public static RunningDesk notYet(
            Path folder, Path campaign, Path contacts, String mailbox, String start, ZoneId zone, String... more) {
        MovableClock clock =
                MovableClock.at(LocalDateTime.parse(start).atZone(zone).toInstant(), zone, Clock.systemUTC());
        PostOffice postOffice = PostOffice.open(0, 0, clock);
        return at(postOffice, clock, folder, campaign, contacts, mailbox, more);
    }

    /** A desk, not yet begun, at a post office that is there already; {@link #close} closes that too. */
    public static RunningDesk at(
            PostOffice postOffice,
            MovableClock clock,
            Path folder,
            Path campaign,
            Path contacts,
            String mailbox,
            String... more) {
        RunningDesk desk = new RunningDesk(postOffice, clock, mailbox);
        List.of(
                        "--server.port=0",
                        // its thread would outlive the desk and keep all of it in memory; the web server keeps the
                        // program alive
                        "--camel.main.run-controller=false",
                        "--spring.config.import=",
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
                        // seconds a page, and most tests are about something else
                        "--mailroom.reader.recognise=false",
                        "--mailroom.smtp.host=127.0.0.1",
                        "--mailroom.smtp.port=" + postOffice.smtpPort(),
                        "--mailroom.smtp.tls=none")
                .forEach(desk::set);
        TestDatabase.ofJourneys().settings(folder).forEach(desk::set);
        List.of(more).forEach(desk::set);
        return desk;
    }

    /** One setting as on the command line; a later one replaces an earlier one of the same name. */
    public void set(String argument) {
        settings.put(argument.substring(0, argument.indexOf('=')), argument);
    }

    /** The settings, as on the command line, for a program begun elsewhere. */
    public List<String> arguments() {
        return List.copyOf(settings.values());
    }

    /** What opens its files, in place of the program's own reader. */
    public void readsWith(ReaderProgram other) {
        reader = Optional.of(other);
    }

    public void begin() {
        SpringApplication program = new SpringApplication(Mailroom.class);
        program.addInitializers(context -> {
            context.getBeanFactory().registerSingleton("movableClock", clock);
            reader.ifPresent(other -> context.getBeanFactory().registerSingleton("otherReader", other));
        });
        application = program.run(settings.values().toArray(String[]::new));
    }

    /** Ends the program; mails to the desk wait at the post office. */
    public void stop() {
        application.close();
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

    public void receives(MailBuilder mail) {
        receives(mail.bytes());
    }

    /**
     * Puts a mail into the desk's inbox with that INTERNALDATE, whatever the clock shows now: as mail that came in while
     * nobody looked.
     *
     * @param local the campaign's local time
     */
    public void receivesAt(String local, MailBuilder mail) {
        receivesAt(local, mail.bytes(), "INBOX");
    }

    public void receivesAt(String local, byte[] mail, String folder) {
        Date stamp =
                Date.from(LocalDateTime.parse(local).atZone(clock.getZone()).toInstant());
        Imap.append(postOffice.imapPort(), mailbox, folder, mail, stamp);
        sent++;
    }

    /** Takes back the expectation of one mail that will have no row of its own. */
    public void expectsOneLess() {
        sent--;
    }

    private static Session smtp() {
        return Session.getInstance(new Properties());
    }

    /** Waits until every mail sent is kept and filed, every window closed and every answer sent. */
    public void worksUntilIdle() {
        await().atMost(120, SECONDS)
                .untilAsserted(() -> assertThat(unfinished()).isEmpty());
    }

    /** What is still to be done, in words. */
    private List<String> unfinished() {
        // counted first: a mail kept between the two questions is then among those that are not read
        long kept = count("select count(*) from mail");
        List<String> work = new ArrayList<>(db().sql("""
                        select 'mail ' || id || ' is not read' from mail where state = 'STORED'
                        union all select 'window of ' || unit || ' is open' from receipt_window where state = 'OPEN'
                        union all select 'answer ' || id || ' is ' || state from outbox
                                   where state in ('QUEUED', 'SENDING', 'RETRY')""").query(String.class).list());
        if (kept < sent) {
            work.add(kept + " of " + sent + " mails are kept");
        }
        if (!work.isEmpty()) {
            work.add("jobs: " + rows("select * from scheduled_tasks order by execution_time"));
        }
        return work;
    }

    public long count(String sql) {
        return db().sql(sql).query(Long.class).single();
    }

    public List<Map<String, Object>> rows(String sql) {
        return db().sql(sql).query().listOfRows();
    }

    /** Everything in somebody's inbox, read over IMAP, oldest first. */
    public List<MimeMessage> inboxOf(String address) {
        return Imap.inbox(postOffice.imapPort(), address);
    }

    /** What the desk has written to somebody, oldest first. */
    public List<ReadAnswer> answersTo(String address) {
        return inboxOf(address).stream().map(ReadAnswer::of).toList();
    }

    /** The one answer somebody got; more or fewer are a failure. */
    public ReadAnswer onlyAnswerTo(String address) {
        List<ReadAnswer> answers = answersTo(address);
        if (answers.size() != 1) {
            throw new AssertionError(address + " was to get one answer and got " + answers);
        }
        return answers.get(0);
    }

    /** The state of a unit's dossier; NOT_STARTED while there is none. */
    public String state(String unit, String stage) {
        return db().sql("select state from dossier where unit = :unit and stage = :stage")
                .param("unit", unit)
                .param("stage", stage)
                .query(String.class)
                .optional()
                .orElse("NOT_STARTED");
    }

    public void clockTo(String local) {
        Instant instant = LocalDateTime.parse(local).atZone(clock.getZone()).toInstant();
        clock.moveTo(instant);
    }

    @Override
    public void close() {
        if (application != null) {
            application.close();
        }
        postOffice.close();
    }
}
