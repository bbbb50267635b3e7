package org.mailroom.journey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mailroom.testing.MailBuilder.aMail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.Unit;
import org.mailroom.testing.Campaigns;
import org.mailroom.testing.ChildJvm;
import org.mailroom.testing.Forms;
import org.mailroom.testing.MailBuilder;
import org.mailroom.testing.MailroomExtension;
import org.mailroom.testing.Material;
import org.mailroom.testing.RunningDesk;
import org.mailroom.testing.ScriptedSmtpServer;
import org.mailroom.testing.ScriptedSmtpServer.At;
import org.mailroom.testing.Stopping;
import org.mailroom.testing.TestDatabase;

/**
 * P1 and P4 on the whole program: it is killed (kill -9) at each arrow, its mail servers live on, another mail comes in
 * meanwhile, and it is started again. No mail is lost, none is filed twice, and each recipient has one copy of its receipt
 * unless the row is UNCERTAIN, and then one at most.
 */
class KilledMailroomTest {
    private static final String NOW = "2021-08-27T09:00";
    private static final Campaign CAMPAIGN = Campaigns.chinese();
    private static final String NINGXIA = "zscq@nx.example";
    private static final String HUNAN = "rst@hunan.example";

    @TempDir
    Path folder;

    private final ScriptedSmtpServer outgoing = new ScriptedSmtpServer();
    private RunningDesk desk;

    @BeforeEach
    void prepare() throws IOException {
        Path contacts = Files.writeString(folder.resolve("contacts.yaml"), """
                        contacts:
                          - {unit: "640000", address: zscq@nx.example, name: 宁夏}
                          - {unit: "430000", address: rst@hunan.example, name: 湖南}
                        """, UTF_8);
        desk = MailroomExtension.notYetCnipa(
                folder,
                NOW,
                "--mailroom.campaign=" + CAMPAIGN.folder().toAbsolutePath(),
                "--mailroom.contacts=" + contacts,
                "--mailroom.smtp.port=" + outgoing.port());
        // always on H2, whose file a killed process leaves at once: on a server its work waits until its leases have
        // run out,
        // forty seconds each time
        TestDatabase.H2.settings(folder).forEach(desk::set);
        desk.receives(submission("640000", NINGXIA));
    }

