package org.mailroom.desk;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mailroom.testing.MailBuilder.aMail;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.Unit;
import org.mailroom.demo.SampleScan;
import org.mailroom.testing.Campaigns;
import org.mailroom.testing.Chromium;
import org.mailroom.testing.MailBuilder;
import org.mailroom.testing.MailroomExtension;
import org.mailroom.testing.Material;
import org.mailroom.testing.RunningDesk;

/** Each decision taken in a real browser by whoever may, and refused to whoever may not. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeskDecisionsTest {
    @RegisterExtension
    static final MailroomExtension MAILROOM = MailroomExtension.cnipa("2021-08-27T09:00", "--mailroom.sending=review");

    private static final Campaign CAMPAIGN = Campaigns.chinese();
    private static Chromium chromium;

    @BeforeAll
    static void material() {
        chromium = Chromium.open();
        Visitor.accounts(MAILROOM.desk());
        RunningDesk desk = MAILROOM.desk();
        desk.receives(complete("zscq@hebei.example", "130000"));
        desk.receives(complete("zscq@shanxi.example", "140000"));
        desk.receives(complete("zscq@jl.example", "220000"));
        desk.receives(complete("zscq@sh.example", "310000"));
        desk.receives(complete("zscq@zj.example", "330000"));
        desk.receivesAt("2021-09-01T10:00", complete("zscq@ln.example", "210000"));
        desk.receives(complete("13812340001@mail.example", "340000"));
        desk.receives(complete("other@mail.example", "350000"));
        desk.receives(complete("third@mail.example", "360000"));
        desk.receives(to("zscq@henan.example").subject("扫描件").attach("扫描001.pdf", SampleScan.pdf("一", 1)));
        desk.receives(to("zscq@hainan.example").subject("咨询").text("请问何时截止？"));
        desk.receives(to("zscq@hubei.example").subject("咨询").text("请问何处报送？"));
        desk.worksUntilIdle();
    }

    private static MailBuilder to(String from) {
        return aMail().from(from).to(MailroomExtension.CNIPA_MAILBOX);
    }

    private static MailBuilder complete(String from, String code) {
        Unit unit = CAMPAIGN.unit(code).orElseThrow();
        return Material.complete(to(from).subject(unit.name() + "初审材料").text("请查收。"), unit, 1, 1);
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    private static Visitor as(String account) {
        return Visitor.as(account, chromium, MAILROOM.desk());
    }

    private static long id(String sql) {
        return MAILROOM.desk().count(sql);
    }

    private static long draft(String unit, String account) {
        return id("select id from outbox where unit = '" + unit + "' and recipient like '" + account + "@%'");
    }

    private static String state(long answer) {
        return String.valueOf(MAILROOM.desk()
                .rows("select state from outbox where id = " + answer)
                .get(0)
                .get("STATE"));
    }

    private static void sent(long answer) {
        await().atMost(20, SECONDS).until(() -> state(answer).equals("SENT"));
    }

    @Test
    void a_draft_is_released_once_also_when_the_form_is_posted_twice() {
        long answer = draft("220000", "zscq");
        try (Visitor clerk = as("clerk")) {
            clerk.at("/outbox/" + answer);
            String seen = clerk.page()
                    .locator("form[action$='/release'] input[name=seen]")
                    .inputValue();
            clerk.submits("/outbox/" + answer + "/release", Map.of());
            assertThat(clerk.said()).contains("操作已完成");
            sent(answer);
            assertThat(clerk.posts("/outbox/" + answer + "/release", Map.of("seen", seen)))
                    .isEqualTo(302);
            clerk.at("/outbox/" + answer);
            assertThat(clerk.said()).contains("此前已完成").contains("未作任何变更");
            assertThat(MAILROOM.desk().inboxOf("zscq@jl.example")).hasSize(1);
            assertThat(id("select count(*) from event where kind = 'MAIL_RELEASED' and actor = 'clerk'"
                            + " and details like '%\"outbox\":" + answer + "%'"))
                    .isEqualTo(1);
        }
    }

    @Test
    void a_draft_changed_by_another_is_not_released_from_the_older_page() {
        long answer = draft("220000", "rst");
        try (Visitor first = as("clerk");
                Visitor second = as("admin")) {
            first.at("/outbox/" + answer);
            second.at("/outbox/" + answer);
            String text = second.page().locator("textarea[name=text]").inputValue();
            second.submits("/outbox/" + answer + "/edit", Map.of("text", "请注意查收。\n" + text));
            assertThat(second.said()).contains("操作已完成");
            assertThat(second.text()).contains("请注意查收。");

            first.submits("/outbox/" + answer + "/release", Map.of());
            assertThat(first.said()).contains("未生效").contains("admin");
            assertThat(state(answer)).isEqualTo("DRAFT");
            first.submits("/outbox/" + answer + "/edit", Map.of("text", "身份证号110101197508150019"));
            assertThat(first.said()).contains("身份证号码");
            first.submits("/outbox/" + answer + "/release", Map.of());
            sent(answer);
        }
        assertThat(MAILROOM.desk().onlyAnswerTo("rst@jl.example").text()).contains("请注意查收。");
    }

    @Test
    void a_draft_is_discarded_with_a_reason_and_uncertain_mail_is_decided() {
        long discarded = draft("310000", "zscq");
        try (Visitor clerk = as("clerk")) {
            clerk.at("/outbox/" + discarded);
            clerk.submits("/outbox/" + discarded + "/discard", Map.of("reason", "已电话告知"));
            assertThat(clerk.said()).contains("操作已完成");
            assertThat(clerk.text()).contains("已作废");

            long arrived = draft("310000", "rst");
            long lost = draft("330000", "rst");
            MAILROOM.desk()
                    .db()
                    .sql("update outbox set state = 'UNCERTAIN' where id in (" + arrived + ", " + lost + ")")
                    .update();
            clerk.at("/outbox/" + arrived);
            clerk.submits("/outbox/" + arrived + "/was-sent", Map.of());
            assertThat(clerk.said()).contains("操作已完成");
            assertThat(state(arrived)).isEqualTo("SENT");
            clerk.at("/outbox/" + lost);
            clerk.submits("/outbox/" + lost + "/send-again", Map.of());
            sent(lost);
            assertThat(MAILROOM.desk().inboxOf("rst@sh.example")).isEmpty();
            assertThat(MAILROOM.desk().inboxOf("rst@zj.example")).hasSize(1);
        }
    }

    @Test
    void a_review_is_begun_and_accepted_and_another_dossier_is_sent_back() {
        try (Visitor clerk = as("clerk")) {
            clerk.at("/dossier/130000/S1");
            clerk.submits("/dossier/130000/S1/start", Map.of());
            assertThat(clerk.said()).contains("操作已完成");
            assertThat(clerk.text()).contains("审核中");
            clerk.submits("/dossier/130000/S1/accept", Map.of());
            assertThat(clerk.said()).contains("操作已完成");
            assertThat(MAILROOM.desk().state("130000", "S1")).isEqualTo("ACCEPTED");
            assertThat(clerk.offers("/dossier/130000/S1/")).isFalse();

            clerk.at("/dossier/140000/S1");
            clerk.submits("/dossier/140000/S1/send-back", Map.of("items", "工作报告未加盖公章\n汇总表缺填报日期", "reason", "领导审阅意见"));
            assertThat(clerk.said()).contains("操作已完成");
            assertThat(MAILROOM.desk().state("140000", "S1")).isEqualTo("RETURNED");
            assertThat(clerk.text()).contains("退回补正").contains("clerk");
        }
    }

    @Test
    void late_material_is_admitted_with_a_reason() {
        assertThat(MAILROOM.desk().state("210000", "S1")).isEqualTo("LATE_RECEIVED");
        try (Visitor clerk = as("clerk")) {
            clerk.at("/dossier/210000/S1");
            clerk.submits("/dossier/210000/S1/admit", Map.of("reason", "因灾延误，经研究同意接收"));
            assertThat(clerk.said()).contains("操作已完成");
            assertThat(MAILROOM.desk().state("210000", "S1")).isEqualTo("COMPLETE");
        }
    }

    @Test
    void strangers_are_approved_or_refused_and_their_addresses_stay_masked() {
        try (Visitor clerk = as("clerk")) {
            clerk.at("/work");
            assertThat(clerk.page().content())
                    .contains("138****0001@mail.example")
                    .doesNotContain("13812340001");
            var row = clerk.page().locator("tr:has(th:has-text('138****0001'))");
            row.locator("select[name=unit]").selectOption("340000");
            row.locator("form[action='/work/stranger/approve'] button").click();
            assertThat(clerk.said()).contains("操作已完成");
            await().atMost(20, SECONDS)
                    .until(() -> MAILROOM.desk().state("340000", "S1").equals("COMPLETE"));

            clerk.at("/work");
            var other = clerk.page().locator("tr:has(th:has-text('other@mail.example'))");
            other.locator("input[name=reason]").fill("非报送单位");
            other.locator("form[action='/work/stranger/refuse'] button").click();
            assertThat(clerk.said()).contains("操作已完成");
            assertThat(clerk.text()).doesNotContain("other@mail.example");
            assertThat(MAILROOM.desk().state("350000", "S1")).isEqualTo("NOT_STARTED");
        }
    }

    @Test
    void a_mail_is_assigned_to_a_unit_and_a_file_to_its_slot() {
        long mail = id("select id from mail where sender_address = 'third@mail.example'");
        long scan = id("select p.id from part p where p.name = '扫描001.pdf'");
        long scanMail = id("select mail_id from part where id = " + scan);
        try (Visitor clerk = as("clerk")) {
            clerk.at("/mail/" + mail);
            clerk.submits("/mail/" + mail + "/unit", Map.of("unit", "360000"));
            assertThat(clerk.said()).contains("操作已完成");
            await().atMost(20, SECONDS)
                    .until(() -> MAILROOM.desk().state("360000", "S1").equals("COMPLETE"));

            clerk.at("/mail/" + scanMail);
            clerk.submits("/mail/" + scanMail + "/part/" + scan, Map.of());
            assertThat(clerk.said()).as("nowhere needs a reason").contains("请填写理由");
            clerk.submits("/mail/" + scanMail + "/part/" + scan, Map.of("place", "S1/summary-form/SCAN/-"));
            assertThat(clerk.said()).contains("操作已完成");
            clerk.at("/dossier/410000/S1");
            assertThat(clerk.text()).contains("扫描001.pdf").contains("人工归类");
        }
    }

    @Test
    void a_quarantined_mail_is_read_again_and_a_task_is_closed_with_a_remark() {
        long mail = id("select id from mail where sender_address = 'zscq@hubei.example'");
        MAILROOM.desk()
                .db()
                .sql("update mail set state = 'QUARANTINED' where id = " + mail)
                .update();
        long task = id("select t.id from task t join mail m on m.id = t.mail_id"
                + " where t.kind = 'inquiry' and m.sender_address = 'zscq@hainan.example'");
        try (Visitor clerk = as("clerk")) {
            clerk.at("/work");
            clerk.page()
                    .locator("h2#quarantined + div a[href='/mail/" + mail + "']")
                    .first()
                    .click();
            clerk.submits("/mail/" + mail + "/rerun", Map.of());
            assertThat(clerk.said()).contains("操作已完成");
            await().atMost(20, SECONDS)
                    .until(() -> id("select count(*) from mail where state = 'FILED' and id = " + mail) == 1);

            clerk.at("/work");
            clerk.submits("/work/task/" + task, Map.of("reason", "已电话答复"));
            assertThat(clerk.said()).contains("操作已完成");
            assertThat(clerk.offers("/work/task/" + task)).isFalse();
        }
    }

    @Test
    void an_administrator_pauses_and_resumes_sending() {
        try (Visitor admin = as("admin");
                Visitor clerk = as("clerk")) {
            assertThat(clerk.offers("/sending")).isFalse();
            assertThat(clerk.posts("/sending/pause", Map.of("seen", "", "reason", "试试")))
                    .isEqualTo(403);
            admin.submits("/sending/pause", Map.of("reason", "核对名单"));
            assertThat(admin.said()).contains("操作已完成");
            clerk.at("/");
            assertThat(clerk.text()).contains("发送已暂停");
            admin.submits("/sending/resume", Map.of());
            assertThat(admin.said()).contains("操作已完成");
            clerk.at("/");
            assertThat(clerk.text()).doesNotContain("发送已暂停");
        }
    }

    @Test
    void a_viewer_has_no_button_and_a_post_by_hand_is_refused() {
        try (Visitor viewer = as("viewer")) {
            for (String path : List.of("/", "/dossier/330000/S1", "/unit/330000")) {
                viewer.at(path);
                assertThat(viewer.page().locator("main form").count()).as(path).isZero();
            }
            for (String path : List.of(
                    "/outbox/1/release",
                    "/outbox/1/discard",
                    "/outbox/1/edit",
                    "/outbox/1/was-sent",
                    "/outbox/1/send-again",
                    "/work/release-all",
                    "/work/stranger/approve",
                    "/work/stranger/refuse",
                    "/work/task/1",
                    "/mail/1/rerun",
                    "/mail/1/unit",
                    "/mail/1/part/1",
                    "/dossier/330000/S1/start",
                    "/dossier/330000/S1/accept",
                    "/dossier/330000/S1/send-back",
                    "/dossier/330000/S1/admit",
                    "/sending/pause",
                    "/sending/resume",
                    "/accounts")) {
                assertThat(viewer.posts(path, Map.of("seen", "x", "reason", "y")))
                        .as(path)
                        .isEqualTo(403);
            }
        }
        assertThat(id("select count(*) from decision where actor = 'viewer'")).isZero();
    }

    @Test
    @Order(Integer.MAX_VALUE) // nothing is left of what the others decide about
    void all_drafts_of_the_list_go_at_once_without_JavaScript_too() {
        try (Visitor clerk = Visitor.as("clerk", chromium, MAILROOM.desk(), false)) {
            long answer = draft("130000", "zscq");
            MAILROOM.desk().worksUntilIdle(); // what the others decided may still bring a draft
            clerk.at("/work");
            clerk.submits("/work/release-all", Map.of());
            assertThat(clerk.said()).contains("操作已完成");
            sent(answer);
            assertThat(clerk.at("/work")
                            .locator("form[action='/work/release-all']")
                            .count())
                    .isZero();
            assertThat(chromium.complaints()).isEmpty();
        }
    }
}
