package org.mailroom.agenda;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.mailroom.testing.Campaigns;
import org.mailroom.testing.Stopping;
import org.mailroom.testing.TestDatabase;

/**
 * A desk's agenda in a process that is to be killed. Arguments: where to stop ({@link Stopping}), the folder of the database,
 * the campaign's local time. Says {@code done} when the agenda has nothing left to do.
 */
final class KilledAgenda {
    private KilledAgenda() {}

    public static void main(String[] arguments) {
        Stopping stopping = Stopping.at(arguments[0]);
        stopping.endsInAnyCase();
        DataSource database = stopping.commits(database(Path.of(arguments[1])));
        new AgendaDesk(Campaigns.english(), database, arguments[2]).tick();
        System.out.println("done");
        System.exit(0);
    }

    static DataSource database(Path folder) {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:file:" + folder.resolve("db") + TestDatabase.LIKE_OURS);
        return database;
    }
}
