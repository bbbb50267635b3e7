package org.mailroom.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.Medium;
import org.mailroom.check.Finding;
import org.mailroom.check.Severity;
import org.mailroom.dossier.DossierState;
import org.mailroom.dossier.Standing;
import org.mailroom.dossier.Standing.Count;
import org.mailroom.dossier.Standing.Gap;
import org.mailroom.dossier.Standing.Received;
import org.mailroom.form.Place;
import org.mailroom.testing.Golden;

/** Each mail beside the text of the specification, and whole in src/test/resources/golden. */
class GoldenMailTest {
    private static final String SIGNED = """

            　　特此告知。

            　　　　　　　全国知识产权系统先进集体和先进个人评选表彰工作领导小组办公室
            　　　　　　　　　　　　　　　　　　　　（国家知识产权局人事司人事处）
            　　　　　　　　　　　　　　　　　　　　　　　　　%s
            联系电话：（010）62086145、62086541　传真：（010）62083675
            本邮件由材料接收系统自动发出，仅说明材料收到及形式核对情况，不代表审核结论。如有疑问请电话联系。
            """;

    @Test
    void receipt_6_1_is_word_for_word_the_specification() {
        Outgoing mail = Examples.compose(
                Examples.at(2021, 8, 27, 16, 15), Examples.jiangsuComplete(), "ZSCQ-2021-S1-320000-01");

        assertThat(mail.subject()).isEqualTo("【收件回执】全国知识产权系统评选表彰初审材料（江苏）ZSCQ-2021-S1-320000-01");
        assertThat(MailText.of(mail).text()).startsWith("""
                        江苏省级评选机构：

                        　　贵省报送的全国知识产权系统先进集体和先进个人评选表彰初审材料，已于2021年8月27日16时05分收到（首次来件时间：2021年8月27日15时48分），在规定时限（2021年8月31日前）之内，现登记如下：

                        　　一、收到材料
                        　　1.初审评选推荐工作报告：盖章扫描件1份、电子版1份；
                        　　2.《推荐对象初审表》（附件1）：12份（先进集体6份、先进个人6份），盖章扫描件、电子版齐全；
                        　　3.《推荐对象汇总表》（附件5）：盖章扫描件1份、电子版1份。
                        　　以上共28个文件，清单及校验码附后。

                        　　二、形式核对情况
                        　　经系统形式核对，材料种类齐全，推荐数量未超过分配名额（先进集体6个、先进个人6名，其中处级或相当于处级干部1名），暂未发现需补正的事项。

                        　　三、下一步工作
                        　　我办将按程序组织初审，结果另行反馈。纸质材料及光盘请待我办电子材料审核通过并通知后再行报送。如需更换材料，请在邮件主题注明“更正”字样并重新报送整份文件，以最后收到的为准。
                        """ + SIGNED.formatted("2021年8月27日"));
        matches("receipt-320000", mail);
        Golden.assertMatches("receipt-320000.eml", mail.message());
    }

    @Test
    void correction_notice_6_2_is_word_for_word_the_specification() {
        Outgoing mail = Examples.compose(
                Examples.at(2021, 8, 30, 10, 22), Examples.ningxiaReturned(), "ZSCQ-2021-S1-640000-02");

        assertThat(mail.subject()).isEqualTo("【补正通知】全国知识产权系统评选表彰初审材料（宁夏）ZSCQ-2021-S1-640000-02");
        assertThat(MailText.of(mail).text()).startsWith("""
                        宁夏回族自治区省级评选机构：

                        　　贵区报送的初审材料已于2021年8月30日10时12分收到，在规定时限之内。经形式核对，尚有以下事项需予补正：

                        　　一、缺少的材料（2项）
                        　　1.《推荐对象汇总表》（附件5）盖章扫描件；
                        　　2.马某某《推荐对象初审表》（附件1）电子版（仅收到扫描件）。

                        　　二、需更正的内容（3项）
                        　　1.《推荐对象初审表》（哈某某）“身份证号码”栏：校验未通过，请与本人居民身份证核对；（R-46）
                        　　2.《推荐对象初审表》（马某某）“简要事迹”栏：按Word“字数”口径统计为342字，超过300字，请压缩；（R-57）
                        　　3.《推荐对象汇总表》第4行“行政级别”栏：未填写，无行政级别的请填“无”。（R-43）

                        　　三、补正要求
                        　　请于2021年9月1日前，将补正后的完整文件（盖章扫描件和电子版）发送至rssrsc@cnipa.gov.cn，主题注明“补正”和本通知编号；未列出的材料无需重复报送。请使用规定模板填报，不得改变格式。补正期间，贵区首次报送时间仍按2021年8月30日登记。
                        """ + SIGNED.formatted("2021年8月30日"));
        matches("correction-notice-640000", mail);
    }

