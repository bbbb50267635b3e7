package org.mailroom.journey;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mailroom.testing.MailBuilder.aMail;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.Unit;
import org.mailroom.demo.SampleNominee;
import org.mailroom.testing.Campaigns;
import org.mailroom.testing.Forms;
import org.mailroom.testing.MailroomExtension;
import org.mailroom.testing.Material;
import org.mailroom.testing.ReadAnswer;
import org.mailroom.testing.RunningDesk;
import org.mailroom.testing.TestDatabase;

/** The whole way of a mail on PostgreSQL, where several nodes could share the work: leases, heartbeats, no file of its own. */
class PostgresJourneyTest {
    private static final Campaign CAMPAIGN = Campaigns.chinese();
    private static final Unit NINGXIA = CAMPAIGN.unit("640000").orElseThrow();
    private static final Unit HUNAN = CAMPAIGN.unit("430000").orElseThrow();

    @TempDir
    Path folder;

    private RunningDesk desk;

    @BeforeEach
    void prepare() {
        desk = MailroomExtension.notYetCnipa(
                folder,
                "2021-08-27T09:00",
                "--spring.datasource.url=" + TestDatabase.emptyPostgresUrl(),
                "--spring.datasource.username=postgres",
                "--mailroom.receipts.quiet=2s",
                "--mailroom.receipts.longest=6s");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void mail_replacement_and_late_mail_get_their_answers_over_a_restart() {
        desk.begin();
        List<SampleNominee> nominees = Forms.samples().nominees(NINGXIA, 1, 1);
        desk.receives(Material.complete(aMail().from("zscq@nx.example").subject("宁夏初审材料"), NINGXIA, 1, 1));
        await().atMost(30, SECONDS)
                .until(() -> desk.count("select count(*) from receipt_window where state = 'OPEN'") == 1);
        desk.stop();
        desk.begin();
        desk.worksUntilIdle();

        ReadAnswer first = desk.onlyAnswerTo("zscq@nx.example");
        assertThat(first.subject()).contains("【收件回执】", "ZSCQ-2021-S1-640000-01");
        assertThat(first.text()).contains("材料种类齐全", "2021年8月27日9时00分收到");
        assertThat(desk.state("640000", "S1")).isEqualTo("COMPLETE");
        assertThat(desk.count("select count(*) from document")).isEqualTo(8);
        assertThat(desk.count("select count(*) from outbox where state = 'SENT'"))
                .as("both contacts of the unit")
                .isEqualTo(2);

        desk.receives(aMail().from("zscq@nx.example")
                .subject("宁夏初审材料更正（以此件为准）")
                .attach(
                        "更正.docx",
                        Forms.firstReview(NINGXIA)
                                .nominees(List.of(nominees.get(1)))
                                .deeds(342)
                                .docx()));
        desk.worksUntilIdle();
        assertThat(desk.answersTo("zscq@nx.example")).hasSize(2);
        assertThat(desk.answersTo("zscq@nx.example").get(1).text()).contains("342字，超过300字", "（R-57）");
        assertThat(desk.count("select max(version) from document")).isEqualTo(2);
        assertThat(desk.count("select count(*) from slot"))
                .as("the newest counts")
                .isEqualTo(8);
        assertThat(desk.state("640000", "S1")).isEqualTo("RETURNED");

        desk.clockTo("2021-09-01T09:00");
        desk.receivesAt(
                "2021-09-01T08:30:00",
                Material.complete(aMail().from("rst@hunan.example").subject("湖南省初审材料"), HUNAN, 1, 1));
        desk.worksUntilIdle();
        assertThat(desk.onlyAnswerTo("rst@hunan.example").subject()).contains("【逾期收件告知】", "430000-01");
        assertThat(desk.state("430000", "S1")).isEqualTo("LATE_RECEIVED");

        assertThat(desk.count("select count(*) from mail where state = 'FILED' and marked"))
                .isEqualTo(3);
        assertThat(desk.count("select count(*) from outbox where state <> 'SENT'"))
                .isZero();
        await().atMost(30, SECONDS)
                .until(() -> desk.count("select count(*) from event where seal_number is null") == 0);
    }
}
