package org.mailroom.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.DocumentKind;
import org.mailroom.campaign.Medium;
import org.mailroom.campaign.Stage;
import org.mailroom.campaign.Unit;
import org.mailroom.dossier.DossierState;
import org.mailroom.dossier.Standing.Count;
import org.mailroom.dossier.Standing.Gap;
import org.mailroom.dossier.Standing.Received;
import org.mailroom.form.FormDescriptors;
import org.mailroom.testing.Campaigns;
import org.mailroom.testing.Golden;

/** Mails 6.6 and 6.9 with the campaigns as they stand, beside the text of the specification, and whole in golden. */
class GoldenNoticeTest {
    private static final Campaign CNIPA = Campaigns.chinese();
    private static final Campaign MAPLE = Campaigns.english();
    private static final Unit CORPS = CNIPA.unit("660000").orElseThrow();
    private static final Stage S1 = CNIPA.stage("S1").orElseThrow();
    private static final Stage S2 = CNIPA.stage("S2").orElseThrow();
    private static final String SIGNED = """

            　　%s

            　　　　　　　全国知识产权系统先进集体和先进个人评选表彰工作领导小组办公室
            　　　　　　　　　　　　　　　　　　　　（国家知识产权局人事司人事处）
            　　　　　　　　　　　　　　　　　　　　　　　　　%s
            联系电话：（010）62086145、62086541　传真：（010）62083675
            本邮件由材料接收系统自动发出，仅说明材料收到及形式核对情况，不代表审核结论。如有疑问请电话联系。
            """;

    @Test
    void reminder_6_6_is_word_for_word_the_specification() {
        Outgoing mail = compose(CNIPA, Kind.REMINDER, corps(), "2021-09-27T09:00");

        assertThat(mail.subject()).isEqualTo("【报送提醒】复审材料报送截止时间临近（新疆兵团）");
        assertThat(MailText.of(mail).text()).isEqualTo("""
                        新疆生产建设兵团评选机构：

                        　　按照人社部函〔2021〕108号文件要求，复审材料应于2021年9月30日前（含当日，以我办邮箱收到时间为准）报送。截至2021年9月27日9时，距截止还有3天（含今日4个工作日）。兵团材料收到情况如下：

                        　　已收到：正式推荐工作报告（电子版）、《推荐对象汇总表》（盖章扫描件、电子版）。
                        　　尚未收到：
                        　　1.正式推荐工作报告盖章扫描件；
                        　　2.《先进集体推荐审批表》（附件2）2份；
                        　　3.《先进个人推荐审批表》（附件3）2份；
                        　　4.《推荐对象征求意见表》（附件4）4份；
                        　　5.先进个人2寸蓝底彩色证件照片电子版2张。

                        　　省级范围公示须满5个工作日（9月26日为工作日）。请抓紧办理，将盖章扫描件和电子版发送至rssrsc@cnipa.gov.cn，单封邮件请控制在50MB以内，可分封发送，请勿使用网盘或超大附件链接。过时不报视为放弃。已通过其他邮件发送的，请电话联系我办核实。
                        """ + SIGNED.formatted("请予支持配合。", "2021年9月27日"));
        matches("reminder-660000", mail);
    }

    @Test
    void due_day_warning_says_that_today_is_the_last_day() {
        Outgoing mail = compose(CNIPA, Kind.DUE_DAY_WARNING, corps(), "2021-09-30T09:00");

        assertThat(mail.subject()).isEqualTo("【报送提醒】复审材料报送今日截止（新疆兵团）");
        assertThat(MailText.of(mail).text()).contains("报送，今日截止。", "请务必于今日24时前，将盖章扫描件和电子版发送至");
        matches("due-day-warning-660000", mail);
    }