    @Test
    void late_notice_6_3_is_word_for_word_the_specification() {
        Outgoing mail = Examples.compose(Examples.at(2021, 10, 1, 9, 30), Examples.late(), "ZSCQ-2021-S2-××0000-01");

        assertThat(mail.subject()).isEqualTo("【逾期收件告知】全国知识产权系统评选表彰复审材料（××）ZSCQ-2021-S2-××0000-01");
        assertThat(MailText.of(mail).text()).startsWith("""
                        ××省级评选机构：

                        　　贵省报送的复审材料已于2021年10月1日9时20分收到，共收到文件31个（清单附后）。按照《人力资源社会保障部 国家知识产权局关于评选全国知识产权系统先进集体和先进个人的通知》（人社部函〔2021〕108号）要求，复审材料应于2021年9月30日前报送，过时不报视为放弃。贵省材料收到时间已超过规定时限。

                        　　我办已对来件予以登记。是否接收，待领导小组办公室研究后另行告知。如系邮件传输延迟等客观原因所致，请于2021年10月8日前将情况说明（加盖公章扫描件）及发送记录发至本邮箱，并电话联系我办。
                        """ + SIGNED.formatted("2021年10月1日"));
        matches("late-notice-any", mail);
    }

    @Test
    void scans_assigned_by_name_are_still_to_be_checked_and_nothing_is_called_in_order() {
        Standing standing = Draft.of(Examples.jiangsuComplete(), DossierState.COMPLETE)
                .byName()
                .standing();
        Outgoing mail = Examples.compose(Examples.at(2021, 8, 27, 16, 15), standing, "ZSCQ-2021-S1-320000-01");

        assertThat(mail.kind()).isEqualTo("receipt");
        assertThat(MailText.of(mail).text())
                .contains("材料种类齐全，推荐数量未超过分配名额", "盖章扫描件按文件名登记，尚待人工核对。")
                .doesNotContain("暂未发现需补正的事项");
        matches("receipt-pending-320000", mail);
    }

    @Test
    void gaps_alone_before_the_due_time_ask_for_the_rest_and_set_no_date() {
        Standing standing = Draft.of(Examples.ningxiaReturned(), DossierState.PARTIAL)
                .findings()
                .noDue()
                .byName()
                .standing();
        Outgoing mail = Examples.compose(Examples.at(2021, 8, 30, 10, 22), standing, "ZSCQ-2021-S1-640000-01");

        assertThat(mail.kind()).isEqualTo("receipt-partial");
        assertThat(mail.subject()).startsWith("【收件回执】");
        assertThat(MailText.of(mail).text())
                .contains("缺少的材料（2项）", "马某某《推荐对象初审表》（附件1）电子版（仅收到扫描件）。", "尚待人工核对")
                .doesNotContain("请于", "需更正的内容", "补正", "材料种类齐全");
        matches("receipt-partial-640000", mail);
    }

    @Test
    void whatever_else_happened_to_the_files_is_said() {
        Standing standing = Draft.of(Examples.ningxiaReturned(), DossierState.RETURNED)
                .gaps(
                        new Gap("R-55", Examples.REPORT, Medium.SCAN, Optional.empty(), false),
                        new Gap("R-55", Examples.REPORT, Medium.ELECTRONIC, Optional.empty(), false),
                        new Gap("R-65", Examples.PHOTO, Medium.ELECTRONIC, Optional.of("哈某某"), false))
                .findings(
                        file("R-17", Severity.REJECT, Map.of("file", "附件1（加密）.zip", "reason", "已加密")),
                        Examples.finding(
                                "R-43", "R-43", Examples.SUMMARY_FORM, "马某某", "individuals", 2, "行政级别", Map.of()),
                        new Finding(
                                "R-21",
                                "R-21",
                                Severity.REJECT,
                                new Place(Examples.SUMMARY_FORM.id(), Optional.empty(), "collectives", 3, ""),
                                Map.of("quota", 2, "count", 3)))
                .superseded("汇总表（旧）.docx")
                .seenBefore("初审推荐工作报告（宁夏）.docx")
                .links("wx.mail.qq.com", "pan.baidu.com")
                .unsure("IMG_2031.jpg", "新建 Microsoft Word 文档.wps")
                .byName()
                .standing();
        Outgoing mail = Examples.compose(Examples.at(2021, 8, 30, 10, 22), standing, "ZSCQ-2021-S1-640000-03");

        assertThat(MailText.of(mail).text())
                .contains(
                        "1.初审评选推荐工作报告盖章扫描件和电子版；",
                        "2.哈某某2寸蓝底彩色证件照片电子版。",
                        "未能接收的附件（1项）",
                        "1.附件“附件1（加密）.zip”无法打开（已加密），请以未加密的常用格式重新发送。（R-17）",
                        "《推荐对象汇总表》“先进个人”第2行（马某某）“行政级别”栏：未填写",
                        "《推荐对象汇总表》“先进集体”第3行：贵区先进集体推荐名额为2个，实际报送3个，请按推荐优先顺序核减后重新报送。（R-21）");
        matches("correction-notice-everything-640000", mail);
    }

