package org.mailroom.outbox;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.mailroom.custody.EventLog;
import org.mailroom.custody.Tasks;
import org.mailroom.reply.Sending;
import org.mailroom.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/**
 * A process that starts like the desk, sends what waits and ends, or dies as by kill -9 right before or after its n-th
 * commit. Arguments: database file, SMTP port, and where to die, for example {@code before-1}, or {@code never}.
 */
final class KilledSender {
    private KilledSender() {}

    public static void main(String[] arguments) {
        DataSource database = dying(database(arguments[0]), arguments[2]);
        JdbcClient jdbc = JdbcClient.create(database);
        Clock machine = Clock.systemUTC();
        WaitingJobs jobs = new WaitingJobs();
        Outbox outbox = new Outbox(
                jdbc,
                new DataSourceTransactionManager(database),
                jobs,
                new Tasks(database, machine),
                new EventLog(database, machine),
                new OutboxSettings(Sending.LIVE, smtp(Integer.parseInt(arguments[1]))),
                machine,
                copy -> {});
        outbox.recover();
        jobs.due(machine.instant()).forEach(outbox::send);
    }

    static DataSource database(String file) {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:file:" + file + TestDatabase.LIKE_OURS);
        return database;
    }

    private static SmtpSettings smtp(int port) {
        return new SmtpSettings(
                "127.0.0.1",
                port,
                SmtpSettings.Tls.NONE,
                Optional.empty(),
                Optional.empty(),
                "desk@example.cn",
                Duration.ofSeconds(5),
                Duration.ofSeconds(60));
    }

    private static DataSource dying(DataSource database, String where) {
        AtomicInteger commits = new AtomicInteger();
        return proxy(DataSource.class, database, (method, call) -> {
            Object result = call.run();
            return result instanceof Connection connection ? dying(connection, commits, where) : result;
        });
    }

    private static Connection dying(Connection connection, AtomicInteger commits, String where) {
        return proxy(Connection.class, connection, (method, call) -> {
            if (!method.equals("commit")) {
                return call.run();
            }
            int number = commits.incrementAndGet();
            dieAt("before-" + number, where);
            Object result = call.run();
            dieAt("after-" + number, where);
            return result;
        });
    }

    /** No shutdown hook, no finally, no flush: what a power switch leaves. */
    private static void dieAt(String here, String where) {
        if (here.equals(where)) {
            Runtime.getRuntime().halt(137);
        }
    }

    private interface Call {
        Object run() throws Throwable;
    }

    private interface Around {
        Object call(String method, Call call) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, T target, Around around) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> around.call(method.getName(), () -> {
                    try {
                        return method.invoke(target, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                })));
    }
}
