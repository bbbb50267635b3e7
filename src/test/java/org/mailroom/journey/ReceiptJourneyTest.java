package org.mailroom.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.testing.MailBuilder.aMail;

import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.Unit;
import org.mailroom.demo.SampleForms;
import org.mailroom.demo.SampleNominee;
import org.mailroom.demo.SampleScan;
import org.mailroom.testing.Campaigns;
import org.mailroom.testing.Forms;
import org.mailroom.testing.MailBuilder;
import org.mailroom.testing.RunningDesk;

/** A province mails its forms over SMTP and reads its receipt over IMAP; each number of it is held against what was sent. */
class ReceiptJourneyTest {
    private static final Campaign CAMPAIGN = Campaigns.chinese();
    private static final SampleForms SAMPLES = Forms.samples();

    @TempDir
    static Path folder;

    private static RunningDesk desk;

    @BeforeAll
    static void start() {
        desk = RunningDesk.start(
                folder,
                CAMPAIGN.folder(),
                CAMPAIGN.folder().resolve("demo/contacts.yaml"),
                CAMPAIGN.office().mailbox(),
                "2021-08-27T16:05",
                ZoneId.of("Asia/Shanghai"));
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    /** The material of a unit, by file name. */
    private static Map<String, byte[]> material(Unit unit, List<SampleNominee> nominees) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("工作报告.docx", SAMPLES.docx(SAMPLES.report("first-review-report", unit, nominees)));
        files.put("初审评选推荐工作报告（盖章）.pdf", SampleScan.pdf("工作报告" + unit.code(), 2));
        for (SampleNominee nominee : nominees) {
            files.put(nominee.name() + ".docx", SAMPLES.docx(SAMPLES.nomineeForm("first-review-form", unit, nominee)));
            files.put("初审表-" + nominee.name() + ".pdf", SampleScan.pdf(nominee.name(), 1));
        }
        files.put("表5.docx", SAMPLES.docx(SAMPLES.summaryForm(unit, nominees)));
        files.put("汇总表盖章扫描件.pdf", SampleScan.pdf("汇总表" + unit.code(), 1));
        return files;
    }

    private static Unit unit(String code) {
        return CAMPAIGN.unit(code).orElseThrow();
    }

    private static void send(String from, String subject, Map<String, byte[]> files) {
        MailBuilder mail = aMail().from(from)
                .to(CAMPAIGN.office().mailbox())
                .subject(subject)
                .text("请查收。");
        files.forEach(mail::attach);
        desk.receives(mail.bytes());
        desk.worksUntilIdle();
    }

    private static MimeMessage lastTo(String address) {
        List<MimeMessage> inbox = desk.inboxOf(address);
        assertThat(inbox).as("answers to " + address).isNotEmpty();
        return inbox.get(inbox.size() - 1);
    }

