package org.mailroom.journey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mailroom.testing.MailBuilder.aMail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.Unit;
import org.mailroom.custody.Custody;
import org.mailroom.demo.SampleScan;
import org.mailroom.testing.Archives;
import org.mailroom.testing.Campaigns;
import org.mailroom.testing.Forms;
import org.mailroom.testing.MailBuilder;
import org.mailroom.testing.MailroomExtension;
import org.mailroom.testing.Material;
import org.mailroom.testing.RunningDesk;

/** P3: one bad mail, or a mail of bad files, stops nothing. */
class PoisonJourneyTest {
    private static final Campaign CAMPAIGN = Campaigns.chinese();
    private static final Unit NINGXIA = CAMPAIGN.unit("640000").orElseThrow();
    private static final int BEYOND_MEMORY = 3 * 1024 * 1024;

    @TempDir
    Path folder;

    private RunningDesk desk;

    /** The program's own routes, with less patience between the tries of a reading. */
    @BeforeEach
    void prepare() throws IOException {
        Path routes = Files.createDirectory(folder.resolve("routes"));
        try (Stream<Path> files = Files.list(Path.of("routes"))) {
            for (Path file : files.toList()) {
                String route = Files.readString(file).replace("tries=3&backoff=5000", "tries=3&backoff=100");
                Files.writeString(routes.resolve(file.getFileName()), route);
            }
        }
        assertThat(routes.resolve("read.yaml")).content().contains("backoff=100&");
        desk = MailroomExtension.notYetCnipa(
                folder, "2021-08-27T09:00", "--camel.main.routes-include-pattern=file:" + routes + "/*.yaml");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void mail_whose_reading_fails_is_quarantined_the_next_is_answered_and_a_rerun_files_it_when_the_fault_is_gone()
            throws IOException {
        desk.set("--mailroom.reader.processes=1");
        desk.begin();
        desk.receives(submission("630000", "zscq@qh.example"));
        desk.worksUntilIdle();
        // what is too large for memory is held in this folder while it is read: now it cannot be
        Path fault = folder.resolve("data/reading");
        try (Stream<Path> files = Files.walk(fault)) {
            files.sorted(Comparator.reverseOrder())
                    .map(Path::toFile)
                    .forEach(file -> assertThat(file.delete()).isTrue());
        }
        Files.writeString(fault, "no folder", UTF_8);

        desk.receives(aMail().from("zscq@nx.example")
                .subject("宁夏初审材料")
                .attach("附件5推荐对象汇总表.docx", summary(NINGXIA))
                .attach("附件5推荐对象汇总表（盖章扫描件）.pdf", large(SampleScan.pdf("汇总表", 1))));
        desk.receives(submission("430000", "rst@hunan.example"));
        await().atMost(30, SECONDS).until(() -> state("640000").equals("QUARANTINED"));
        desk.receives(submission("220000", "zscq@jl.example"));
        desk.worksUntilIdle();

        assertThat(desk.onlyAnswerTo("rst@hunan.example").text()).contains("推荐对象汇总表");
        assertThat(desk.onlyAnswerTo("zscq@jl.example").text()).contains("推荐对象汇总表");
        assertThat(desk.answersTo("zscq@nx.example")).isEmpty();
        assertThat(documents("640000")).as("nothing of it is filed by halves").isZero();
        assertThat(openTasks()).isEqualTo(1);

        long mail = desk.count("select id from mail where state = 'QUARANTINED'");
        assertThat(rerun(mail)).isTrue();
        await().atMost(30, SECONDS).until(() -> events("MAIL_QUARANTINED") == 2);
        assertThat(openTasks())
                .as("the fault is still there, and a person is told anew")
                .isEqualTo(1);

        Files.delete(fault);
        assertThat(rerun(mail)).isTrue();
        desk.worksUntilIdle();

        assertThat(desk.rows("select state, reason from mail where id = " + mail))
                .extracting(row -> row.get("STATE") + " " + row.get("REASON"))
                .containsExactly("FILED null");
        assertThat(documents("640000")).isEqualTo(2);
        assertThat(desk.onlyAnswerTo("zscq@nx.example").text())
                .contains("《推荐对象汇总表》（附件5）：盖章扫描件1份、电子版1份")
                .contains("2021年8月27日9时00分收到");
        assertThat(openTasks()).isZero();
        assertThat(events("MAIL_RERUN")).isEqualTo(2);
        assertThat(rerun(mail)).as("a mail that is filed has no rerun").isFalse();
    }

    @Test
    void each_bad_file_of_a_mail_is_R_17_with_its_name_why_and_what_to_do_and_the_good_form_is_filed() {
        desk.begin();
        byte[] whole = Forms.firstReview(NINGXIA).collectives(1).docx();
        Map<String, byte[]> bad = new LinkedHashMap<>();
        bad.put("加密表.docx", Archives.lockedWord(whole));
        bad.put("加密包.zip", Archives.locked(Archives.zip(Charset.forName("GBK"), Map.of("表.docx", whole))));
        bad.put("空表.docx", new byte[0]);
        bad.put("文字.docx", "推荐对象初审表，详见附件。".getBytes(UTF_8));
        bad.put("半截.docx", Arrays.copyOf(whole, whole.length / 2));
        MailBuilder mail = aMail().from("zscq@nx.example").subject("宁夏初审材料");
        bad.forEach(mail::attach);
        desk.receives(Material.pair(mail, "附件5推荐对象汇总表", summary(NINGXIA)));
        desk.worksUntilIdle();

        String told = desk.onlyAnswerTo("zscq@nx.example").words();
        Map<String, String> why = Map.of(
                "加密表.docx", "文件已加密",
                "加密包.zip", "文件已加密",
                "空表.docx", "文件内容为空",
                "文字.docx", "文件内容与扩展名不符",
                "半截.docx", "文件(不完整|已损坏或格式无法识别)");
        why.forEach((name, reason) ->
                assertThat(told).containsPattern("附件“" + name + "”无法打开（" + reason + "），请以未加密的常用格式重新发送"));
        assertThat(desk.count("select count(*) from finding where rule = 'R-17'"))
                .isEqualTo(bad.size());
        assertThat(documents("640000")).as("the good form and its scan").isEqualTo(2);
        assertThat(told).contains("附件5推荐对象汇总表.docx　《推荐对象汇总表》电子版").contains("附件5推荐对象汇总表（盖章扫描件）.pdf　《推荐对象汇总表》盖章扫描件");

        desk.receives(submission("430000", "rst@hunan.example"));
        desk.worksUntilIdle();
        assertThat(desk.onlyAnswerTo("rst@hunan.example").text()).contains("推荐对象汇总表");
    }

    private boolean rerun(long mail) {
        return desk.bean(Custody.class).rerun(mail, "clerk");
    }

    private long openTasks() {
        return desk.count("select count(*) from task where kind = 'quarantined-mail' and closed_at is null");
    }

    private long events(String kind) {
        return desk.count("select count(*) from event where kind = '" + kind + "'");
    }

    private long documents(String unit) {
        return desk.count(
                "select count(*) from document d join dossier o on o.id = d.dossier_id where o.unit = '" + unit + "'");
    }

    /** Of the only mail that names this unit's mailbox or is not opened yet. */
    private String state(String unit) {
        List<String> states = desk.db()
                .sql("select state from mail where unit is null or unit = :unit order by id")
                .param("unit", unit)
                .query(String.class)
                .list();
        return states.isEmpty() ? "" : states.get(0);
    }

    /** The same picture with a long comment before its end. */
    private static byte[] large(byte[] pdf) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(pdf);
        out.writeBytes(("\n%" + "x".repeat(BEYOND_MEMORY) + "\n%%EOF\n").getBytes(ISO_8859_1));
        return out.toByteArray();
    }

    private static MailBuilder submission(String code, String from) {
        Unit unit = CAMPAIGN.unit(code).orElseThrow();
        return Material.pair(aMail().from(from).subject(unit.name() + "初审材料"), "附件5推荐对象汇总表", summary(unit));
    }

    private static byte[] summary(Unit unit) {
        return Forms.summary(unit).collectives(1).docx();
    }
}
