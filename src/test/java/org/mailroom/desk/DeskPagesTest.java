package org.mailroom.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.testing.MailBuilder.aMail;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.Unit;
import org.mailroom.demo.SampleForms;
import org.mailroom.demo.SampleNominee;
import org.mailroom.demo.SampleScan;
import org.mailroom.testing.Campaigns;
import org.mailroom.testing.Chromium;
import org.mailroom.testing.Forms;
import org.mailroom.testing.MailBuilder;
import org.mailroom.testing.MailroomExtension;
import org.mailroom.testing.RunningDesk;

/** The desk as its people see it, in a real browser. */
class DeskPagesTest {
    private static final Pattern IDENTITY_NUMBER = Pattern.compile("(?<![0-9A-Za-z])[0-9]{17}[0-9Xx](?![0-9A-Za-z])");
    private static final Pattern MOBILE = Pattern.compile("(?<![0-9])1[3-9][0-9]{9}(?![0-9])");

    @RegisterExtension
    static final MailroomExtension MAILROOM = MailroomExtension.cnipa("2021-08-27T09:00", "--mailroom.sending=review");

    private static final Campaign CAMPAIGN = Campaigns.chinese();
    private static Chromium chromium;

    @BeforeAll
    static void material() {
        chromium = Chromium.open();
        RunningDesk desk = MAILROOM.desk();
        Visitor.accounts(desk);
        SampleForms samples = Forms.samples();
        Unit hunan = CAMPAIGN.unit("430000").orElseThrow();
        List<SampleNominee> nominees = List.of(
                samples.collective(hunan, 1),
                samples.individual(hunan, 1).with("identityNumber", "110101197508150019"));
        desk.receives(submission("zscq@hunan.example", hunan, nominees)
                .text("联系人手机13812340001，身份证号110101197508150019、１１０１０１１９７５０８１５００１９。"));
        desk.receives(submission("someone@mail.example", CAMPAIGN.unit("340000").orElseThrow(), List.of()));
        desk.receives(aMail().from("zscq@hunan.example")
                .to(MailroomExtension.CNIPA_MAILBOX)
                .subject("<script>alert(1)</script> 13812340001")
                .text("<img src=x onerror=alert(1)>")
                .attach("身份证110101197508150019.docx", new byte[] {1, 2, 3}));
        desk.receives(aMail().from("zscq@hunan.example")
                .to(MailroomExtension.CNIPA_MAILBOX)
                .subject("机密★1年 湖南材料")
                .text("不得外传的内容")
                .attach("密件.docx", new byte[] {1, 2, 3}));
        desk.worksUntilIdle();
    }

    private static MailBuilder submission(String from, Unit unit, List<SampleNominee> nominees) {
        SampleForms samples = Forms.samples();
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("工作报告.docx", samples.docx(samples.report("first-review-report", unit, nominees)));
        files.put("初审评选推荐工作报告（盖章）.pdf", SampleScan.pdf("工作报告" + unit.code(), 2));
        for (SampleNominee nominee : nominees) {
            files.put(nominee.name() + ".docx", samples.docx(samples.nomineeForm("first-review-form", unit, nominee)));
        }
        files.put("表5.docx", samples.docx(samples.summaryForm(unit, nominees)));
        MailBuilder mail = aMail().from(from)
                .to(MailroomExtension.CNIPA_MAILBOX)
                .subject(unit.name() + "初审材料")
                .text("请查收。");
        files.forEach(mail::attach);
        return mail;
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

    @Test
    void without_a_login_only_health_and_the_style_sheet_are_open() {
        try (Visitor stranger = Visitor.stranger(chromium, MAILROOM.desk(), true)) {
            for (String path : List.of(
                    "/", "/unit/430000", "/dossier/430000/S1", "/mail/1", "/mail/1/raw", "/work", "/accounts")) {
                assertThat(stranger.gets(path).status()).as(path).isEqualTo(302);
                assertThat(stranger.gets(path).headers().get("location"))
                        .as(path)
                        .endsWith("/login");
            }
            assertThat(stranger.gets("/health").status()).isEqualTo(200);
            assertThat(stranger.gets("/health").text()).contains("\"up\"").contains("running");
            assertThat(stranger.gets("/desk.css").status()).isEqualTo(200);
            assertThat(stranger.postsWithoutToken("/accounts").status()).isEqualTo(403);
        }
    }

    @Test
    void every_answer_carries_the_headers_that_keep_a_page_to_itself() {
        try (Visitor clerk = as("clerk")) {
            Map<String, String> headers = new TreeMap<>(clerk.gets("/").headers());
            assertThat(headers.get("content-security-policy"))
                    .contains("default-src 'none'")
                    .contains("style-src 'self'")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers)
                    .containsEntry("x-content-type-options", "nosniff")
                    .containsEntry("referrer-policy", "no-referrer");
            assertThat(headers.get("cache-control")).contains("no-store");
        }
    }