    @Test
    void one_mail_about_two_stages_has_a_part_for_each() {
        Standing contact = new Draft(Examples.NINGXIA, Examples.S0, DossierState.COMPLETE)
                .received(Examples.at(2021, 8, 30, 10, 12), Examples.at(2021, 8, 30, 10, 12))
                .late()
                .slots(new Received(Examples.CONTACT_FORM, 1, 1, 1, true, List.of()))
                .files(List.of(
                        Examples.file("联系表.docx", Examples.CONTACT_FORM, Medium.ELECTRONIC),
                        Examples.file("联系表.pdf", Examples.CONTACT_FORM, Medium.SCAN)))
                .standing();
        Outgoing mail = Examples.composer()
                .compose(Examples.answer(
                        Examples.at(2021, 8, 30, 10, 22),
                        Answer.Section.of(contact, "ZSCQ-2021-S0-640000-01"),
                        Answer.Section.of(Examples.ningxiaReturned(), "ZSCQ-2021-S1-640000-02")))
                .get(0);

        assertThat(mail.subject()).isEqualTo("【补正通知】全国知识产权系统评选表彰推荐工作联系表、初审材料（宁夏）ZSCQ-2021-S1-640000-02");
        assertThat(mail.stage()).contains("S1");
        assertThat(MailText.of(mail).text())
                .contains("　　一、推荐工作联系表（ZSCQ-2021-S0-640000-01）", "　　二、初审材料（ZSCQ-2021-S1-640000-02）", "　　（一）缺少的材料（2项）");
        matches("two-stages-640000", mail);
    }

    @Test
    void the_same_material_once_more_is_answered_as_received_before() {
        Standing standing = Draft.of(Examples.jiangsuComplete(), DossierState.COMPLETE)
                .received(Examples.at(2021, 8, 27, 15, 48), Examples.at(2021, 8, 28, 9, 0))
                .seenBefore("附件5-推荐对象汇总表.docx")
                .standing();
        Outgoing mail = Examples.composer()
                .compose(Examples.answer(
                        Examples.at(2021, 8, 28, 9, 10), new Answer.Section(standing, "ZSCQ-2021-S1-320000-02", true)))
                .get(0);

        assertThat(MailText.of(mail).text()).contains("贵省于2021年8月28日9时00分发送的初审材料此前已收到");
        matches("receipt-seen-before-320000", mail);
    }

    @Test
    void links_in_the_place_of_attachments_are_not_material() {
        Standing standing = new Draft(Examples.CORPS, Examples.S1, DossierState.NOT_STARTED)
                .received(Examples.at(2021, 8, 27, 9, 5), Examples.at(2021, 8, 27, 9, 5))
                .links("wx.mail.qq.com")
                .pending()
                .standing();
        Outgoing mail = Examples.compose(Examples.at(2021, 8, 27, 9, 15), standing, "ZSCQ-2021-S1-660000-01");

        assertThat(mail.kind()).isEqualTo("cloud-link");
        assertThat(MailText.of(mail).text()).contains("新疆生产建设兵团评选机构：", "兵团报送初审材料的邮件", "有关材料尚未收到");
        matches("cloud-link-660000", mail);
    }