    private static String text(MimeMessage mail) throws Exception {
        Multipart parts = (Multipart) mail.getContent();
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.isMimeType("text/plain")) {
                return (String) part.getContent();
            }
        }
        throw new AssertionError("no text part");
    }

    private static List<String> found(String pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static String sha8(byte[] content) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(content))
                .substring(0, 8);
    }

    @Test
    void each_number_of_a_complete_receipt_is_what_was_sent() throws Exception {
        Unit jiangsu = unit("320000");
        Map<String, byte[]> files = material(jiangsu, SAMPLES.nominees(jiangsu, 6, 6));
        send("zscq@jiangsu.example", "江苏省初审材料", files);

        MimeMessage receipt = lastTo("zscq@jiangsu.example");
        String text = text(receipt);
        assertThat(receipt.getSubject()).isEqualTo("【收件回执】全国知识产权系统评选表彰初审材料（江苏）ZSCQ-2021-S1-320000-01");
        assertThat(text)
                .contains("2021年8月27日16时05分收到")
                .contains("初审评选推荐工作报告：盖章扫描件1份、电子版1份")
                .contains("《推荐对象初审表》（附件1）：12份（先进集体6份、先进个人6份），盖章扫描件、电子版齐全")
                .contains("《推荐对象汇总表》（附件5）：盖章扫描件1份、电子版1份")
                .contains("先进集体6个、先进个人6名")
                .contains("尚待人工核对")
                .doesNotContain("暂未发现需补正的事项");
        assertThat(found("以上共([0-9]+)个文件", text)).containsExactly(Integer.toString(files.size()));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            String size = String.format(Locale.ROOT, "%.1fKB", file.getValue().length / 1024.0);
            assertThat(text.lines()
                            .filter(line -> line.contains("." + file.getKey() + "　"))
                            .findFirst())
                    .as("the line of " + file.getKey())
                    .hasValueSatisfying(
                            line -> assertThat(line).contains(size).endsWith(sha8Unchecked(file.getValue())));
        }
        assertThat(lastTo("rst@jiangsu.example").getSubject())
                .as("the unit's other registered contact has it too")
                .isEqualTo(receipt.getSubject());
    }

    private static String sha8Unchecked(byte[] content) {
        try {
            return sha8(content);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void what_is_missing_and_what_is_wrong_is_named_with_its_numbers_and_the_correction_fills_it() throws Exception {
        Unit ningxia = unit("640000");
        List<SampleNominee> nominees = SAMPLES.nominees(ningxia, 1, 2);
        String long342 = nominees.get(1).name();
        String noScan = nominees.get(2).name();
        List<SampleNominee> sent =
                List.of(nominees.get(0), nominees.get(1).with("deeds", SAMPLES.text(342)), nominees.get(2));
        Map<String, byte[]> files = material(ningxia, sent);
        files.remove("汇总表盖章扫描件.pdf");
        files.remove("初审表-" + noScan + ".pdf");
        send("zscq@nx.example", "宁夏回族自治区初审材料", files);

        MimeMessage notice = lastTo("zscq@nx.example");
        String text = text(notice);
        assertThat(notice.getSubject()).isEqualTo("【补正通知】全国知识产权系统评选表彰初审材料（宁夏）ZSCQ-2021-S1-640000-01");
        assertThat(found("缺少的材料（([0-9]+)项）", text)).containsExactly("2");
        assertThat(text)
                .contains(noScan + "《推荐对象初审表》（附件1）盖章扫描件（仅收到电子版）")
                .contains("《推荐对象汇总表》（附件5）盖章扫描件")
                .contains("《推荐对象初审表》（" + long342 + "）“简要事迹”栏：按Word“字数”口径统计为342字，超过300字，请压缩")
                .contains("（R-57）")
                .contains("请于2021年8月31日前");
        assertThat(found("需更正的内容（([0-9]+)项）", text)).containsExactly("1");

        Map<String, byte[]> correction = new LinkedHashMap<>();
        correction.put("更正.docx", SAMPLES.docx(SAMPLES.nomineeForm("first-review-form", ningxia, nominees.get(1))));
        correction.put("初审表-" + noScan + ".pdf", SampleScan.pdf(noScan, 1));
        correction.put("汇总表盖章扫描件.pdf", SampleScan.pdf("汇总表640000", 1));
        send("zscq@nx.example", "补正 ZSCQ-2021-S1-640000-01（以此件为准）", correction);

        MimeMessage receipt = lastTo("zscq@nx.example");
        assertThat(receipt.getSubject()).isEqualTo("【收件回执】全国知识产权系统评选表彰初审材料（宁夏）ZSCQ-2021-S1-640000-02");
        assertThat(text(receipt)).contains("材料种类齐全").contains("更正.docx");
        assertThat(desk.count("select count(*) from document d join nominee n on n.id = d.nominee_id"
                        + " where n.name = '" + long342 + "' and d.medium = 'ELECTRONIC'"))
                .as("both versions are kept")
                .isEqualTo(2);
    }

    @Test
    void seven_collectives_over_a_quota_of_six_name_the_seventh() throws Exception {
        Unit guangdong = unit("440000");
        List<SampleNominee> nominees = SAMPLES.nominees(guangdong, 7, 1);
        send("zscq@gd.example", "广东省初审材料", material(guangdong, nominees));
        assertThat(text(lastTo("zscq@gd.example")))
                .contains("推荐名额为6个，实际报送7个")
                .contains("超出名额：" + nominees.get(6).name())
                .contains("（R-21）");
    }

    @Test
    void three_mails_of_one_afternoon_get_one_receipt() throws Exception {
        Unit hebei = unit("130000");
        List<Map.Entry<String, byte[]>> files =
                List.copyOf(material(hebei, SAMPLES.nominees(hebei, 1, 1)).entrySet());
        long before = desk.inboxOf("zscq@hebei.example").size();
        for (List<Map.Entry<String, byte[]>> mail :
                List.of(files.subList(0, 3), files.subList(3, 6), files.subList(6, files.size()))) {
            MailBuilder built = aMail().from("zscq@hebei.example")
                    .to(CAMPAIGN.office().mailbox())
                    .subject("河北省初审材料");
            mail.forEach(file -> built.attach(file.getKey(), file.getValue()));
            desk.receives(built.bytes());
        }
        desk.worksUntilIdle();
        assertThat(desk.inboxOf("zscq@hebei.example")).hasSize((int) before + 1);
        assertThat(text(lastTo("zscq@hebei.example"))).contains("以上共" + files.size() + "个文件");
    }

    @Test
    void the_corps_is_not_the_region_it_lies_in() throws Exception {
        Unit corps = unit("660000");
        send("zscq@xjbt.example", "新疆兵团初审材料", material(corps, SAMPLES.nominees(corps, 1, 1)));
        assertThat(lastTo("zscq@xjbt.example").getSubject()).contains("（新疆兵团）ZSCQ-2021-S1-660000-01");
        assertThat(text(lastTo("zscq@xjbt.example"))).startsWith("新疆生产建设兵团评选机构：");
        assertThat(desk.count("select count(*) from dossier where unit = '650000'"))
                .isZero();
    }

    @Test
    void a_stranger_is_kept_not_filed_and_not_answered() {
        Unit anhui = unit("340000");
        send("someone@mail.example", "安徽省初审材料", material(anhui, SAMPLES.nominees(anhui, 1, 1)));
        assertThat(desk.inboxOf("someone@mail.example")).isEmpty();
        assertThat(desk.inboxOf("zscq@ah.example")).isEmpty();
        assertThat(desk.count("select count(*) from dossier where unit = '340000'"))
                .isZero();
        assertThat(desk.count("select count(*) from task where kind = 'unknown-sender'"))
                .isEqualTo(1);
    }

    @Test
    void no_answer_holds_an_identity_number() throws Exception {
        Unit hunan = unit("430000");
        SampleNominee wrong = SAMPLES.individual(hunan, 1).with("identityNumber", "110101197508150019");
        send("zscq@hunan.example", "湖南省初审材料", material(hunan, List.of(SAMPLES.collective(hunan, 1), wrong)));
        String text = text(lastTo("zscq@hunan.example"));
        assertThat(text).contains("身份证号码”栏：校验未通过").contains("（R-46）");
        assertThat(text).doesNotContainPattern("[0-9]{17}[0-9Xx]");
    }
}
