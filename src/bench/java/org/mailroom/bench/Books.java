package org.mailroom.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The database of a desk that has ended. */
final class Books implements AutoCloseable {
    private final Connection connection;

    Books(Path data) throws SQLException {
        connection = DriverManager.getConnection("jdbc:h2:file:" + data.resolve("db") + ";MODE=PostgreSQL", "", "");
    }

    /** @throws IllegalStateException if any mail was not filed under its unit with a document in its dossier */
    void allFiled(long mails) throws SQLException {
        long filed =
                count("select count(*) from mail where state = 'FILED' and unit is not null and may_answer = 'yes'");
        long recognised = count("select count(distinct mail_id) from document where assigned_by = 'READ'");
        if (filed != mails || recognised != mails) {
            throw new IllegalStateException(
                    mails + " mails came, " + filed + " were filed and forms were recognised in " + recognised);
        }
    }

    long count(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** From a mail's turn to its receipt in the outbox, without the quiet period; of each window the mail that came last. */
    List<Duration> untilReceipt(DeskLog log, List<String> keys) throws SQLException {
        Map<String, Instant> seen = new HashMap<>(log.seen);
        seen.keySet().retainAll(keys);
        List<Duration> times = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select w.id, w.due_at, m.id, m.source_key
                          from receipt_window w
                          join (select window_id, max(mail_id) as mail_id from window_mail group by window_id) l
                            on l.window_id = w.id
                          join mail m on m.id = l.mail_id where w.state = 'CLOSED'""")) {
            while (row.next()) {
                Instant start = seen.get(row.getString(4));
                Instant answered = log.answered.get(row.getString(1));
                Instant filed = log.filed.get(row.getString(3));
                if (start == null || answered == null) {
                    continue;
                }
                Instant due = row.getObject(2, OffsetDateTime.class).toInstant();
                // it was filed, waited for the quiet period, and was answered after that
                times.add(Duration.between(start, Objects.requireNonNull(filed)).plus(Duration.between(due, answered)));
            }
        }
        return times;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
