package org.mailroom.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Starts the real program once for a test class, on a mail server, a database and a folder of its own, and ends it after.
 *
 * <pre>
 * {@literal @}RegisterExtension
 * static final MailroomExtension MAILROOM = MailroomExtension.cnipa("2021-08-27T09:00");
 *
 * MAILROOM.desk().receives(aMail().from("zscq@jiangsu.example").attach(...));
 * MAILROOM.desk().worksUntilIdle();
 * </pre>
 */
public final class MailroomExtension implements BeforeAllCallback, AfterAllCallback {
    public static final Path CNIPA = Path.of("campaigns/cnipa-2021");
    public static final Path MAPLE = Path.of("src/test/campaigns/maple-2026");
    public static final String CNIPA_MAILBOX = "rssrsc@cnipa.gov.cn";
    public static final String MAPLE_MAILBOX = "grants@maple.example";

    private final Function<Path, RunningDesk> opening;
    private Path folder;
    private RunningDesk desk;

    private MailroomExtension(Function<Path, RunningDesk> opening) {
        this.opening = opening;
    }

    /** @param start the campaign's local time at the start */
    public static MailroomExtension cnipa(String start, String... more) {
        return new MailroomExtension(folder -> notYetCnipa(folder, start, more));
    }

    public static MailroomExtension maple(String start, String... more) {
        return new MailroomExtension(folder -> RunningDesk.notYet(
                folder,
                MAPLE,
                MAPLE.resolve("demo/contacts.yaml"),
                MAPLE_MAILBOX,
                start,
                ZoneId.of("America/Toronto"),
                more));
    }

    /** The Chinese campaign with the contacts of its demonstration; for tests that begin and stop the desk themselves. */
    public static RunningDesk notYetCnipa(Path folder, String start, String... more) {
        return RunningDesk.notYet(
                folder,
                CNIPA,
                CNIPA.resolve("demo/contacts.yaml"),
                CNIPA_MAILBOX,
                start,
                ZoneId.of("Asia/Shanghai"),
                more);
    }

    public RunningDesk desk() {
        return desk;
    }

    /** Where this desk keeps its data. */
    public Path data() {
        return folder.resolve("data");
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        folder = Files.createTempDirectory("mailroom");
        desk = opening.apply(folder);
        desk.begin();
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        desk.close();
        List<Path> left;
        try (Stream<Path> files = Files.walk(folder)) {
            left = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : left) {
            Files.delete(file);
        }
    }
}