    @Test
    void a_unit_that_sent_nothing_is_told_everything_that_is_asked_for() {
        Outgoing mail = compose(
                CNIPA,
                Kind.REMINDER,
                new Draft(CORPS, S1, DossierState.NOT_STARTED).gaps(gaps(S1, Map.of())),
                "2021-08-24T09:05");

        assertThat(MailText.of(mail).text())
                .contains("截至2021年8月24日9时05分，距截止还有7天（含今日6个工作日）")
                .contains("""
                        　　已收到：无。
                        　　尚未收到：
                        　　1.初审评选推荐工作报告盖章扫描件和电子版；
                        　　2.《推荐对象初审表》（附件1）盖章扫描件和电子版；
                        　　3.《推荐对象汇总表》（附件5）盖章扫描件和电子版。
                        """);
        matches("reminder-nothing-660000", mail);
    }

    @Test
    void a_unit_with_something_to_correct_is_told_so_in_the_words_of_its_notice() {
        Draft draft =
                Draft.of(Examples.ningxiaReturned(), DossierState.RETURNED).byName();
        Outgoing mail = compose(Examples.campaign(), Kind.REMINDER, draft, "2021-08-30T16:00");
        String notice = MailText.of(
                        Examples.compose(Examples.at(2021, 8, 30, 16, 0), draft.standing(), "ZSCQ-2021-S1-640000-02"))
                .text();

        String text = MailText.of(mail).text();
        assertThat(text).contains("需更正的内容（请于2021年9月1日前报送更正后的完整文件）：");
        assertThat(text.lines().filter(line -> line.matches("　　[0-9]\\..*")))
                .as("the same items in the same words")
                .hasSize(5)
                .allSatisfy(line -> assertThat(notice.lines()).contains(line));
        matches("reminder-returned-640000", mail);
    }

    @Test
    void a_unit_that_has_only_something_to_correct_is_not_told_that_it_would_be_late() {
        Draft draft =
                Draft.of(Examples.ningxiaReturned(), DossierState.RETURNED).gaps();

        for (Kind kind : List.of(Kind.REMINDER, Kind.DUE_DAY_WARNING)) {
            assertThat(MailText.of(compose(Examples.campaign(), kind, draft, "2021-08-31T09:00"))
                            .text())
                    .contains("需更正的内容（请于2021年9月1日前报送更正后的完整文件）", "将更正后的完整文件（盖章扫描件和电子版）发送至")
                    .doesNotContain("视为放弃", "24时前", "尚未收到");
        }
    }

    @Test
    void notice_6_9_threatens_nothing_and_forfeits_nothing() {
        Outgoing mail = compose(
                CNIPA,
                Kind.DEADLINE_PASSED,
                new Draft(CORPS, S1, DossierState.OVERDUE).gaps(gaps(S1, Map.of())),
                "2021-09-01T00:05");

        assertThat(mail.subject()).isEqualTo("【截止情况告知】初审材料收到情况（新疆兵团）");
        assertThat(MailText.of(mail).text())
                .contains("未见兵团在上述时限内报送的初审材料", "如已发送", "如尚未发送", "特此告知。")
                .doesNotContain("放弃", "逾期", "取消", "视为", "尚未收到：");
        matches("deadline-passed-660000", mail);
    }

    @Test
    void another_language_needs_only_templates() {
        Unit ontario = MAPLE.unit("ON").orElseThrow();
        Stage stage = MAPLE.stage("A1").orElseThrow();
        Draft draft = new Draft(ontario, stage, DossierState.NOT_STARTED).gaps(gaps(stage, Map.of()));
        Outgoing reminder = compose(MAPLE, Kind.REMINDER, draft, "2026-02-27T09:00");
        Outgoing warning = compose(MAPLE, Kind.DUE_DAY_WARNING, draft, "2026-03-06T09:00");
        Outgoing closed = compose(MAPLE, Kind.DEADLINE_PASSED, draft, "2026-03-07T00:05");

        assertThat(Stream.of(reminder, warning, closed)
                        .map(mail -> MailText.of(mail).readable()))
                .allMatch(text -> text.matches("[\\x00-\\x7e]*"));
        assertThat(MailText.of(closed).text()).doesNotContain("withdrawn", "forfeit");
        matches("reminder-ON", reminder);
        matches("due-day-warning-ON", warning);
        matches("deadline-passed-ON", closed);
    }