    @AfterEach
    void close() {
        desk.close();
        outgoing.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    mail seen → raw file written           | step
                    raw file written → renamed             | file synced
                    renamed → journal and job committed    | before insert into mail (
                    journal and job committed → told, read | after insert into mail (
                    read → filed                           | before update mail set state = 'FILED'
                    filed → its job ended                  | after update mail set state = 'FILED'
                    window due → receipt QUEUED            | before insert into outbox
                    QUEUED → SENDING                       | before update outbox set state = 'SENDING'
                    """)
    void killed_before_a_receipt_was_handed_over_the_mail_is_filed_once_and_answered_once(String arrow, String stop)
            throws Exception {
        killedAt(stop);
        assertThat(outgoing.mails()).isEmpty();

        goesOn();

        assertThat(receiptTo(NINGXIA)).containsEntry("state", "SENT");
        assertThat(copiesTo(NINGXIA)).hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    SENDING → DATA         | after update outbox set state = 'SENDING' | 0 | UNCERTAIN
                    SMTP accepted → SENT   | before update outbox set state = 'SENT'   | 1 | UNCERTAIN
                    SENT → its job ended   | after update outbox set state = 'SENT'    | 1 | SENT
                    """)
    void killed_while_a_receipt_is_handed_over_it_is_never_sent_twice(
            String arrow, String stop, int copies, String state) throws Exception {
        killedAt(stop);
        assertThat(copiesTo(NINGXIA)).hasSize(copies);

        goesOn();

        assertThat(receiptTo(NINGXIA)).containsEntry("state", state);
        assertThat(copiesTo(NINGXIA)).hasSize(copies);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource("DATA → SMTP accepted")
    void killed_while_the_server_has_the_mail_and_has_not_answered_it_is_never_sent_twice(String arrow)
            throws Exception {
        outgoing.hangs(At.END_OF_DATA);
        try (ChildJvm killed = child("nowhere")) {
            await().atMost(60, SECONDS).until(() -> outgoing.mails().size() == 1);
            killed.kill();
        }

        goesOn();

        assertThat(receiptTo(NINGXIA)).containsEntry("state", "UNCERTAIN");
        assertThat(copiesTo(NINGXIA)).hasSize(1);
    }

    private void killedAt(String stop) throws Exception {
        try (ChildJvm killed = child(stop)) {
            killed.says(Stopping.STOPPED);
            killed.kill();
        }
    }

    private ChildJvm child(String stop) throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of(stop, NOW, folder.resolve("data").toString()));
        arguments.addAll(desk.arguments());
        return new ChildJvm(StoppingMailroom.class, installed(), List.of("-Xmx256m"), arguments.toArray(String[]::new));
    }

    /** A folder the program can be started in: its routes, its templates, and a settings file, so that it is no demonstration. */
    private Path installed() throws IOException {
        for (String part : List.of("routes", "mail-templates")) {
            try (Stream<Path> files = Files.walk(Path.of(part))) {
                for (Path file : files.toList()) {
                    Files.copy(file, folder.resolve(file));
                }
            }
        }
        Path receive = folder.resolve("routes/receive.yaml");
        String keep = "- bean: {ref: custody, method: keep}";
        String route = Files.readString(receive);
        assertThat(route).contains(keep);
        Files.writeString(receive, route.replace(keep, "- bean: {ref: stopping, method: step}\n        " + keep));
        return Files.createFile(folder.resolve("mailroom.yaml")).getParent();
    }

    /** While nobody is there another unit writes; then the desk begins again, and everything must be as if nothing had been. */
    private void goesOn() throws Exception {
        desk.receives(submission("430000", HUNAN));
        desk.begin();
        desk.worksUntilIdle();

        assertThat(desk.rows("select unit, state, marked, duplicate_of from mail order by unit"))
                .as("every mail is kept, filed and marked, none counts twice")
                .containsExactly(row("430000"), row("640000"));
        for (String raw :
                desk.db().sql("select raw_sha256 from mail").query(String.class).list()) {
            assertThat(sha256(folder.resolve("data/raw")
                            .resolve(raw.substring(0, 2))
                            .resolve(raw.substring(2, 4))
                            .resolve(raw)))
                    .isEqualTo(raw);
        }
        assertThat(storedFiles()).isEqualTo(2);
        assertThat(desk.rows("select o.unit, count(*) n, max(d.version) v from document d"
                        + " join dossier o on o.id = d.dossier_id group by o.unit order by o.unit"))
                .as("summary form and its scan, once each")
                .extracting(row -> row.get("unit") + " " + row.get("n") + " " + row.get("v"))
                .containsExactly("430000 2 1", "640000 2 1");
        for (String kind : List.of("MAIL_KEPT", "MAIL_FILED", "ANSWER_COMPOSED")) {
            assertThat(desk.count("select count(*) from event where kind = '" + kind + "'"))
                    .as(kind)
                    .isEqualTo(2);
        }
        assertThat(receiptTo(HUNAN)).containsEntry("state", "SENT");
        assertThat(copiesTo(HUNAN)).hasSize(1);
        assertThat(desk.count("select count(*) from task where kind = 'uncertain-mail' and closed_at is null"))
                .as("each uncertain mail is shown to a person, and nothing else is")
                .isEqualTo(desk.count("select count(*) from outbox where state = 'UNCERTAIN'"))
                .isEqualTo(desk.count("select count(*) from task where closed_at is null "
                        + "and kind <> 'digest-without-recipients'"));
    }

    private static Map<String, Object> row(String unit) {
        Map<String, Object> row = new HashMap<>();
        row.put("UNIT", unit);
        row.put("STATE", "FILED");
        row.put("MARKED", true);
        row.put("DUPLICATE_OF", null);
        return row;
    }

    /** The one row of the outbox for that address. */
    private Map<String, Object> receiptTo(String address) {
        return desk.db()
                .sql("select state, message_id from outbox where recipient = :address")
                .param("address", address)
                .query()
                .singleRow();
    }

    /** The Message-IDs of what lies with the outgoing server for that address. */
    private List<String> copiesTo(String address) {
        return outgoing.mails().stream()
                .map(mail -> new String(mail, ISO_8859_1))
                .filter(mail -> mail.contains("\r\nTo: " + address) || mail.contains("\r\nTo: <" + address))
                .map(mail -> mail.replaceFirst("(?s).*\r\nMessage-ID:\\s*(\\S+).*", "$1"))
                .toList();
    }

    private long storedFiles() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("data/raw"))) {
            return files.filter(file ->
                            Files.isRegularFile(file) && !file.toString().endsWith(".part"))
                    .count();
        }
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    private static MailBuilder submission(String code, String from) {
        Unit unit = CAMPAIGN.unit(code).orElseThrow();
        return Material.pair(
                aMail().from(from).subject(unit.name() + "初审材料").text("请查收。"),
                "附件5推荐对象汇总表",
                Forms.summary(unit).collectives(1).docx());
    }
}
