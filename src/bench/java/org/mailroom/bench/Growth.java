package org.mailroom.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.mailroom.bench.Desk.Batch;
import org.mailroom.bench.Mails.Kind;

/**
 * The same batch with 100, 1,000 and 10,000 mails in the journal. The journal is filled by the desk itself with mails of one
 * form each; before each measurement the desk begins anew and warms up with the same number of mails, so that only the
 * journal differs.
 */
final class Growth {
    private static final String USER = "growth";
    private static final int AT_ONCE = 500;
    private static final int WARM_UP = 100;

    private final Installation installation;
    private final MailServer server;
    private final Mails mails;
    private final Path data;
    private final Path work;
    private final Sizes sizes = Sizes.asked();
    private int journal;

    Growth(Installation installation, MailServer server, Mails mails, Path work) {
        this.installation = installation;
        this.server = server;
        this.mails = mails;
        this.work = work;
        this.data = work.resolve("growth");
    }

    void run(Report report) throws IOException, SQLException {
        server.open(USER);
        int[] journals = Boolean.getBoolean("bench.quick") ? new int[] {100, 300} : new int[] {100, 1_000, 10_000};
        report.line("");
        report.line("small mails, %d of them, by the number of mails in the journal", sizes.growthBatch());
        List<Batch> batches = new ArrayList<>();
        for (int size : journals) {
            fill(size - WARM_UP);
            Batch batch = measured();
            batches.add(batch);
            report.line(
                    "  %,6d in the journal: %.2f ms a mail, of them %.2f ms processor time of the desk (%.0f mails/s)",
                    size, batch.wallMillis(), batch.cpuMillis(), batch.perSecond());
        }
        try (Books books = new Books(data)) {
            books.allFiled(journal);
            report.line(
                    "  at the end: %,d mails, %,d documents, %,d events",
                    books.count("select count(*) from mail"),
                    books.count("select count(*) from document"),
                    books.count("select count(*) from event"));
        }
        Batch first = batches.get(0);
        Batch last = batches.get(batches.size() - 1);
        double growth = 100 * (last.wallMillis() / first.wallMillis() - 1);
        report.aim("  growth of the cost a mail, first to last", growth, " %", growth <= 20, "<= 20 %");
        report.measure("  growth of the processor time a mail", 100 * (last.cpuMillis() / first.cpuMillis() - 1), " %");
    }

    private void fill(int until) throws IOException {
        if (journal >= until) {
            return;
        }
        installation.settings(data, server, USER, "2s", "5s");
        try (Desk desk = Desk.start(installation, work.resolve("fill-" + until + ".log"))) {
            while (journal < until) {
                int count = Math.min(AT_ONCE, until - journal);
                desk.batch(server, USER, mails.write(Kind.LIGHT, count));
                journal += count;
            }
            desk.settle(java.time.Duration.ofSeconds(8));
        }
    }

    private Batch measured() throws IOException {
        // long enough that no answer is composed meanwhile, short enough that the next filling is not held up
        installation.settings(data, server, USER, "20s", "20s");
        try (Desk desk = Desk.start(installation, work.resolve("measure-" + journal + ".log"))) {
            desk.batch(server, USER, mails.write(Kind.SMALL, WARM_UP));
            Batch batch = desk.batch(server, USER, mails.write(Kind.SMALL, sizes.growthBatch()));
            journal += WARM_UP + sizes.growthBatch();
            return batch;
        }
    }
}
