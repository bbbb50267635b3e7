package org.mailroom.wiring;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.mailroom.campaign.Campaign;
import org.mailroom.custody.Decisions;
import org.mailroom.custody.EventLog;
import org.mailroom.custody.RawStore;
import org.mailroom.custody.Sealer;
import org.mailroom.custody.Tasks;
import org.mailroom.custody.Verification;
import org.mailroom.desk.command.CommandFault;
import org.mailroom.desk.command.DeskDoor;
import org.mailroom.desk.command.Door;
import org.mailroom.job.DbJobs;
import org.mailroom.outbox.Sendings;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** The database of a desk that does not run, opened for one command. */
record Books(Environment environment, Path data, Campaign campaign, Clock campaignClock, Clock machineClock) {
    private static final String H2 = "jdbc:h2:";
    /** H2: the file is locked; there is no such file. */
    private static final int IN_USE = 90020;

    private static final int NOT_THERE = 90146;

    Door open(boolean change) {
        SingleConnectionDataSource database = database(change);
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(database);
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        JdbcClient jdbc = JdbcClient.create(database);
        EventLog events = new EventLog(database, campaignClock);
        Sendings sendings = new Sendings(
                jdbc,
                new Decisions(jdbc, transaction, events, campaignClock),
                new Tasks(database, campaignClock),
                new DbJobs(database, machineClock),
                machineClock);
        Verification verification =
                new Verification(jdbc, new Sealer(database, transactions), RawStore.existing(data.resolve("raw")));
        return new DeskDoor(
                new DeskDoor.Ground(campaign, jdbc, verification, sendings, Optional.empty(), campaignClock),
                database::destroy);
    }

    private SingleConnectionDataSource database(boolean change) {
        String url = environment.getRequiredProperty("spring.datasource.url");
        String only = url.startsWith(H2) ? ";IFEXISTS=TRUE" + (change ? "" : ";ACCESS_MODE_DATA=r") : "";
        SingleConnectionDataSource database = new SingleConnectionDataSource(
                url + only,
                environment.getProperty("spring.datasource.username", ""),
                environment.getProperty("spring.datasource.password", ""),
                true);
        try {
            database.initConnection();
        } catch (SQLException refused) {
            database.destroy();
            throw switch (refused.getErrorCode()) {
                case IN_USE -> CommandFault.unreachable("in-use", data);
                case NOT_THERE -> CommandFault.unreachable("no-books", data);
                default -> refused(refused);
            };
        }
        if (!hasOurTables(database)) {
            database.destroy();
            throw CommandFault.unreachable("no-books", data);
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
