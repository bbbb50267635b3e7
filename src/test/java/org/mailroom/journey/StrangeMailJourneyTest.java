package org.mailroom.journey;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.testing.MailBuilder.aMail;

import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.Unit;
import org.mailroom.custody.By;
import org.mailroom.custody.Decided;
import org.mailroom.custody.TaskDecisions;
import org.mailroom.demo.SampleScan;
import org.mailroom.testing.Archives;
import org.mailroom.testing.Campaigns;
import org.mailroom.testing.Forms;
import org.mailroom.testing.MailBuilder;
import org.mailroom.testing.MailBuilder.Names;
import org.mailroom.testing.MailroomExtension;
import org.mailroom.testing.ReadAnswer;
import org.mailroom.testing.RunningDesk;

/**
 * Acceptance check 11: what real submissions look like (specification 5). The rest of each mail is filed, and the next mail is
 * answered. Each test has a unit of its own.
 */
class StrangeMailJourneyTest {
    @RegisterExtension
    static final MailroomExtension MAILROOM = MailroomExtension.cnipa("2021-08-27T09:00");

    private static final Campaign CAMPAIGN = Campaigns.chinese();
    private static final Charset GBK = Charset.forName("GBK");
    private static int followers;

    private final RunningDesk desk = MAILROOM.desk();

    @Test
    void case_4_zip_with_GBK_names_is_opened_and_each_form_in_it_is_filed_under_its_Chinese_name() {
        Unit unit = unit("640000");
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("宁夏材料/附件1推荐对象初审表.docx", Forms.firstReview(unit).collectives(1).docx());
        files.put("宁夏材料/附件5推荐对象汇总表.docx", Forms.summary(unit).collectives(1).docx());
        files.put("宁夏材料/附件5推荐对象汇总表（盖章）.pdf", SampleScan.pdf("汇总表", 1));
        receives(aMail().from("zscq@nx.example").subject("宁夏材料").attach("材料.zip", Archives.zip(GBK, files)));

        assertThat(parts("640000"))
                .contains(
                        "材料.zip/宁夏材料/附件1推荐对象初审表.docx RECOGNISED",
                        "材料.zip/宁夏材料/附件5推荐对象汇总表.docx RECOGNISED",
                        "材料.zip/宁夏材料/附件5推荐对象汇总表（盖章）.pdf SCAN");
        assertThat(slots("640000")).isEqualTo(3);
    }

    @Test
    void case_3_name_cut_inside_a_character_is_put_together_again() {
        Unit unit = unit("430000");
        receives(aMail().from("rst@hunan.example")
                .names(Names.RFC2047_CUT)
                .subject("湖南省初审材料报送")
                .attach(
                        "附件5推荐对象汇总表（湖南省最终版）.docx",
                        Forms.summary(unit).collectives(1).docx())
                .attach("附件5推荐对象汇总表（湖南省盖章版）.pdf", SampleScan.pdf("汇总表", 1)));

        assertThat(parts("430000"))
                .containsExactly("附件5推荐对象汇总表（湖南省最终版）.docx RECOGNISED", "附件5推荐对象汇总表（湖南省盖章版）.pdf SCAN");
        assertThat(slots("430000")).isEqualTo(2);
    }

    @Test
    void case_3_name_in_raw_GBK_octets_is_read() {
        Unit unit = unit("220000");
        receives(aMail().from("zscq@jl.example")
                .names(Names.RAW_GBK)
                .subject("吉林省初审材料")
                .attach(
                        "附件5推荐对象汇总表（吉林）.docx",
                        Forms.summary(unit).collectives(1).docx())
                .attach("附件5推荐对象汇总表（吉林盖章）.pdf", SampleScan.pdf("汇总表", 1)));

        assertThat(parts("220000")).containsExactly("附件5推荐对象汇总表（吉林）.docx RECOGNISED", "附件5推荐对象汇总表（吉林盖章）.pdf SCAN");
        assertThat(slots("220000")).isEqualTo(2);
    }

