package org.mailroom.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.Unit;
import org.mailroom.demo.SampleNominee;
import org.mailroom.testing.Campaigns;
import org.mailroom.testing.Forms;
import org.mailroom.testing.Golden;
import org.mailroom.testing.TestDatabase;

/** The digest of specification 6.11 as staff read it, whole in src/test/resources/golden. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class GoldenDigestTest {
    @Parameter
    TestDatabase database;

    private static final DigestSettings STAFF = DigestDesk.settings("staff@example.cn");

    /** Looks like a number of a person, as a hash may by chance. */
    private static final String HASH = "0123456789".repeat(6) + "abcd";

    private final Campaign cnipa = Campaigns.chinese();

    @Test
    void empty_day_still_has_a_digest() throws Exception {
        DigestDesk desk = new DigestDesk(cnipa, database.fresh(), "2021-08-17T09:00");
        desk.at("2021-08-18T08:30");
        DigestText digest = digest(desk);

        assertThat(digest.subject()).isEqualTo("【每日摘要】全国知识产权系统评选表彰材料接收情况（2021年8月18日8时30分）");
        assertThat(digest.text()).contains("今日无新收材料。").contains("需您处理\n　　无。");
        assertThat(digest.mail().getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(digest.mail().getHeader("X-Auto-Response-Suppress")).isNotNull();
        assertThat(digest.fileName()).isEqualTo("报送台账2021-08-18.xlsx");
        matches("digest-empty", digest);
    }

    @Test
    void busy_day_counts_first_then_the_matrix_then_what_needs_a_person_oldest_first() {
        DigestDesk desk = new DigestDesk(cnipa, database.fresh(), "2021-08-17T09:00");
        busy(desk, "2021-08-29T10:00", "2021-08-29T15:00");
        desk.at("2021-08-30T08:30");
        DigestText digest = digest(desk);

        assertThat(digest.text())
                .contains("新收邮件6封，登记材料4件", "发送失败1封，发送结果不明1封")
                .containsSubsequence("未登记发件人", "逾期未报", "逾期收件待定", "结果不明")
                .contains("等待放行的草稿2封，最早的已等待17小时")
                .contains("限阅事项（只列数量）：异议（限阅）2项；材料疑似含密级标志（R-19）1项")
                .contains("距截止还有1天（含今日2个工作日）；尚无任何材料的单位28个")
                .contains("请电话联系的单位：西藏")
                .contains("先进集体已推荐6个/名额128个，先进个人已推荐5名/名额126名", "/限额25")
                .contains("补正期限临近或已过：宁夏初审材料（2021年8月31日）")
                .contains("末条校验值：" + HASH)
                .contains("http://localhost:8080/mail/1", "http://localhost:8080/work");
        assertThat(digest.html())
                .contains("href=\"http://localhost:8080/mail/1\"")
                .contains("style=\"border-collapse:collapse;")
                .doesNotContain("<style", "class=", "<img");
        matches("digest-busy", digest);
    }

    @Test
    void no_nominee_no_number_and_nothing_of_an_objection_is_told() {
        DigestDesk desk = new DigestDesk(cnipa, database.fresh(), "2021-08-17T09:00");
        busy(desk, "2021-08-29T10:00", "2021-08-29T15:00");
        desk.at("2021-08-30T08:30");
        DigestText digest = digest(desk);

        List<String> names =
                desk.jdbc.sql("select name from nominee").query(String.class).list();
        assertThat(names).isNotEmpty();
        assertThat((digest.text() + digest.html()).replace(HASH, ""))
                .doesNotContain(names)
                .doesNotContainPattern("[0-9]{17}[0-9Xx]");
        assertThat(digest.text()).doesNotContain("/mail/2", "/mail/3");
    }

    @Test
    void english_campaign_has_an_english_digest() {
        DigestDesk desk = new DigestDesk(Campaigns.english(), database.fresh(), "2026-03-05T09:00");
        desk.at("2026-03-05T15:00");
        long mail = desk.mail("FILED");
        long dossier = desk.dossier("QC", "A1", "RETURNED", 1, 1);
        desk.assessed("QC", "A1", mail, "RETURNED");
        desk.finding(dossier, "R-57", "RETURN");
        desk.tasks().open("unknown-sender", "mail/" + mail, null, null, mail, Map.of());
        desk.at("2026-03-06T17:00");
        DigestText digest = digest(desk);

        assertThat(digest.subject())
                .isEqualTo("[Daily digest] Maple Grants 2026: material received (6 March 2026 at 17:00)");
        assertThat(digest.text())
                .contains("1 new mail", "Unknown sender", "waiting for 1 d 2 h", "today (1 working day with today)")
                .containsPattern("Quebec +to correct -1 !1 +new risk")
                .doesNotContainPattern("\\p{IsHan}");
        assertThat(digest.fileName()).isEqualTo("ledger-2026-03-06.xlsx");
        matches("digest-maple", digest);
    }

    /** Two days of work: six mails, four units, and something of everything that needs a person. */
    static void busy(DigestDesk desk, String morning, String afternoon) {
        desk.at("2021-08-27T10:00");
        for (String unit : List.of("420000", "430000", "440000", "450000", "460000")) {
            desk.tasks().open("overdue", unit + "/S0", unit, "S0", null, Map.of());
            desk.dossier(unit, "S0", "OVERDUE", 0, 0);
        }
        desk.tasks().open("please-phone", "540000/S1", "540000", "S1", null, Map.of());
        desk.at(morning);
        long stranger = desk.mail("FILED");
        desk.jdbc
                .sql("update task set opened_at = :at where kind = 'please-phone'")
                .param("at", desk.clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .update();
        desk.jdbc
                .sql(
                        "insert into task (kind, subject_key, mail_id, details, opened_at) values ('unknown-sender', 'mail/1', 1, '{}', :at)")
                .param("at", desk.instant("2021-08-26T09:00").atOffset(java.time.ZoneOffset.UTC))
                .update();
        assertThat(stranger).isEqualTo(1);
        desk.tasks().open("objection", "mail/2", "320000", null, desk.mail("FILED"), Map.of());
        desk.tasks().open("objection", "mail/3", null, null, desk.mail("FILED"), Map.of());

        Unit jiangsu = desk.campaign.unit("320000").orElseThrow();
        List<SampleNominee> nominees = Forms.samples().nominees(jiangsu, 6, 5);
        long complete = desk.mail("FILED");
        long dossier = desk.dossier("320000", "S1", "COMPLETE", 0, 1);
        desk.assessed("320000", "S1", complete, "COMPLETE");
        desk.finding(dossier, "R-19", "WARN");
        desk.document(
                dossier,
                "summary-form",
                "ELECTRONIC",
                null,
                complete,
                "附件5推荐对象汇总表.docx",
                Forms.summary(jiangsu).nominees(nominees).docx());
        for (int i = 0; i < 3; i++) {
            SampleNominee nominee = nominees.get(6 + i);
            long id = desk.nominee("320000", "individual", nominee.name());
            desk.document(
                    dossier,
                    "first-review-form",
                    "ELECTRONIC",
                    id,
                    complete,
                    "附件1（" + nominee.name() + "110101197508150018）.docx",
                    Forms.firstReview(jiangsu).nominees(List.of(nominee)).docx());
        }
        desk.at(afternoon);
        long returned = desk.mail("FILED");
        long ningxia = desk.dossier("640000", "S1", "RETURNED", 2, 1);
        desk.assessed("640000", "S1", returned, "RETURNED");
        desk.finding(ningxia, "R-57", "RETURN");
        desk.finding(ningxia, "R-46", "RETURN");
        desk.jdbc
                .sql("update dossier set correction_due = date '2021-08-31' where id = :id")
                .param("id", ningxia)
                .update();
        desk.dossier("540000", "S1", "NOT_STARTED", 0, 0);
        long late = desk.mail("FILED");
        desk.dossier("430000", "S1", "PARTIAL", 3, 1);
        desk.dossier("650000", "S1", "UNDER_REVIEW", 0, 2);
        desk.tasks().open("late-submission", "430000/S0", "430000", "S0", late, Map.of("rule", "R-02"));
        desk.outgoing("window/1", "DRAFT");
        desk.outgoing("window/2", "DRAFT");
        desk.outgoing("window/3", "FAILED");
        desk.outgoing("window/4", "UNCERTAIN");
        desk.outgoing("window/5", "SENT");
        desk.tasks().open("uncertain-mail", "outbox/4", "110000", "S1", null, Map.of());
        desk.jdbc
                .sql("update event set seal_number = id, seal_hash = :hash where id = (select max(id) from event)")
                .param("hash", HASH)
                .update();
    }

    private static DigestText digest(DigestDesk desk) {
        desk.digests(STAFF).tick();
        assertThat(desk.queued()).hasSize(1).first().asString().endsWith("QUEUED");
        return DigestText.of(desk.message(0));
    }

    private static void matches(String name, DigestText digest) {
        Golden.assertMatches(name + ".txt", digest.subject() + "\n\n" + digest.text());
        Golden.assertMatches(name + ".html", digest.html());
    }
}
