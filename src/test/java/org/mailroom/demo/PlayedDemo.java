package org.mailroom.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.mailroom.Mailroom;
import org.mailroom.testing.Imap;
import org.mailroom.testing.ReadAnswer;
import org.mailroom.testing.TestDatabase;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The demonstration as it plays when there is no settings file, in a folder of its own, with what it says on the console. */
final class PlayedDemo implements AutoCloseable {
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private final ConfigurableApplicationContext application;

    /**
     * @param folder a second start in the same one goes on
     * @param campaign the campaign's folder
     */
    PlayedDemo(Path folder, Path campaign) {
        PrintStream real = System.out;
        System.setOut(new PrintStream(heard, true, UTF_8));
        try {
            application = Mailroom.program(folder.resolve("mailroom.yaml"))
                    .run(
                            "--server.port=0",
                            "--mailroom.campaign=" + campaign,
                            "--mailroom.data=" + folder.resolve("data"),
                            "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("db") + TestDatabase.LIKE_OURS,
                            "--mailroom.mailbox.poll=100ms",
                            "--mailroom.receipts.quiet=300ms",
                            // as in the demonstration itself: a receipt waits for the scans of its mail
                            "--mailroom.receipts.longest=90s",
                            "--mailroom.receipts.near-due=200ms");
        } finally {
            System.setOut(real);
        }
    }

    /** Waits until the console has said that. */
    void says(String words) {
        await().atMost(3, MINUTES).until(() -> heard.toString(UTF_8).contains(words));
    }

    String said() {
        return heard.toString(UTF_8);
    }

    MovableClock clock() {
        return application.getBean("movableClock", MovableClock.class);
    }

    int port() {
        return Integer.parseInt(application.getEnvironment().getRequiredProperty("local.server.port"));
    }

    List<ReadAnswer> inboxOf(String address) {
        return Imap.inbox(application.getBean(PostOffice.class).imapPort(), address).stream()
                .map(ReadAnswer::of)
                .toList();
    }

    List<Map<String, Object>> rows(String sql) {
        return db().sql(sql).query().listOfRows();
    }

    /** One column. */
    List<String> column(String sql) {
        return db().sql(sql).query(String.class).list();
    }

    byte[] octets(String sql) {
        return db().sql(sql).query((row, line) -> row.getBytes(1)).single();
    }

    private JdbcClient db() {
        return application.getBean(JdbcClient.class);
    }

    @Override
    public void close() {
        application.close();
    }
}