    @Test
    void a_notice_is_automatic_but_answers_nobody_and_its_message_id_is_stable() {
        Outgoing mail = compose(CNIPA, Kind.REMINDER, corps(), "2021-09-27T09:00");
        MailText text = MailText.of(mail);

        assertThat(text.header("Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(text.header("X-Auto-Response-Suppress")).isNotEmpty();
        assertThat(text.header("In-Reply-To")).isEmpty();
        assertThat(mail.receiptNumber()).isEmpty();
        assertThat(compose(CNIPA, Kind.REMINDER, corps(), "2021-09-27T09:00").message())
                .isEqualTo(mail.message());
    }

    @Test
    void where_the_calendar_is_not_verified_no_working_days_are_named() {
        Campaign unverified = Campaigns.chinese("calendar.yaml", "verified: true", "verified: false");

        assertThat(MailText.of(compose(unverified, Kind.REMINDER, corps(), "2021-09-27T09:00"))
                        .text())
                .contains("距截止还有3天。")
                .doesNotContain("个工作日）");
    }

    /** 6.6: the report came electronically, the list in both media; it names two collectives and two persons. */
    private static Draft corps() {
        Map<String, List<String>> nominees =
                Map.of("collective", List.of("示范集体一", "示范集体二"), "individual", List.of("兵某甲", "兵某乙"));
        List<Gap> gaps = Stream.of(gaps(S2, nominees))
                .filter(gap -> !gap.document().id().equals("summary-form"))
                .filter(gap -> !gap.document().id().equals("formal-report") || gap.medium() == Medium.SCAN)
                .toList();
        return new Draft(CORPS, S2, DossierState.PARTIAL)
                .slots(
                        new Received(kind("formal-report"), 1, 0, 1, false, List.of()),
                        new Received(kind("summary-form"), 1, 1, 1, true, List.of()))
                .gaps(gaps.toArray(Gap[]::new))
                .nominees(
                        CNIPA.categories().stream()
                                .map(category -> new Count(category, 2, 2))
                                .toList(),
                        0);
    }

    private static DocumentKind kind(String id) {
        return Optional.ofNullable(CNIPA.documents().get(id)).orElseThrow();
    }

    /** Everything a stage asks for, in the order of the room dossier. */
    private static Gap[] gaps(Stage stage, Map<String, List<String>> nominees) {
        List<Gap> gaps = new ArrayList<>();
        stage.required().forEach(required -> {
            List<Optional<String>> whose = new ArrayList<>();
            nominees.forEach((category, names) -> {
                if (required.per().name().equals("NOMINEE")
                        && required.category()
                                .filter(other -> !other.equals(category))
                                .isEmpty()) {
                    names.forEach(name -> whose.add(Optional.of(name)));
                }
            });
            if (whose.isEmpty()) {
                whose.add(Optional.empty());
            }
            for (Optional<String> nominee : whose) {
                for (Medium medium : Medium.values()) {
                    if (required.media().contains(medium)) {
                        gaps.add(new Gap(required.rule(), required.document(), medium, nominee, false));
                    }
                }
            }
        });
        return gaps.toArray(Gap[]::new);
    }

    private static Outgoing compose(Campaign campaign, Kind kind, Draft draft, String local) {
        Composer composer = new Composer(
                campaign,
                campaign.forms().isEmpty()
                        ? Examples.forms()
                        : FormDescriptors.load(campaign.forms(), campaign.lexicon()),
                Examples.TEMPLATES,
                new Origin(campaign.office().mailbox(), "desk-1", new byte[] {1}));
        Instant at = LocalDateTime.parse(local).atZone(campaign.zone()).toInstant();
        return composer.compose(new Notice("slot", kind, draft.standing(), at, List.of("contact@example.cn")))
                .get(0);
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
                .replaceAll("[\\s\u3000]", "");
    }
}
