package org.mailroom.wiring;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.mailroom.agenda.DigestReport;
import org.mailroom.campaign.Campaign;
import org.mailroom.check.NomineeList;
import org.mailroom.check.RuleContext;
import org.mailroom.check.Rules;
import org.mailroom.custody.Decisions;
import org.mailroom.custody.EventLog;
import org.mailroom.custody.RawStore;
import org.mailroom.custody.Sealer;
import org.mailroom.custody.Tasks;
import org.mailroom.custody.Verification;
import org.mailroom.desk.command.CommandFault;
import org.mailroom.desk.command.DeskDoor;
import org.mailroom.desk.command.Door;
import org.mailroom.desk.command.Previews;
import org.mailroom.dossier.DossierRoom;
import org.mailroom.dossier.ReceiptWindows;
import org.mailroom.dossier.Scans;
import org.mailroom.dossier.Standings;
import org.mailroom.form.FormDescriptor;
import org.mailroom.form.FormDescriptors;
import org.mailroom.form.ScanRecogniser;
import org.mailroom.job.DbJobs;
import org.mailroom.outbox.Sendings;
import org.mailroom.reply.Guard;
import org.mailroom.sender.Contacts;
import org.mailroom.sender.Senders;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The database of a desk that does not run, opened for one command.
 *
 * @param campaign in use; read anew at each call
 * @param campaignClock of the desk
 */
record Books(
        Environment environment,
        Settings settings,
        Path templates,
        Supplier<Campaign> campaign,
        Clock campaignClock,
        Clock machineClock) {
    private static final String H2 = "jdbc:h2:";
    private static final String MEMORY = "jdbc:h2:mem:blank-books;MODE=PostgreSQL";
    /** H2: the file is locked; there is no such file. */
    private static final int IN_USE = 90020;

    private static final int NOT_THERE = 90146;

    Door open(boolean change) {
        String url = environment.getRequiredProperty("spring.datasource.url");
        String only = url.startsWith(H2) ? ";IFEXISTS=TRUE" + (change ? "" : ";ACCESS_MODE_DATA=r") : "";
        SingleConnectionDataSource database = database(
                url + only,
                environment.getProperty("spring.datasource.username", ""),
                environment.getProperty("spring.datasource.password", ""));
        if (!hasOurTables(database)) {
            database.destroy();
            throw CommandFault.noBooks(settings.data());
        }
        return door(database, false);
    }

    /** Books in which nothing stands; nothing is written to a disk. */
    Door blank() {
        SingleConnectionDataSource database = database(MEMORY, "", "");
        Flyway.configure().dataSource(MEMORY, "", "").load().migrate();
        return door(database, true);
    }

    private Door door(SingleConnectionDataSource database, boolean blank) {
        Campaign used = campaign.get();
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(database);
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        JdbcClient jdbc = JdbcClient.create(database);
        EventLog events = new EventLog(database, campaignClock);
        Tasks tasks = new Tasks(database, campaignClock);
        DbJobs jobs = new DbJobs(database, machineClock);
        Sendings sendings =
                new Sendings(jdbc, new Decisions(jdbc, transaction, events, campaignClock), tasks, jobs, machineClock);
        Verification verification = new Verification(
                jdbc,
                new Sealer(database, transactions),
                RawStore.existing(settings.data().resolve("raw")));
        Standings standings = room(used, jdbc, transaction, jobs, tasks, events).standings();
        Previews previews = new Previews(new Previews.Ground(
                campaign,
                templates,
                blank ? Optional.empty() : Optional.of(standings),
                digest(used, standings, jdbc),
                campaignClock));
        return new DeskDoor(
                new DeskDoor.Ground(used, jdbc, verification, sendings, previews, Optional.empty(), campaignClock),
                database::destroy);
    }

    /** To read from; no mail is filed by a command. */
    private DossierRoom room(
            Campaign used,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            DbJobs jobs,
            Tasks tasks,
            EventLog events) {
        List<FormDescriptor> forms = FormDescriptors.load(used.forms(), used.lexicon());
        Settings.Receipts receipts = settings.receipts();
        Path key = settings.data().resolve("key");
        return DossierRoom.build(
                new DossierRoom.Ground(
                        used,
                        Rules.load(used, forms),
                        new NomineeList(RuleContext.of(used, forms)),
                        new Senders(new Contacts(jdbc), used.units(), used.collisions(), used.lexicon()),
                        Scans.Means.none(new ScanRecogniser(forms, used.lexicon())),
                        jdbc,
                        transaction,
                        jobs,
                        tasks,
                        events,
                        campaignClock,
                        machineClock),
                new ReceiptWindows.Timing(receipts.quiet(), receipts.longest(), receipts.nearDue()),
                Files.exists(key) ? Secrets.key(key) : new byte[32]);
    }

    private DigestReport digest(Campaign used, Standings standings, JdbcClient jdbc) {
        ResourceBundleMessageSource words = new ResourceBundleMessageSource();
        words.setBasenames("desk-words", "ledger-words");
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
        return new DigestReport(new DigestReport.Ground(
                used,
                DigestHours.read(settings),
                standings,
                jdbc,
                List::of,
                () -> opened(jdbc),
                key -> Objects.requireNonNullElse(words.getMessage(key, null, key, used.locale()), key),
                new Guard(used)::mask,
                () -> DigestReport.Disk.of(settings.data()),
                machineClock));
    }

    private Instant opened(JdbcClient jdbc) {
        return jdbc.sql("select at from event order by id limit 1")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant)
                .orElseGet(() -> campaignClock.instant().minus(Duration.ofDays(1)));
    }

    private SingleConnectionDataSource database(String url, String user, String password) {
        SingleConnectionDataSource database = new SingleConnectionDataSource(url, user, password, true);
        try {
            database.initConnection();
        } catch (SQLException refused) {
            database.destroy();
            throw switch (refused.getErrorCode()) {
                case IN_USE -> CommandFault.unreachable("in-use", settings.data());
                case NOT_THERE -> CommandFault.noBooks(settings.data());
                default -> refused(refused);
            };
        }
        return database;
    }

    /** The driver's own words name host and user, and sometimes fill lines. */
    private static CommandFault refused(SQLException refused) {
        StartFault.Known known = GroundFault.in(refused);
        return known == null
                ? CommandFault.unreachable("database", String.valueOf(refused.getMessage()))
                : CommandFault.unreachable("ground", known.description(), known.action());
    }

    /** A database server may hold a database that no desk has ever been started on. */
    private static boolean hasOurTables(DataSource database) {
        try (Connection connection = database.getConnection();
                ResultSet tables =
                        connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (tables.next()) {
                if ("agenda_slot".equalsIgnoreCase(tables.getString("TABLE_NAME"))) {
                    return true;
                }
            }
            return false;
        } catch (SQLException e) {
            throw refused(e);
        }
    }
}
