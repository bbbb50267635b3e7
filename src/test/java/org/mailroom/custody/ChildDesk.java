package org.mailroom.custody;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.mailroom.mailbox.MailboxSettings;

/**
 * A desk in a process of its own: port, data folder, the step to stop at or {@code -}, at which mail, size limit. Says
 * {@code at STEP} when it stops there, {@code done} when it has read the mailbox through.
 */
final class ChildDesk {
    private ChildDesk() {}

    public static void main(String[] args) throws Exception {
        Path data = Path.of(args[1]);
        AtomicInteger left = new AtomicInteger(Integer.parseInt(args[3]));
        Consumer<String> checkpoint = step -> {
            if (step.equals(args[2]) && left.decrementAndGet() == 0) {
                System.out.println("at " + step);
                stopHere();
            }
        };
        MailboxSettings quick = Desk.mailbox(Integer.parseInt(args[0]));
        MailboxSettings mailbox = new MailboxSettings(
                quick.account(),
                quick.protocol(),
                quick.host(),
                quick.port(),
                quick.user(),
                quick.password(),
                quick.folder(),
                quick.pollInterval(),
                "",
                quick.keyword(),
                Long.parseLong(args[4]),
                MailboxSettings.Patience.USUAL);
        Desk desk = new Desk(database(data), data, mailbox, checkpoint).receives();
        CountDownLatch never = new CountDownLatch(1);
        while (desk.health().readThrough().isEmpty()) {
            never.await(50, TimeUnit.MILLISECONDS);
        }
        // marking comes before the time of reading through is told, so all is done
        desk.close();
        System.out.println("done");
        System.exit(0);
    }

    /** The database as application.properties has it, below another folder. */
    static DataSource database(Path data) throws Exception {
        java.util.Properties settings = new java.util.Properties();
        try (java.io.InputStream in = ChildDesk.class.getResourceAsStream("/application.properties")) {
            settings.load(in);
        }
        String url = settings.getProperty("spring.datasource.url");
        DataSource source = JdbcConnectionPool.create(url.replace("${mailroom.data}", data.toString()), "sa", "");
        Flyway.configure().dataSource(source).load().migrate();
        return source;
    }

    private static void stopHere() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
