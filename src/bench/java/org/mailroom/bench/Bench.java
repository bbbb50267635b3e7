package org.mailroom.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Measures the desk against the least that anybody must do with the same mails: {@code ./mvnw -Pbench verify}, explained in
 * docs/performance.md. Argument: the packed jar. Writes target/bench/report.txt.
 *
 * <p>{@code -Dbench.parts=desk,growth,rooms} chooses parts, {@code -Dbench.quick=true} tries them with a few mails,
 * {@code -Dbench.server=memory} uses the IMAP server of the test tree even where Dovecot is installed, and
 * {@code -Dbench.java=...} gives the desk further Java options.
 */
public final class Bench {
    private static final Path WORK = Path.of("target/bench").toAbsolutePath();

    private Bench() {}

    public static void main(String[] args) throws Exception {
        List<String> parts =
                List.of(System.getProperty("bench.parts", "desk,growth,rooms").split(","));
        long start = System.nanoTime();
        delete(WORK);
        Files.createDirectories(WORK);
        // the server's folder: short, and open to its accounts
        Path post = Files.createTempDirectory("bench");
        Files.setPosixFilePermissions(post, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (Report report = new Report(WORK.resolve("report.txt"));
                MailServer server = server(post)) {
            report.line(
                    "Mailroom benchmark: %d cores, JDK %s (%s), %s; mails from %s",
                    Runtime.getRuntime().availableProcessors(),
                    System.getProperty("java.version"),
                    System.getProperty("java.vm.name"),
                    System.getProperty("os.name"),
                    server.name());
            Mails mails = new Mails(post.resolve("out"));
            if (parts.contains("desk") || parts.contains("growth")) {
                Installation installation = Installation.of(Path.of(args[0]), WORK.resolve("home"));
                new FirstStart(installation, server, WORK).run(report);
                if (parts.contains("desk")) {
                    new Speed(installation, server, mails, WORK).run(report);
                }
                if (parts.contains("growth")) {
                    new Growth(installation, server, mails, WORK).run(report);
                }
            }
            if (parts.contains("rooms")) {
                RoomsRun.run(report);
            }
            report.line("took %d s", (System.nanoTime() - start) / 1_000_000_000);
        } finally {
            delete(post);
        }
    }

    private static MailServer server(Path folder) throws IOException {
        Optional<MailServer> dovecot =
                System.getProperty("bench.server", "").equals("memory") ? Optional.empty() : Dovecot.start(folder);
        return dovecot.isPresent() ? dovecot.get() : new MemoryImap(InetAddress.getLoopbackAddress());
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** The desk's first start leaves the archive of classes that later ones use; both are timed by the desk itself. */
    private record FirstStart(Installation installation, MailServer server, Path work) {
        void run(Report report) throws IOException {
            server.open("nobody");
            installation.settings(work.resolve("first"), server, "nobody", "10m", "30m");
            String first;
            String second;
            try (Desk desk = Desk.start(installation, work.resolve("first.log"))) {
                first = desk.log().started;
            }
            try (Desk desk = Desk.start(installation, work.resolve("second.log"))) {
                second = desk.log().started;
                Pause.millis(Duration.ofSeconds(1).toMillis());
            }
            report.line("first start: %s", first);
            report.line("later start: %s", second);
        }
    }
}