    @Test
    void fewer_nominees_than_places_are_told_apart_from_the_quota() {
        Standing standing = Draft.of(Examples.jiangsuComplete(), DossierState.COMPLETE)
                .nominees(List.of(new Count(Examples.COLLECTIVE, 5, 6), new Count(Examples.INDIVIDUAL, 6, 6)), 0)
                .findings(file("R-26", Severity.INFO, Map.of("n", 5, "m", 6)))
                .standing();
        Outgoing mail = Examples.compose(Examples.at(2021, 8, 27, 16, 15), standing, "ZSCQ-2021-S1-320000-01");

        assertThat(MailText.of(mail).text())
                .contains(
                        "推荐数量（先进集体5个、先进个人6名，其中处级或相当于处级干部0名）未超过分配名额（先进集体6个、先进个人6名，其中处级或相当于处级干部1名）",
                        "备注：贵省本次报送先进集体5个、先进个人6名，少于分配名额，请确认是否为最终推荐意见。");
    }

    @Test
    void another_campaign_in_another_language_needs_only_data() {
        Composer composer = new Composer(
                Examples.maple(),
                List.of(),
                Examples.TEMPLATES,
                new Origin("grants@maple.example", "desk-1", new byte[] {1}));
        Instant received = LocalDateTime.of(2026, 3, 12, 16, 5)
                .atZone(ZoneId.of("America/Toronto"))
                .toInstant();
        Standing standing = new Draft(Examples.ONTARIO, Examples.A1, DossierState.RETURNED)
                .received(received, received)
                .slots(new Received(Examples.APPLICATION, 2, 0, 1, false, List.of(new Count(Examples.PROJECT, 1, 2))))
                .files(List.of(Examples.file("form.docx", Examples.APPLICATION, Medium.ELECTRONIC)))
                .gaps(new Gap("M-1", Examples.APPLICATION, Medium.ELECTRONIC, Optional.of("Solar Barn"), false))
                .findings(Examples.finding(
                        "M-3",
                        "M-3",
                        Examples.APPLICATION,
                        "Tidal Mill",
                        "",
                        0,
                        "Summary",
                        Map.of("n", 212, "max", 200)))
                .standing();
        Outgoing mail = composer.compose(Examples.answer(received, Answer.Section.of(standing, "MAPLE-2026-A1-ON-01")))
                .get(0);

        assertThat(mail.subject())
                .isEqualTo("[Correction notice] Maple Grants 2026: application (Ontario) MAPLE-2026-A1-ON-01");
        assertThat(MailText.of(mail).readable()).matches("[\\x00-\\x7e]*");
        matches("correction-notice-ON", mail);
        matches(
                "receipt-ON",
                composer.compose(Examples.answer(
                                received,
                                Answer.Section.of(
                                        Draft.of(standing, DossierState.COMPLETE)
                                                .gaps()
                                                .findings()
                                                .nominees(List.of(new Count(Examples.PROJECT, 1, 2)), 0)
                                                .standing(),
                                        "MAPLE-2026-A1-ON-02")))
                        .get(0));
    }

    @Test
    void correction_notice_signed_by_a_person_gives_that_persons_items_before_those_of_the_check() {
        Outgoing mail = decided(
                Examples.campaign(),
                Examples.composer(),
                Examples.ningxiaReturned(),
                "ZSCQ-2021-S1-640000-03",
                new Answer.Decision(Kind.SENT_BACK, List.of("推荐工作报告未写明公示情况。", "请核对\n联系电话13800138000"), "内部理由", "李某"));

        assertThat(mail.kind()).isEqualTo("sent-back");
        assertThat(mail.subject()).isEqualTo("【补正通知】全国知识产权系统评选表彰初审材料（宁夏）ZSCQ-2021-S1-640000-03");
        assertThat(MailText.of(mail).text())
                .contains(
                        "经审核，尚有以下事项需予补正",
                        "　　一、审核意见（2项）\n　　1.推荐工作报告未写明公示情况；\n",
                        "二、缺少的材料（2项）",
                        "请于2021年9月1日前",
                        "本通知经工作人员审核后发出（经办人：李某）。")
                .doesNotContain("13800138000", "内部理由", "自动发出");
        matches("sent-back-640000", mail);
    }

    @Test
    void correction_notice_signed_by_a_person_without_items_gives_the_reason() {
        Standing standing = Draft.of(Examples.ningxiaReturned(), DossierState.RETURNED)
                .gaps()
                .findings()
                .standing();
        Outgoing mail = decided(
                Examples.campaign(),
                Examples.composer(),
                standing,
                "ZSCQ-2021-S1-640000-03",
                new Answer.Decision(Kind.SENT_BACK, List.of(), "推荐工作报告未写明公示情况", ""));

        assertThat(MailText.of(mail).text()).contains("　　一、审核意见\n　　推荐工作报告未写明公示情况。\n", "本通知经工作人员审核后发出。如有疑问请电话联系。");
        matches("sent-back-reason-640000", mail);
    }

