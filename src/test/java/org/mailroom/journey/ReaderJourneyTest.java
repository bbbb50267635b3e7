package org.mailroom.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.testing.MailBuilder.aMail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.campaign.Unit;
import org.mailroom.reading.ReaderPool;
import org.mailroom.reading.reader.TroubledReader;
import org.mailroom.testing.Campaigns;
import org.mailroom.testing.Forms;
import org.mailroom.testing.MailBuilder;
import org.mailroom.testing.MailroomExtension;
import org.mailroom.testing.Material;
import org.mailroom.testing.RunningDesk;
import org.mailroom.testing.TestClassPath;

/** What a unit is told when the reader ends over one of its files each time. */
class ReaderJourneyTest {
    private static final Unit NINGXIA = Campaigns.chinese().unit("640000").orElseThrow();

    @TempDir
    Path folder;

    private RunningDesk desk;

    @BeforeEach
    void begin() throws IOException {
        desk = MailroomExtension.notYetCnipa(folder, "2021-08-27T09:00");
        Path marks = Files.createDirectory(folder.resolve("marks"));
        desk.readsWith(TestClassPath.reader(TroubledReader.class, marks.toString()));
        desk.begin();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void the_rest_of_the_mail_is_filed_and_answered_and_the_receipt_names_what_a_person_will_look_at() {
        byte[] form = Forms.firstReview(NINGXIA).collectives(1).docx();
        MailBuilder mail = aMail().from("zscq@nx.example").subject("宁夏初审材料");
        mail.attach("材料 " + TroubledReader.FAULTS + ".docx", form);
        mail.attach("附件1推荐对象初审表 " + TroubledReader.FAULTS + ".docx", form);
        desk.receives(Material.pair(
                mail, "附件5推荐对象汇总表", Forms.summary(NINGXIA).collectives(1).docx()));
        desk.worksUntilIdle();

        assertThat(desk.rows("select name, outcome, reason from part order by id"))
                .extracting(row -> row.get("NAME") + " " + row.get("OUTCOME") + " " + row.get("REASON"))
                .containsExactly(
                        "材料 faults.docx UNCHECKED null",
                        "附件1推荐对象初审表 faults.docx UNCHECKED null",
                        "附件5推荐对象汇总表.docx RECOGNISED null",
                        "附件5推荐对象汇总表（盖章扫描件）.pdf SCAN null");
        assertThat(desk.onlyAnswerTo("zscq@nx.example").text())
                .contains("《推荐对象汇总表》（附件5）：盖章扫描件1份、电子版1份")
                .contains("材料 faults.docx")
                .contains("尚待人工核对")
                .doesNotContain("损坏", "暂未发现");
        assertThat(desk.count("select count(*) from task where kind = 'unrecognised-file' and closed_at is null"))
                .isEqualTo(1);
        assertThat(desk.bean(ReaderPool.class).processes()).hasSizeBetween(1, 2);
    }
}
