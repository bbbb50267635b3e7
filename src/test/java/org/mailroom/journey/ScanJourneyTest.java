package org.mailroom.journey;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.mailroom.testing.MailBuilder.aMail;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mailroom.campaign.Unit;
import org.mailroom.corpus.OneScan;
import org.mailroom.demo.SampleNominee;
import org.mailroom.testing.Campaigns;
import org.mailroom.testing.Forms;
import org.mailroom.testing.MailBuilder;
import org.mailroom.testing.MailroomExtension;
import org.mailroom.testing.ReadAnswer;
import org.mailroom.testing.RunningDesk;

/** Everything on paper in one PDF (specification 5, case 8): what stands on its pages says where they belong. */
class ScanJourneyTest {
    private static final Unit JILIN = Campaigns.chinese().unit("220000").orElseThrow();

    @RegisterExtension
    static final MailroomExtension MAILROOM = MailroomExtension.cnipa(
            "2021-08-27T09:00", "--mailroom.reader.recognise=true", "--mailroom.receipts.longest=10m");

    private static final List<SampleNominee> NOMINEES = Forms.samples().nominees(JILIN, 1, 1);

    @BeforeAll
    static void a_printer_is_here() {
        assumeTrue(OneScan.possible(), "LibreOffice and a Chinese font are needed to print the forms");
    }

    private static List<byte[]> forms(List<SampleNominee> onPaper) {
        List<byte[]> forms = new ArrayList<>();
        forms.add(Forms.report(JILIN).nominees(NOMINEES).docx());
        onPaper.forEach(nominee ->
                forms.add(Forms.firstReview(JILIN).nominees(List.of(nominee)).docx()));
        forms.add(Forms.summary(JILIN).nominees(NOMINEES).docx());
        return forms;
    }

    private static MailBuilder mail(byte[] scan) {
        MailBuilder mail = aMail().from("zscq@jl.example")
                .to(MailroomExtension.CNIPA_MAILBOX)
                .subject("吉林省初审材料")
                .text("请查收。");
        int number = 0;
        for (byte[] docx : forms(NOMINEES)) {
            mail.attach("电子版" + ++number + ".docx", docx);
        }
        return mail.attach("扫描件.pdf", scan);
    }

    @Test
    void one_stamped_PDF_with_all_forms_fills_every_scan_and_a_person_still_looks() throws Exception {
        RunningDesk desk = MAILROOM.desk();
        desk.receives(mail(OneScan.of(forms(NOMINEES), "吉林省市场监督管理厅", 150)));
        desk.worksUntilIdle();

        assertThat(desk.rows("""
                        select d.document, coalesce(n.name, '-') as name, d.assigned_by from slot s
                          join document d on d.id = s.document_id left join nominee n on n.id = d.nominee_id
                         where d.medium = 'SCAN' order by d.document, n.id"""))
                .extracting(row -> row.get("DOCUMENT") + " " + row.get("NAME") + " " + row.get("ASSIGNED_BY"))
                .containsExactly(
                        "first-review-form " + NOMINEES.get(0).name() + " OCR",
                        "first-review-form " + NOMINEES.get(1).name() + " OCR",
                        "first-review-report - OCR",
                        "summary-form - OCR");
        ReadAnswer receipt = desk.onlyAnswerTo("zscq@jl.example");
        assertThat(receipt.subject()).startsWith("【收件回执】");
        assertThat(receipt.text())
                .contains("材料种类齐全", "《推荐对象初审表》（附件1）：2份（先进集体1份、先进个人1份），盖章扫描件、电子版齐全", "尚待人工核对")
                // the file's own line names all that is in it
                .contains("初审评选推荐工作报告、《推荐对象初审表》、《推荐对象汇总表》盖章扫描件")
                .doesNotContain("暂未发现需补正的事项", "缺少");
    }

    @Test
    void a_scan_that_came_before_its_forms_is_placed_when_they_come() throws Exception {
        Unit liaoning = Campaigns.chinese().unit("210000").orElseThrow();
        SampleNominee nominee = Forms.samples().nominees(liaoning, 1, 0).get(0);
        byte[] form = Forms.firstReview(liaoning).nominees(List.of(nominee)).docx();
        RunningDesk desk = MAILROOM.desk();
        desk.receives(aMail().from("zscq@ln.example")
                .to(MailroomExtension.CNIPA_MAILBOX)
                .subject("辽宁省初审材料（盖章件）")
                .attach("扫描件.pdf", OneScan.of(List.of(form), "辽宁省知识产权局", 150)));
        desk.worksUntilIdle();
        assertThat(unplaced(desk)).as("nobody is known of that name").isEqualTo(1);

        desk.receives(aMail().from("zscq@ln.example")
                .to(MailroomExtension.CNIPA_MAILBOX)
                .subject("辽宁省初审材料（电子版）")
                .attach("电子版.docx", form));
        desk.worksUntilIdle();

        await().atMost(60, SECONDS).until(() -> unplaced(desk) == 0);
        assertThat(desk.count("""
                        select count(*) from slot s join document d on d.id = s.document_id
                          join dossier o on o.id = d.dossier_id join nominee n on n.id = d.nominee_id
                         where o.unit = '210000' and d.medium = 'SCAN' and d.assigned_by = 'OCR'""")).isEqualTo(1);
    }

    private static long unplaced(RunningDesk desk) {
        return desk.count("select count(*) from task where kind = 'unrecognised-file' and unit = '210000'"
                + " and closed_at is null");
    }
}