    @Test
    void admission_of_what_came_late_says_that_it_was_considered() {
        Standing complete = Draft.of(Examples.late(), DossierState.COMPLETE).standing();
        Answer.Decision admitted = new Answer.Decision(Kind.ADMITTED, List.of(), "", "");
        Outgoing mail = decided(Examples.campaign(), Examples.composer(), complete, "ZSCQ-2021-S2-××0000-02", admitted);

        assertThat(mail.subject()).isEqualTo("【同意接收告知】全国知识产权系统评选表彰复审材料（××）ZSCQ-2021-S2-××0000-02");
        assertThat(MailText.of(mail).text()).contains("经研究，同意接收上述材料。", "超过规定时限").doesNotContain("补正");
        matches("admitted-any", mail);

        Standing returned = Draft.of(Examples.ningxiaReturned(), DossierState.RETURNED)
                .received(Examples.at(2021, 9, 1, 9, 20), Examples.at(2021, 9, 1, 9, 20))
                .due(LocalDate.of(2021, 9, 3))
                .late()
                .standing();
        Outgoing other =
                decided(Examples.campaign(), Examples.composer(), returned, "ZSCQ-2021-S1-640000-03", admitted);
        assertThat(MailText.of(other).text())
                .contains("经研究，同意接收上述材料。", "请于2021年9月3日前")
                .doesNotContain("首次报送时间仍按");
        matches("admitted-returned-640000", other);
    }

    @Test
    void letters_of_a_decision_in_another_language_need_only_data() {
        Composer composer = new Composer(
                Examples.maple(),
                List.of(),
                Examples.TEMPLATES,
                new Origin("grants@maple.example", "desk-1", new byte[] {1}));
        ZoneId toronto = ZoneId.of("America/Toronto");
        Instant received = LocalDateTime.of(2026, 3, 12, 16, 5).atZone(toronto).toInstant();
        Instant late = LocalDateTime.of(2026, 3, 16, 9, 5).atZone(toronto).toInstant();
        Draft draft = new Draft(Examples.ONTARIO, Examples.A1, DossierState.RETURNED)
                .received(received, received)
                .slots(new Received(Examples.APPLICATION, 2, 0, 1, true, List.of(new Count(Examples.PROJECT, 1, 2))))
                .files(List.of(Examples.file("form.docx", Examples.APPLICATION, Medium.ELECTRONIC)));
        Outgoing back = decided(
                Examples.maple(),
                composer,
                draft.standing(),
                "MAPLE-2026-A1-ON-03",
                new Answer.Decision(Kind.SENT_BACK, List.of("The budget does not add up"), "x", "Ms Lee"));
        Outgoing admitted = decided(
                Examples.maple(),
                composer,
                draft.received(late, late).late().standing(),
                "MAPLE-2026-A1-ON-03",
                new Answer.Decision(Kind.ADMITTED, List.of(), "", ""));

        assertThat(MailText.of(back).readable()).matches("[\\x00-\\x7e]*").contains("(in charge: Ms Lee)");
        assertThat(MailText.of(admitted).readable()).matches("[\\x00-\\x7e]*");
        matches("sent-back-ON", back);
        matches("admitted-ON", admitted);
    }

    /** A letter after a person's decision; the guard lets it pass. */
    private static Outgoing decided(
            Campaign campaign, Composer composer, Standing standing, String number, Answer.Decision decision) {
        Answer answer = new Answer(
                "decision/7",
                List.of(Answer.Section.of(standing, number)),
                standing.lastReceived().plusSeconds(600),
                Optional.of("<b@example.cn>"),
                List.of(),
                List.of("office@example.cn"),
                Optional.of(decision));
        Outgoing mail = composer.compose(answer).get(0);
        new Guard(campaign).check(mail, standing.unit(), List.of(), List.of());
        return mail;
    }

    private static Finding file(String rule, Severity severity, Map<String, Object> values) {
        return new Finding(rule, rule, severity, new Place("", Optional.empty(), "", 0, ""), values);
    }

    private static void matches(String name, Outgoing mail) {
        MailText text = MailText.of(mail);
        Golden.assertMatches(name + ".txt", text.readable());
        Golden.assertMatches(name + ".html", text.html());
        assertThat(words(text.html())).as("the same words in HTML as in text").isEqualTo(words(text.text()));
    }

    private static String words(String text) {
        return text.replaceAll("<[^>]*>", "")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&")
                .replaceAll("[\\s\\u3000]", "");
    }
}
