package org.mailroom.journey;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mailroom.testing.MailBuilder.aMail;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.campaign.Campaign;
import org.mailroom.testing.Campaigns;
import org.mailroom.testing.MailBuilder;
import org.mailroom.testing.MailroomExtension;
import org.mailroom.testing.Material;
import org.mailroom.testing.ReadAnswer;
import org.mailroom.testing.RunningDesk;

/** D-1, D-2, P6 and acceptance checks 4 and 12, to the second, with the real program. */
class DueTimeJourneyTest {
    private static final Campaign CAMPAIGN = Campaigns.chinese();
    private static final String NINGXIA = "640000";
    private static final String HUNAN = "430000";

    @TempDir
    Path folder;

    private RunningDesk desk;

    @BeforeEach
    void on_the_last_day() {
        desk = MailroomExtension.notYetCnipa(folder, "2021-08-31T12:00");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void last_second_is_on_time_and_midnight_is_late_also_when_the_desk_polls_a_day_later() {
        desk.begin();
        desk.stop();
        desk.receivesAt("2021-08-31T23:59:59", submission(NINGXIA, "zscq@nx.example"));
        desk.receivesAt("2021-09-01T00:00:00", submission(HUNAN, "rst@hunan.example"));
        desk.clockTo("2021-09-01T23:00");
        desk.begin();
        desk.worksUntilIdle();

        onTimeAndLate();
    }

    @Test
    void mail_of_the_last_second_is_on_time_also_after_its_unit_was_called_overdue() {
        desk.begin();
        desk.clockTo("2021-09-01T09:00");
        await().atMost(30, SECONDS).until(() -> overdue() == CAMPAIGN.units().size());

        desk.receivesAt("2021-08-31T23:59:59", submission(NINGXIA, "zscq@nx.example"));
        desk.receivesAt("2021-09-01T00:00:00", submission(HUNAN, "rst@hunan.example"));
        desk.worksUntilIdle();

        onTimeAndLate();
    }

    @Test
    void only_units_of_which_nothing_came_are_overdue_and_none_is_ever_forfeited() {
        desk.begin();
        desk.receivesAt(
                "2021-08-31T12:30:00",
                aMail().from("zscq@nx.example").subject("宁夏初审材料").attach("附件5推荐对象汇总表.docx", summary(NINGXIA)));
        desk.worksUntilIdle();
        assertThat(overdue()).as("nobody is overdue before the close").isZero();
        String before = desk.state(NINGXIA, "S1");

        desk.clockTo("2021-09-01T00:00:30");
        await().atMost(30, SECONDS).until(() -> overdue() == CAMPAIGN.units().size() - 1);

        assertThat(desk.state(NINGXIA, "S1")).isEqualTo(before).isIn("PARTIAL", "RETURNED");
        assertThat(desk.count("select count(*) from task where kind = 'incomplete-at-due' and unit = '640000'"))
                .isEqualTo(1);
        desk.clockTo("2021-09-29T09:00");
        desk.receivesAt("2021-09-29T08:00:00", submission(HUNAN, "rst@hunan.example"));
        desk.worksUntilIdle();
        assertThat(desk.state(HUNAN, "S1")).isEqualTo("LATE_RECEIVED");
        assertThat(desk.count("select count(*) from dossier where state = 'FORFEITED'"))
                .isZero();
        assertThat(desk.count("select count(*) from event where details like '%FORFEITED%'"))
                .isZero();
    }

    @Test
    void nobody_is_overdue_until_the_mailbox_was_read_past_the_close() {
        desk.set("--mailroom.mailbox.port=1");
        desk.begin();
        long seen = agendaRuns();
        desk.clockTo("2021-09-01T09:00");
        await().atMost(30, SECONDS).until(() -> agendaRuns() > seen + 1);
        assertThat(overdue()).isZero();

        desk.stop();
        desk.set("--mailroom.mailbox.port=" + desk.postOffice().imapPort());
        desk.begin();
        await().atMost(30, SECONDS).until(() -> overdue() == CAMPAIGN.units().size());
    }

    private void onTimeAndLate() {
        assertThat(desk.state(NINGXIA, "S1")).isEqualTo("COMPLETE");
        assertThat(onTime(NINGXIA)).isTrue();
        ReadAnswer receipt = desk.onlyAnswerTo("zscq@nx.example");
        assertThat(receipt.subject()).contains("【收件回执】").contains("ZSCQ-2021-S1-640000-01");
        assertThat(receipt.text()).contains("2021年8月31日23时59分收到", "在规定时限（2021年8月31日前）之内");

        assertThat(desk.state(HUNAN, "S1")).isEqualTo("LATE_RECEIVED");
        assertThat(onTime(HUNAN)).isFalse();
        ReadAnswer late = desk.onlyAnswerTo("rst@hunan.example");
        assertThat(late.subject()).contains("【逾期收件告知】").contains("ZSCQ-2021-S1-430000-01");
        assertThat(late.text()).contains("2021年9月1日0时00分收到", "我办已对来件予以登记");
        assertThat(
                        desk.count(
                                "select count(*) from document d join dossier o on o.id = d.dossier_id where o.unit = '430000'"))
                .as("what came late is filed all the same")
                .isEqualTo(8);
        assertThat(desk.count("select count(*) from dossier where state = 'FORFEITED'"))
                .isZero();
    }

    private boolean onTime(String unit) {
        return desk.db()
                .sql("select on_time from dossier where unit = :unit and stage = 'S1'")
                .param("unit", unit)
                .query(Boolean.class)
                .single();
    }

    private long overdue() {
        return desk.count("select count(*) from dossier where stage = 'S1' and state = 'OVERDUE'");
    }

    private long agendaRuns() {
        return desk.count("select version from scheduled_tasks where task_name = 'agenda'");
    }

    private static byte[] summary(String unit) {
        return org.mailroom.testing.Forms.summary(CAMPAIGN.unit(unit).orElseThrow())
                .collectives(1)
                .docx();
    }

    private static MailBuilder submission(String unit, String from) {
        MailBuilder mail = aMail().from(from).subject("报送初审材料").text("请查收。");
        return Material.complete(mail, CAMPAIGN.unit(unit).orElseThrow(), 1, 1);
    }
}
