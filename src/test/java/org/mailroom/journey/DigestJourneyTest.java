package org.mailroom.journey;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mailroom.testing.MailBuilder.aMail;

import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.Unit;
import org.mailroom.demo.SampleNominee;
import org.mailroom.testing.Campaigns;
import org.mailroom.testing.Forms;
import org.mailroom.testing.MailroomExtension;
import org.mailroom.testing.Material;
import org.mailroom.testing.ReadAnswer;
import org.mailroom.testing.RunningDesk;

/** The daily digest, specification 6.11, from the mails of the day to the inbox of our own people, with the real program. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DigestJourneyTest {
    private static final Campaign CAMPAIGN = Campaigns.chinese();
    private static final Unit NINGXIA = CAMPAIGN.unit("640000").orElseThrow();
    private static final String STAFF = "staff@office.example";
    private static final String IDENTITY_NUMBER = "110101197508150018";

    @RegisterExtension
    static final MailroomExtension MAILROOM = MailroomExtension.cnipa(
            "2021-08-26T09:00",
            "--mailroom.sending=review",
            "--mailroom.digest.recipients=" + STAFF,
            "--mailroom.desk-url=https://desk.example.cn/");

    private final RunningDesk desk = MAILROOM.desk();

    @Test
    @Order(1)
    void morning_s_digest_reaches_its_reader_with_the_ledger_also_while_mails_to_units_are_reviewed() throws Exception {
        List<SampleNominee> nominees = Forms.samples().nominees(NINGXIA, 1, 1);
        desk.receives(Material.complete(aMail().from("zscq@nx.example").subject("宁夏初审材料"), NINGXIA, 1, 1)
                .attach(
                        "附件1推荐对象初审表（" + nominees.get(1).name() + IDENTITY_NUMBER + "）.docx",
                        Forms.firstReview(NINGXIA)
                                .nominees(List.of(nominees.get(1)))
                                .identityNumber(IDENTITY_NUMBER)
                                .docx()));
        desk.receives(aMail().from("somebody@elsewhere.example").subject("报送材料").text("请查收。"));
        desk.worksUntilIdle();
        desk.clockTo("2021-08-27T08:30");
        await().atMost(30, SECONDS).until(() -> !desk.inboxOf(STAFF).isEmpty());
        desk.worksUntilIdle();

        ReadAnswer digest = desk.onlyAnswerTo(STAFF);
        assertThat(digest.subject()).isEqualTo("【每日摘要】全国知识产权系统评选表彰材料接收情况（2021年8月27日8时30分）");
        assertThat(digest.headers()).containsEntry("Auto-Submitted", "auto-generated");
        assertThat(digest.text())
                .contains("新收邮件2封", "等待放行的草稿", "未登记发件人，第2号来件")
                .contains("https://desk.example.cn/mail/2", "先进集体已推荐1个/名额128个")
                .contains("邮箱designated最后一次成功收信")
                .containsPattern("宁夏 +未报 +(补正|齐全)[^\\n]*变");
        assertThat(desk.count("select count(*) from outbox where kind <> 'digest' and state <> 'DRAFT'"))
                .as("a mail to a unit waits for a person")
                .isZero();
        assertThat(ledger(desk.inboxOf(STAFF).get(0))).contains("宁夏回族自治区", "推荐对象初审表", "未登记发件人");
    }

    @Test
    @Order(2)
    void no_identity_number_and_no_name_of_a_nominee_is_anywhere_in_it() throws Exception {
        MimeMessage mail = desk.inboxOf(STAFF).get(0);
        ReadAnswer digest = desk.onlyAnswerTo(STAFF);
        String all = digest.subject() + digest.text() + digest.html() + String.join("\n", ledger(mail));
        List<String> names =
                desk.db().sql("select name from nominee").query(String.class).list();

        assertThat(desk.count("select count(*) from document where file_name like '%" + IDENTITY_NUMBER + "%'"))
                .as("one came in")
                .isPositive();
        assertThat(names).hasSizeGreaterThan(1);
        assertThat(all).doesNotContain(IDENTITY_NUMBER).doesNotContain(names);
        for (SampleNominee nominee : Forms.samples().nominees(NINGXIA, 1, 1)) {
            assertThat(all).doesNotContain(nominee.values().getOrDefault("identityNumber", IDENTITY_NUMBER));
        }
    }

    @Test
    @Order(3)
    void restart_sends_no_second_digest_and_the_next_comes_on_the_next_working_day_without_new_material() {
        desk.stop();
        desk.begin();
        long seen = runs();
        await().atMost(30, SECONDS).until(() -> runs() > seen + 1);
        assertThat(desk.inboxOf(STAFF)).hasSize(1);

        desk.clockTo("2021-08-28T12:00");
        long saturday = runs();
        await().atMost(30, SECONDS).until(() -> runs() > saturday + 1);
        assertThat(desk.inboxOf(STAFF)).as("a Saturday").hasSize(1);

        desk.clockTo("2021-08-30T09:00");
        await().atMost(30, SECONDS).until(() -> desk.inboxOf(STAFF).size() == 2);
        assertThat(desk.answersTo(STAFF).get(1).text()).contains("今日无新收材料。", "2021年8月30日8时30分");
        assertThat(desk.count("select count(*) from agenda_slot where kind = 'digest'"))
                .isEqualTo(2);
    }

    private long runs() {
        return desk.count("select version from scheduled_tasks where task_name = 'digest'");
    }

    /** Every cell of the workbook that is attached. */
    private static List<String> ledger(MimeMessage mail) throws Exception {
        Multipart parts = (Multipart) mail.getContent();
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("报送台账2021-08-27.xlsx");
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        parts.getBodyPart(1).getInputStream().transferTo(octets);
        List<String> cells = new ArrayList<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(octets.toByteArray()))) {
            workbook.forEach(sheet -> {
                for (Row row : sheet) {
                    row.forEach(cell -> cells.add(cell.toString()));
                }
            });
        }
        return cells;
    }
}