    @Test
    void a_viewer_sees_counts_and_no_person_and_can_decide_nothing() {
        try (Visitor viewer = as("viewer")) {
            assertThat(viewer.text()).contains("湖南省").contains("待补正");
            assertThat(viewer.page().locator("nav").innerText())
                    .doesNotContain("待办")
                    .doesNotContain("账号");
            viewer.at("/dossier/430000/S1");
            String name = Forms.samples()
                    .individual(CAMPAIGN.unit("430000").orElseThrow(), 1)
                    .name();
            assertThat(viewer.page().content())
                    .contains("R-46")
                    .contains("#1")
                    .doesNotContain(name)
                    .doesNotContain(".docx");
            assertThat(viewer.page().locator("main form").count()).isZero();
            assertThat(viewer.at("/unit/430000").content())
                    .contains("z***@hunan.example")
                    .doesNotContain("zscq@");
            for (String path : List.of("/mail/1", "/mail/1/raw", "/outbox/1", "/outbox/1/html", "/work", "/accounts")) {
                assertThat(viewer.gets(path).status()).as(path).isEqualTo(403);
            }
            viewer.at("/work");
            assertThat(viewer.text()).contains("无权办理");
        }
    }

    @Test
    void a_clerk_sees_dossiers_and_mails_and_no_accounts() {
        try (Visitor clerk = as("clerk")) {
            clerk.at("/dossier/430000/S1");
            assertThat(clerk.text())
                    .contains("校验未通过")
                    .contains("身份证号码")
                    .contains("第1版")
                    .contains("缺")
                    .contains("材料核对");
            clerk.at("/work");
            assertThat(clerk.text()).contains("未登记发件人").contains("待放行草稿");
            assertThat(clerk.gets("/accounts").status()).isEqualTo(403);
            assertThat(clerk.posts("/accounts", Map.of("name", "other", "password", Visitor.PASSWORD, "role", "ADMIN")))
                    .isEqualTo(403);
            assertThat(MAILROOM.desk().count("select count(*) from account where name = 'other'"))
                    .isZero();
        }
    }

    @Test
    void of_a_mail_with_a_mark_of_secrecy_nothing_is_shown_and_it_stands_before_all_other_tasks() {
        long restricted = MAILROOM.desk()
                .db()
                .sql("select id from mail where mail_class = 'RESTRICTED'")
                .query(Long.class)
                .single();
        try (Visitor clerk = as("clerk");
                Visitor viewer = as("viewer")) {
            clerk.at("/work");
            assertThat(clerk.text().indexOf("疑似涉密"))
                    .isPositive()
                    .isLessThan(clerk.text().lastIndexOf("未登记发件人"));
            for (String path : List.of("/mail/" + restricted, "/unit/430000", "/work", "/dossier/430000/S1")) {
                assertThat(clerk.at(path).content()).as(path).doesNotContain("机密", "不得外传", "密件");
            }
            assertThat(clerk.at("/mail/" + restricted).content()).contains("疑似涉密");
            assertThat(viewer.gets("/mail/" + restricted).status()).isEqualTo(403);
        }
    }

