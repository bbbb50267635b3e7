package org.mailroom.bench;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mailroom.bench.Desk.Batch;
import org.mailroom.bench.Mails.Kind;

/** One desk: batches of small and typical mails against the floor, then an even pace for the delays, then 20 MB mails. */
final class Speed {
    private static final String USER = "desk";
    private static final Duration QUIET = Duration.ofSeconds(2);

    private final Installation installation;
    private final MailServer server;
    private final Mails mails;
    private final Path work;
    private final Sizes sizes = Sizes.asked();
    private int floors;
    private int handedOver;

    Speed(Installation installation, MailServer server, Mails mails, Path work) {
        this.installation = installation;
        this.server = server;
        this.mails = mails;
        this.work = work;
    }

    void run(Report report) throws IOException, MessagingException, SQLException {
        server.open(USER);
        Path data = work.resolve("speed");
        installation.settings(data, server, USER, QUIET.toSeconds() + "s", "10m");
        Delays small;
        Delays typical;
        DeskLog log;
        try (Desk desk = Desk.start(installation, work.resolve("speed.log"))) {
            log = desk.log();
            warmUp(desk);
            throughput(report, desk, Kind.SMALL, sizes.small(), 0.25);
            throughput(report, desk, Kind.TYPICAL, sizes.typical(), 0.35);
            small = paced(desk, Kind.SMALL, sizes.pacedSmall(), Duration.ofMillis(100));
            typical = paced(desk, Kind.TYPICAL, sizes.pacedTypical(), Duration.ofMillis(200));
            report.line("");
            report.measure("peak RSS (VmHWM) so far, -Xmx256m", desk.peakMegabytes(), " MB");
            Batch large = desk.batch(server, USER, written(Kind.LARGE, sizes.large()));
            report.measure("20 MB mails", large.perSecond(), " mails/s");
            long peak = desk.peakMegabytes();
            report.aim("peak RSS (VmHWM) after 20 MB mails, -Xmx256m", peak, " MB", peak <= 350, "<= 350 MB");
            desk.settle(QUIET.multipliedBy(3));
        }
        try (Books books = new Books(data)) {
            books.allFiled(handedOver);
            small.report(report, books, log, 150);
            typical.report(report, books, log, 300);
        }
    }

    /** Compiles what is hot, in both programs: a desk runs for weeks. */
    private void warmUp(Desk desk) throws IOException, MessagingException {
        List<Path> some = written(Kind.SMALL, sizes.warmUp());
        floor(some);
        desk.batch(server, USER, some);
        desk.batch(server, USER, written(Kind.TYPICAL, sizes.warmUp() / 10));
        desk.settle(QUIET.multipliedBy(2));
    }

    private void throughput(Report report, Desk desk, Kind kind, int count, double aim)
            throws IOException, MessagingException {
        List<Path> batch = written(kind, count);
        double before = floor(batch);
        Batch done = desk.batch(server, USER, batch);
        double after = floor(batch);
        double floor = (before + after) / 2;
        long size = Files.size(batch.get(0)) / 1024;
        report.line("");
        report.line("%s mails (%d KB), %d of them", kind.name().toLowerCase(java.util.Locale.ROOT), size, count);
        report.line("  floor before and after %.0f and %.0f mails/s", before, after);
        report.measure("  desk, first mail seen to all committed", done.keptPerSecond(), " mails/s");
        report.measure("  desk, first mail seen to all committed, read and filed", done.perSecond(), " mails/s");
        report.measure("  desk, processor time a mail", done.cpuMillis(), " ms");
        report.measure("  readers, processor time a mail", done.readersMillis(), " ms");
        report.measure("  ratio to the floor, committed", done.keptPerSecond() / floor, "");
        double ratio = done.perSecond() / floor;
        report.aim("  ratio to the floor, read and filed", ratio, "", ratio >= aim, ">= " + aim);
        desk.settle(QUIET.multipliedBy(2));
    }

    private double floor(List<Path> batch) throws IOException, MessagingException {
        String user = "floor" + ++floors;
        server.open(user);
        server.deliver(user, batch);
        return Floor.run(server, user, work.resolve(user));
    }

    private List<Path> written(Kind kind, int count) throws IOException {
        handedOver += count;
        return mails.write(kind, count);
    }

    /** The mails of one run at an even pace. */
    private record Delays(Kind kind, Duration pace, List<String> keys) {
        void report(Report report, Books books, DeskLog log, int aim) throws SQLException {
            List<Duration> kept = new ArrayList<>();
            Map<String, ?> committed = log.kept;
            for (String key : keys) {
                if (!committed.containsKey(key)) {
                    throw new IllegalStateException(key + " was not kept");
                }
                kept.add(Duration.between(log.seen.get(key), log.kept.get(key)));
            }
            List<Duration> receipts = books.untilReceipt(log, keys);
            double p95 = Report.percentile(kept, 95);
            report.line("");
            report.line(
                    "%s mails, one every %d ms, %d of them",
                    kind.name().toLowerCase(java.util.Locale.ROOT), pace.toMillis(), keys.size());
            report.measure("  seen to committed, p50", Report.percentile(kept, 50), " ms");
            report.aim("  seen to committed, p95", p95, " ms", p95 < aim, "< " + aim + " ms");
            report.measure(
                    "  seen to receipt queued, quiet period left out, p50", Report.percentile(receipts, 50), " ms");
            report.measure(
                    "  seen to receipt queued, quiet period left out, p95", Report.percentile(receipts, 95), " ms");
            report.line("  receipts measured: %d", receipts.size());
        }
    }

    private Delays paced(Desk desk, Kind kind, int count, Duration pace) throws IOException {
        List<String> keys = desk.paced(server, USER, written(kind, count), pace);
        desk.settle(QUIET.multipliedBy(2));
        return new Delays(kind, pace, keys);
    }
}