    @Test
    void ten_forms_in_one_file_are_ten_documents() {
        Unit unit = unit("420000");
        receives(aMail().from("zscq@hubei.example")
                .subject("湖北省初审表合订")
                .attach(
                        "合订.docx",
                        Forms.firstReview(unit).collectives(5).individuals(5).docx()));

        assertThat(parts("420000")).containsExactly("合订.docx RECOGNISED");
        assertThat(slots("420000")).isEqualTo(10);
        assertThat(desk.count("select count(*) from nominee where unit = '420000'"))
                .isEqualTo(10);
    }

    @Test
    void case_5_zip_with_a_password_is_R_17_with_its_name_and_the_rest_is_filed() {
        refused(
                "350000",
                "zscq@fujian.example",
                "初审材料.zip",
                Archives.locked(Archives.zip(
                        GBK, Map.of("a.docx", Forms.summary(unit("350000")).docx()))),
                "ENCRYPTED",
                "附件“初审材料.zip”无法打开");
    }

    @Test
    void Word_file_with_a_password_is_R_17_with_its_name_and_the_rest_is_filed() {
        refused(
                "360000",
                "zscq@jiangxi.example",
                "初审表（加密）.docx",
                Archives.lockedWord(
                        Forms.firstReview(unit("360000")).collectives(1).docx()),
                "ENCRYPTED",
                "附件“初审表（加密）.docx”无法打开");
    }

    @Test
    void empty_attachment_is_R_17_with_its_name_and_the_rest_is_filed() {
        refused("410000", "zscq@henan.example", "初审表.docx", new byte[0], "EMPTY", "附件“初审表.docx”无法打开");
    }

    @Test
    void program_that_calls_itself_a_Word_file_is_R_18_with_its_name_and_the_rest_is_filed() {
        byte[] program = new byte[4096];
        program[0] = 'M';
        program[1] = 'Z';
        program[0x3c] = 0x40;
        program[0x40] = 'P';
        program[0x41] = 'E';
        refused("500000", "zscq@cq.example", "初审表.docx", program, "FORBIDDEN", "附件“初审表.docx”因安全原因未能接收");
    }

    @Test
    void damaged_Word_file_is_R_17_with_its_name_and_the_rest_is_filed() {
        byte[] whole = Forms.firstReview(unit("510000")).collectives(1).docx();
        byte[] half = java.util.Arrays.copyOf(whole, whole.length / 2);
        refused("510000", "zscq@sc.example", "初审表.docx", half, null, "附件“初审表.docx”无法打开");
    }

    @Test
    void case_6_mail_with_nothing_but_a_cloud_link_is_told_that_nothing_was_received() {
        receives(aMail().from("zscq@guizhou.example")
                .subject("贵州省初审材料")
                .text("材料较大，请从超大附件下载：https://mail.qq.com/cgi-bin/ftnExs_download?k=abc 初审材料.zip 1.2G，到期时间：2021年9月20日"));

        ReadAnswer answer = desk.onlyAnswerTo("zscq@guizhou.example");
        assertThat(answer.text()).contains("mail.qq.com", "未收到");
        assertThat(desk.count(
                        "select count(*) from cloud_link l join mail m on m.id = l.mail_id where m.unit = '520000'"))
                .isEqualTo(1);
        assertThat(slots("520000")).isZero();
    }

    @Test
    void R_19_mail_with_a_mark_of_secrecy_is_kept_and_nothing_of_it_is_filed_or_answered() {
        receives(aMail().from("zscq@fujian.example")
                .subject("机密★1年 福建初审材料")
                .text("不得外传的内容")
                .attach("汇总表.docx", Forms.summary(unit("350000")).collectives(1).docx()));

        assertThat(desk.count("select count(*) from task where kind = 'restricted' and closed_at is null"))
                .isEqualTo(1);
        assertThat(desk.count("select count(*) from mail where mail_class = 'RESTRICTED' and subject is null"))
                .isEqualTo(1);
        assertThat(desk.answersTo("zscq@fujian.example")).isEmpty();
        assertThat(parts("350000")).isEmpty();
        assertThat(desk.rows("select details from event").toString()).doesNotContain("机密", "不得外传");
    }