    @Test
    void what_a_sender_wrote_is_text_and_what_he_sent_is_a_file_to_save() {
        try (Visitor clerk = as("clerk")) {
            long mail = MAILROOM.desk().count("select id from mail where subject like '<script>%'");
            Page page = clerk.at("/mail/" + mail);
            assertThat(page.locator("h1").innerText()).contains("<script>alert(1)</script>");
            assertThat(page.locator("pre").first().innerText()).contains("<img src=x onerror=alert(1)>");
            var raw = clerk.gets("/mail/" + mail + "/raw");
            assertThat(raw.headers())
                    .containsEntry("content-type", "application/octet-stream")
                    .containsEntry("x-content-type-options", "nosniff");
            assertThat(raw.headers().get("content-disposition")).startsWith("attachment");
            assertThat(raw.headers().get("content-security-policy")).contains("sandbox");
            long part = MAILROOM.desk().count("select id from part where mail_id = " + mail);
            var file = clerk.gets("/mail/" + mail + "/part/" + part);
            assertThat(file.body()).containsExactly(1, 2, 3);
            assertThat(file.headers().get("content-disposition")).startsWith("attachment");
            assertThat(MAILROOM.desk().rows("select actor from event where kind = 'MAIL_DOWNLOADED'"))
                    .as("who took it is on record")
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row.values()).contains("clerk"));
        }
    }

    @Test
    void the_HTML_of_an_answer_is_shown_where_nothing_runs() {
        try (Visitor clerk = as("clerk")) {
            long answer = MAILROOM.desk().count("select min(id) from outbox");
            assertThat(clerk.at("/outbox/" + answer).content())
                    .contains("待放行草稿")
                    .contains("ZSCQ-2021-S1-430000-01");
            var html = clerk.gets("/outbox/" + answer + "/html");
            assertThat(html.headers().get("content-security-policy")).startsWith("sandbox; default-src 'none'");
            assertThat(html.text()).contains("湖南");
        }
    }

    @Test
    void the_language_follows_the_link_and_stays() {
        try (Visitor clerk = as("clerk")) {
            clerk.at("/work");
            clerk.page().locator("a[hreflang=en]").click();
            assertThat(clerk.text()).contains("To do").contains("Unknown sender");
            assertThat(clerk.at("/dossier/430000/S1").locator("main").innerText())
                    .as("the campaign's words stay the campaign's")
                    .contains("to be corrected")
                    .contains("待补正");
            clerk.page().locator("a[hreflang=zh]").click();
            assertThat(clerk.text()).contains("核对意见");
            clerk.at("/?lang=xx");
            assertThat(clerk.text()).contains("报送单位");
        }
    }

    @Test
    void without_JavaScript_everything_works_too() {
        try (Visitor clerk = Visitor.as("clerk", chromium, MAILROOM.desk(), false)) {
            assertThat(clerk.text()).contains("湖南省");
            clerk.page().locator("a[href='/dossier/430000/S1']").click();
            assertThat(clerk.text()).contains("核对意见");
            clerk.page().locator("form[action='/logout'] button").click();
            assertThat(clerk.text()).contains("已退出");
            assertThat(clerk.gets("/").status()).isEqualTo(302);
        }
    }

    @Test
    void the_history_of_a_dossier_names_the_place_of_each_file_in_words() {
        String collective = Forms.samples()
                .collective(CAMPAIGN.unit("430000").orElseThrow(), 1)
                .name();
        try (Visitor clerk = as("clerk")) {
            clerk.at("/dossier/430000/S1");
            assertThat(clerk.text())
                    .contains("推荐对象初审表 电子版 " + collective, "初审评选推荐工作报告 盖章扫描件")
                    .doesNotContain("first-review-form/", "/SCAN/");
        }
    }

    @Test
    void five_wrong_passwords_lock_the_account_against_the_right_one() {
        MAILROOM.desk().bean(Accounts.class).first("careless", Visitor.PASSWORD, Role.CLERK);
        try (Visitor careless = Visitor.stranger(chromium, MAILROOM.desk(), true)) {
            for (int i = 0; i < Accounts.MOST_FAILURES; i++) {
                careless.logIn("careless", "wrong password " + i);
                assertThat(careless.said()).contains("账号或密码不正确");
            }
            careless.logIn("careless", Visitor.PASSWORD);
            assertThat(careless.said()).contains("账号或密码不正确");
            assertThat(careless.gets("/").status()).isEqualTo(302);
            MAILROOM.desk()
                    .db()
                    .sql("update account set locked_until = null where name = 'careless'")
                    .update();
            careless.logIn("careless", Visitor.PASSWORD);
            assertThat(careless.text()).contains("湖南省");
        }
    }

    @Test
    void a_new_session_begins_at_login_and_nothing_is_left_of_it_at_logout() {
        try (Visitor clerk = Visitor.stranger(chromium, MAILROOM.desk(), true)) {
            clerk.at("/login");
            String before = session(clerk);
            clerk.logIn("clerk", Visitor.PASSWORD);
            assertThat(session(clerk)).isNotEqualTo(before);
            clerk.page().locator("form[action='/logout'] button").click();
            assertThat(clerk.gets("/work").status()).isEqualTo(302);
        }
    }

    private static String session(Visitor visitor) {
        return visitor.page().context().cookies().stream()
                .filter(cookie -> cookie.name.equals("mailroom"))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void an_administrator_adds_changes_locks_and_resets_accounts_and_their_sessions_end() {
        try (Visitor admin = as("admin");
                Visitor fresh = Visitor.stranger(chromium, MAILROOM.desk(), true)) {
            admin.at("/accounts");
            admin.submits("/accounts", Map.of("name", "Wang", "password", "short", "role", "CLERK"));
            admin.page()
                    .locator("form[action='/accounts'] input[name=password]")
                    .evaluate("f => f.removeAttribute('minlength')");
            admin.submits("/accounts", Map.of("name", "Wang", "password", "short", "role", "CLERK"));
            assertThat(admin.said()).contains("密码过短");
            admin.submits("/accounts", Map.of("name", "Wang", "password", "first long password", "role", "VIEWER"));
            assertThat(admin.said()).contains("已办理");
            admin.submits("/accounts", Map.of("name", "wang", "password", "first long password", "role", "VIEWER"));
            assertThat(admin.said()).contains("已有同名账号");
            long id = MAILROOM.desk().count("select id from account where name = 'wang'");

            fresh.logIn("wang", "first long password");
            assertThat(fresh.gets("/work").status()).isEqualTo(403);
            admin.submits("/accounts/" + id + "/role", Map.of("role", "CLERK"));
            assertThat(fresh.gets("/work").status())
                    .as("a session ends with its role")
                    .isEqualTo(302);
            fresh.logIn("wang", "first long password");
            assertThat(fresh.gets("/work").status()).isEqualTo(200);

            fresh.at("/password");
            fresh.submits("/password", Map.of("old", "not this one", "password", "second long password"));
            assertThat(fresh.said()).contains("原密码不正确");
            fresh.submits("/password", Map.of("old", "first long password", "password", "second long password"));
            assertThat(fresh.text()).contains("密码已修改");
            fresh.logIn("wang", "second long password");
            assertThat(fresh.gets("/work").status()).isEqualTo(200);

            admin.at("/accounts");
            admin.submits("/accounts/" + id + "/lock", Map.of());
            assertThat(fresh.gets("/work").status()).isEqualTo(302);
            fresh.logIn("wang", "second long password");
            assertThat(fresh.said()).contains("账号或密码不正确");

            long own = MAILROOM.desk().count("select id from account where name = 'admin'");
            MAILROOM.desk()
                    .db()
                    .sql("update account set disabled = true where role = 'ADMIN' and id <> " + own)
                    .update();
            admin.at("/accounts");
            admin.submits("/accounts/" + own + "/lock", Map.of());
            assertThat(admin.said()).contains("唯一的管理员");
            assertThat(MAILROOM.desk()
                            .count("select count(*) from event where kind like 'ACCOUNT_%' and actor = 'admin'"))
                    .isEqualTo(3);

            admin.at("/accounts");
            assertThat(admin.text()).contains("账号变动和登录记录", "登录", "wang");
        }
    }

    @Test
    void a_form_older_than_its_session_is_refused_in_words() {
        try (Visitor clerk = as("clerk")) {
            clerk.at("/password");
            clerk.page().context().clearCookies();
            clerk.submits("/password", Map.of("old", "whatever it was", "password", "whatever it will be"));
            assertThat(clerk.text()).contains("页面已过期").contains("未作任何办理");
            clerk.at("/nowhere");
        }
        try (Visitor clerk = as("clerk")) {
            clerk.at("/nowhere");
            assertThat(clerk.text()).contains("未找到");
            clerk.at("/mail/nonsense");
            assertThat(clerk.text()).contains("请求有误");
        }
    }

    @Test
    void no_page_shows_a_whole_identity_number_or_phone_and_each_page_is_sound() {
        try (Visitor admin = as("admin")) {
            Deque<String> toSee = new ArrayDeque<>(List.of("/"));
            TreeSet<String> seen = new TreeSet<>();
            while (!toSee.isEmpty()) {
                String path = toSee.pop();
                if (!seen.add(path)) {
                    continue;
                }
                Page page = admin.at(path);
                String text = page.content();
                assertThat(IDENTITY_NUMBER.matcher(text).find())
                        .as("an identity number in " + path)
                        .isFalse();
                assertThat(MOBILE.matcher(text).find())
                        .as("a mobile number in " + path)
                        .isFalse();
                assertThat(text).as(path).doesNotContain("１１０１０１１９７５０８１５００１９");
                assertThat((List<?>) Chromium.barriers(page))
                        .as("barriers of " + path)
                        .isEmpty();
                for (Object link : (List<?>) page.evaluate(
                        "() => [...document.querySelectorAll('a[href^=\"/\"]:not([download]):not([target])')]"
                                + ".map(a => a.getAttribute('href').split('#')[0])")) {
                    toSee.add((String) link);
                }
            }
            assertThat(seen)
                    .contains(
                            "/work",
                            "/accounts",
                            "/password",
                            "/mail/1",
                            "/outbox/1",
                            "/dossier/430000/S1",
                            "/unit/430000");
            assertThat(admin.at("/mail/1").content())
                    .contains("110101********0019")
                    .contains("138****0001");
            assertThat(chromium.complaints()).as("console").isEmpty();
        }
    }

    @Test
    void each_page_can_be_had_as_a_picture() {
        String folder = System.getProperty("mailroom.screenshots");
        org.junit.jupiter.api.Assumptions.assumeTrue(
                folder != null, "pictures of the pages: -Dmailroom.screenshots=docs/images");
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("desk-matrix", "/");
        pages.put("desk-unit", "/unit/430000");
        pages.put("desk-dossier", "/dossier/430000/S1");
        pages.put("desk-mail", "/mail/1");
        pages.put("desk-work", "/work");
        pages.put("desk-answer", "/outbox/1");
        pages.put("desk-accounts", "/accounts");
        try (Visitor admin = as("admin")) {
            pages.forEach((name, path) ->
                    admin.at(path).screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, name + ".png"))));
        }
        try (Visitor stranger = Visitor.stranger(chromium, MAILROOM.desk(), true)) {
            stranger.at("/login").screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, "desk-login.png")));
        }
    }
}
