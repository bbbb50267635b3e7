package org.mailroom.custody;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.mailroom.job.DbJobs;
import org.mailroom.mailbox.MailboxComponent;
import org.mailroom.mailbox.MailboxHealth;
import org.mailroom.mailbox.MailboxSettings;
import org.mailroom.platform.Disk;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Mailbox and custody put together as the program does it, on any database. */
public final class Desk implements AutoCloseable {
    public final Custody custody;
    public final DataSource dataSource;
    public final JdbcClient jdbc;
    public final RawStore files;
    public final MailboxComponent mailboxes;
    public final Sealer sealer;
    public final CamelContext camel = new DefaultCamelContext();

    public Desk(DataSource dataSource, Path data, MailboxSettings mailbox, Consumer<String> checkpoint)
            throws IOException {
        this(dataSource, data, mailbox, Set.of(), Clock.systemUTC(), checkpoint);
    }

    public Desk(
            DataSource dataSource,
            Path data,
            MailboxSettings mailbox,
            Set<String> trustedHosts,
            Clock campaign,
            Consumer<String> checkpoint)
            throws IOException {
        Clock machine = Clock.systemUTC();
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(dataSource);
        DbJobs jobs = new DbJobs(dataSource, machine);
        EventLog events = new EventLog(dataSource, campaign);
        Tasks tasks = new Tasks(dataSource, campaign);
        this.dataSource = dataSource;
        jdbc = JdbcClient.create(dataSource);
        files = new RawStore(data.resolve("raw"), machine, new Disk(), checkpoint);
        custody = new Custody(files, dataSource, transactions, jobs, events, tasks, trustedHosts, machine, checkpoint);
        sealer = new Sealer(dataSource, transactions);
        mailboxes = new MailboxComponent(
                Map.of(mailbox.account(), mailbox),
                new MailJournal(dataSource, transactions, events, tasks, machine),
                () -> true,
                machine,
                campaign);
        camel.addComponent("mailbox", mailboxes);
        camel.getRegistry().bind("custody", custody);
    }

    /** Starts the route that the program has. */
    public Desk receives() throws Exception {
        return receives(new RouteBuilder() {
            @Override
            public void configure() {
                from("mailbox:designated").bean(custody, "keep");
            }
        });
    }

    public Desk receives(RouteBuilder routes) throws Exception {
        camel.addRoutes(routes);
        camel.start();
        return this;
    }

    public MailboxHealth health() {
        return mailboxes.health().get(0);
    }

    public int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    /** A mailbox on this machine, looked at five times a second, given up on soon. */
    public static MailboxSettings mailbox(int port) {
        MailboxSettings usual = MailboxSettings.usual("designated", "imap", "127.0.0.1", port, "desk", "secret");
        return new MailboxSettings(
                usual.account(),
                usual.protocol(),
                usual.host(),
                usual.port(),
                usual.user(),
                usual.password(),
                usual.folder(),
                Duration.ofMillis(200),
                "",
                MailboxSettings.KEPT,
                1_000_000,
                new MailboxSettings.Patience(
                        Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(1)));
    }

    @Override
    public void close() {
        camel.stop();
    }
}