    @Test
    void R_19_while_a_person_looks_at_a_mark_in_a_dossier_no_receipt_leaves_the_desk_and_then_it_does() {
        receives(aMail().from("zscq@gxzf.example")
                .subject("广西初审材料")
                .attach("汇总表.docx", Forms.summary(unit("450000")).collectives(1).docx()));
        int told = desk.answersTo("zscq@gxzf.example").size();
        desk.db().sql("""
                        insert into task (kind, subject_key, unit, stage, details, opened_at)
                        values ('restricted', '450000/S1', '450000', 'S1', '{}', current_timestamp)""").update();

        receives(aMail().from("zscq@gxzf.example")
                .subject("广西初审材料补充")
                .attach("报告.docx", Forms.report(unit("450000")).docx()));

        assertThat(told).isEqualTo(1);
        assertThat(desk.answersTo("zscq@gxzf.example")).hasSize(told);

        TaskDecisions door = desk.bean(TaskDecisions.class);
        long task = desk.count("select id from task where kind = 'restricted' and unit = '450000'");
        assertThat(door.done(task, door.seen(task), new By("li", "", "系误判"))).isInstanceOf(Decided.Done.class);
        desk.worksUntilIdle();

        assertThat(desk.answersTo("zscq@gxzf.example")).hasSize(told + 1);
        assertThat(desk.answersTo("zscq@gxzf.example").get(told).text()).contains("报告.docx");
    }

    private void refused(String unit, String from, String name, byte[] content, String reason, String told) {
        receives(aMail().from(from)
                .subject("初审材料")
                .attach("汇总表.docx", Forms.summary(unit(unit)).collectives(1).docx())
                .attach(name, content));

        assertThat(parts(unit)).contains("汇总表.docx RECOGNISED", name + " REFUSED");
        if (reason != null) {
            assertThat(desk.rows(
                            "select p.reason from part p join mail m on m.id = p.mail_id where p.outcome = 'REFUSED' "
                                    + "and m.unit = '" + unit + "'"))
                    .extracting(row -> row.get("reason"))
                    .containsExactly(reason);
        }
        assertThat(desk.onlyAnswerTo(from).text()).contains(told).contains("推荐对象汇总表");
        assertThat(slots(unit)).as("the rest of the mail is filed").isEqualTo(1);
    }

    /** The mail, and right behind it an ordinary one of Beijing, which must not suffer. */
    private void receives(MailBuilder mail) {
        desk.receives(mail);
        String next = "北京市初审材料" + ++followers;
        desk.receives(aMail().from("zscq@beijing.example")
                .subject(next)
                .text(next)
                .attach("report.txt", next.getBytes(US_ASCII)));
        desk.worksUntilIdle();
        assertThat(desk.db()
                        .sql("select state from mail where subject = :subject")
                        .param("subject", next)
                        .query(String.class)
                        .list())
                .as("the next mail")
                .containsExactly("FILED");
    }

    private List<String> parts(String unit) {
        return desk.db()
                .sql("select p.name || ' ' || p.outcome from part p join mail m on m.id = p.mail_id "
                        + "where m.unit = :unit order by p.id")
                .param("unit", unit)
                .query(String.class)
                .list();
    }

    private long slots(String unit) {
        return desk.count(
                "select count(*) from slot s join dossier d on d.id = s.dossier_id where d.unit = '" + unit + "'");
    }

    private static Unit unit(String code) {
        return CAMPAIGN.unit(code).orElseThrow();
    }
}
