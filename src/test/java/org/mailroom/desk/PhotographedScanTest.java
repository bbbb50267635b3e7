package org.mailroom.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.mailroom.testing.MailBuilder.aMail;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
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

/** Printed, stamped, then photographed with a telephone (specification 3.9): a picture a page. */
class PhotographedScanTest {
    private static final Unit ANHUI = Campaigns.chinese().unit("340000").orElseThrow();

    @RegisterExtension
    static final MailroomExtension MAILROOM = MailroomExtension.cnipa(
            "2021-08-27T09:00", "--mailroom.reader.recognise=true", "--mailroom.receipts.longest=10m");

    @BeforeAll
    static void a_printer_is_here() {
        assumeTrue(OneScan.possible(), "LibreOffice and a Chinese font are needed to print the forms");
    }

    @Test
    void the_pictures_of_its_pages_are_put_together_as_one_paper() throws Exception {
        List<SampleNominee> nominees = Forms.samples().nominees(ANHUI, 1, 0);
        List<byte[]> forms = new ArrayList<>();
        forms.add(Forms.report(ANHUI).nominees(nominees).docx());
        forms.add(Forms.firstReview(ANHUI).nominees(nominees).docx());
        forms.add(Forms.summary(ANHUI).nominees(nominees).docx());
        List<byte[]> pictures = OneScan.photographed(forms, "安徽省市场监督管理局");
        int ofReport = pictures.size() - 2;
        assertThat(ofReport).as("pages of the report").isGreaterThan(1);
        MailBuilder mail = aMail().from("zscq@ah.example")
                .to(MailroomExtension.CNIPA_MAILBOX)
                .subject("安徽省初审材料")
                .text("请查收。");
        for (int form = 0; form < forms.size(); form++) {
            mail.attach("电子版" + (form + 1) + ".docx", forms.get(form));
        }
        for (int picture = 0; picture < pictures.size(); picture++) {
            mail.attach("IMG_" + (9 + picture) + ".jpg", pictures.get(picture));
        }
        RunningDesk desk = MAILROOM.desk();
        desk.receives(mail);
        desk.worksUntilIdle();

        assertThat(desk.rows("""
                        select d.document, d.file_name from slot s join document d on d.id = s.document_id
                         where d.medium = 'SCAN' order by d.document"""))
                .extracting(row -> row.get("DOCUMENT") + " " + row.get("FILE_NAME"))
                .containsExactly(
                        "first-review-form IMG_" + (9 + ofReport) + ".jpg",
                        "first-review-report IMG_9.jpg",
                        "summary-form IMG_" + (10 + ofReport) + ".jpg");
        assertThat(desk.count("select count(*) from task where kind = 'unrecognised-file'"))
                .isZero();
        ReadAnswer receipt = desk.onlyAnswerTo("zscq@ah.example");
        assertThat(receipt.subject()).startsWith("【收件回执】");
        assertThat(receipt.text())
                .contains("材料种类齐全", "尚待人工核对", "以上共" + (forms.size() + pictures.size()) + "个文件", "IMG_10.jpg")
                .doesNotContain("缺少");

        Map<String, Object> first = desk.rows("select id, mail_id from part where name = 'IMG_9.jpg'")
                .get(0);
        long further = desk.count("select id from part where name = 'IMG_10.jpg'");
        ScanView view = desk.bean(Pages.class).scan();
        long mailId = ((Number) first.get("MAIL_ID")).longValue();
        long paper = ((Number) first.get("ID")).longValue();
        assertThat(view.page(mailId, paper, 2, "li").orElseThrow())
                .satisfies(page -> assertThat(page.number()).isEqualTo(2))
                .satisfies(page -> assertThat(page.pages()).isEqualTo(ofReport));
        byte[] second = view.picture(mailId, further, 1).orElseThrow();
        assertThat(view.picture(mailId, paper, 2))
                .hasValueSatisfying(png -> assertThat(png).isEqualTo(second));
        assertThat(ImageIO.read(
                        new ByteArrayInputStream(view.picture(mailId, paper, 1).orElseThrow())))
                .isNotNull();
        assertThat(view.page(mailId, paper, ofReport + 1, "li")).isEmpty();
        assertThat(desk.bean(Pages.class).mail().page(mailId).orElseThrow().parts())
                .filteredOn(part -> part.name().equals("IMG_10.jpg"))
                .extracting(MailView.PartLine::paper, MailView.PartLine::paperPage)
                .containsExactly(tuple("IMG_9.jpg", 2));
    }
}
