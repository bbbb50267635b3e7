package org.mailroom.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.demo.SampleScan;
import org.mailroom.reading.ScanPage;
import org.mailroom.reading.ScanPage.Box;
import org.mailroom.reading.ScanPage.Line;
import org.mailroom.reading.ScanPage.Text;
import org.mailroom.testing.Forms;
import org.mailroom.testing.MailBuilder;
import org.mailroom.testing.TestDatabase;
import tools.jackson.databind.json.JsonMapper;

class ScanReadingTest {
    /** A receipt composed between the two would call missing what lies on that page. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void the_last_page_is_read_only_together_with_what_follows_from_the_file(TestDatabase kind) {
        FiledMails desk = new FiledMails(kind.fresh());
        String part = fileScan(desk, desk.registered("320000"));

        assertThat(desk.room.scans().giveUp(part)).as("a page more").isTrue();
        assertThat(open(desk)).isEqualTo(1);

        desk.jdbc.sql("alter table event rename to event_no_more").update();
        assertThatThrownBy(() -> desk.room.scans().giveUp(part)).hasMessageContaining("event");
        assertThat(open(desk)).isEqualTo(1);

        desk.jdbc.sql("alter table event_no_more rename to event").update();
        assertThat(desk.room.scans().giveUp(part)).isFalse();
        assertThat(open(desk)).isZero();
        assertThat(desk.count("event where kind = 'SCAN_READ'")).isEqualTo(1);
    }

    /** What is on paper may lie on any open page of the unit, so that no dossier of the unit calls it missing. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void the_last_page_of_one_stage_ends_the_waiting_of_another_and_its_unit_is_told(TestDatabase kind) {
        FiledMails desk = new FiledMails(kind.fresh());
        String address = desk.registered("320000");
        String part = fileScan(desk, address);
        long contact = desk.file(
                "2021-08-28T01:00:00Z",
                MailBuilder.aMail()
                        .from(address)
                        .attach(
                                "联系表.docx",
                                Forms.contact(FiledMails.unit("320000")).docx()));
        desk.answerAll();
        assertThat(gaps(desk, "S0")).as("its paper is still looked for").isZero();

        while (desk.room.scans().giveUp(part)) {
            assertThat(gaps(desk, "S0")).isZero();
        }

        assertThat(gaps(desk, "S0")).isEqualTo(1);
        assertThat(desk.room.windows().openMails("320000")).contains(contact);
        assertThat(desk.count("dossier where stage = 'S0' and first_received = last_received"))
                .as("received as before")
                .isEqualTo(1);
    }

    /** Paper photographed page by page (specification 3.9): what is a further page of which paper is known when all are read. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void pictures_of_one_paper_are_one_document_as_soon_as_all_of_the_mail_are_read(TestDatabase kind)
            throws Exception {
        FiledMails desk = new FiledMails(kind.fresh());
        desk.file(
                "2021-08-27T08:05:00Z",
                MailBuilder.aMail()
                        .from(desk.registered("320000"))
                        .attach(
                                "汇总表.docx",
                                Forms.summary(FiledMails.unit("320000"))
                                        .collectives(1)
                                        .docx())
                        .attach("IMG_1.png", picture(1))
                        .attach("IMG_2.png", picture(2))
                        .attach("IMG_3.png", picture(3)));
        lay(desk, "IMG_1.png", Text.RECOGNISED, "附件5", "推荐对象汇总表", "推荐单位", "序号", "姓名");
        lay(desk, "IMG_2.png", Text.RECOGNISED, "一九九八年七月起在市专利管理处工作。");
        lay(desk, "IMG_3.png", Text.OPEN);
        desk.jdbc
                .sql("update part set outcome = 'READING' where name like 'IMG%'")
                .update();

        desk.room.scans().giveUp(part(desk, "IMG_2.png"));
        assertThat(desk.count("part where paper is not null"))
                .as("one is still read")
                .isZero();

        desk.room.scans().giveUp(part(desk, "IMG_3.png"));
        assertThat(desk.jdbc
                        .sql(
                                "select name || ' ' || outcome || ' ' || coalesce(paper_page, 1) from part where name like 'IMG%' order by name")
                        .query(String.class)
                        .list())
                .containsExactly("IMG_1.png SCAN 1", "IMG_2.png SCAN 2", "IMG_3.png UNRECOGNISED 1");
        assertThat(desk.jdbc
                        .sql("select file_name from document where medium = 'SCAN'")
                        .query(String.class)
                        .list())
                .containsExactly("IMG_1.png");
        assertThat(desk.room.standings().look("320000", "S1").orElseThrow().files())
                .extracting(Standing.File::name)
                .contains("IMG_1.png", "IMG_2.png")
                .doesNotContain("IMG_3.png");
    }

    private static byte[] picture(int number) throws IOException {
        BufferedImage page = new BufferedImage(827, 1169, BufferedImage.TYPE_INT_RGB);
        page.createGraphics().fillRect(0, 0, 827, 1000 + number);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(page, "png", png);
        return png.toByteArray();
    }

    private static String part(FiledMails desk, String name) {
        return desk.jdbc
                .sql("select cast(id as varchar(20)) from part where name = :name")
                .param("name", name)
                .query(String.class)
                .single();
    }

    /** As if this had been read on the picture. */
    private static void lay(FiledMails desk, String name, Text text, String... lines) {
        List<Line> placed = new ArrayList<>();
        for (String line : lines) {
            placed.add(new Line(line, new Box(0.1, 0.05 + placed.size() * 0.04, 0.4, 0.02), 0.95));
        }
        ScanPage page = new ScanPage(1, 827, 1169, 0, 0, false, true, List.of(), text, placed);
        int laid = desk.jdbc
                .sql("update scan_page set text = :text, content = :content where part_id = :part")
                .param("text", text.name())
                .param("content", JsonMapper.builder().build().writeValueAsString(page))
                .param("part", Long.parseLong(part(desk, name)))
                .update();
        assertThat(laid).isEqualTo(1);
    }

    private static long gaps(FiledMails desk, String stage) {
        return desk.jdbc
                .sql("select gaps from dossier where stage = :stage")
                .param("stage", stage)
                .query(Long.class)
                .single();
    }

    /** A summary form and two stamped pages that are still to be read; gives their part. */
    private static String fileScan(FiledMails desk, String address) {
        desk.file(
                "2021-08-27T08:05:00Z",
                MailBuilder.aMail()
                        .from(address)
                        .attach(
                                "汇总表.docx",
                                Forms.summary(FiledMails.unit("320000"))
                                        .collectives(1)
                                        .docx())
                        .attach("汇总表（盖章）.pdf", SampleScan.pdf("汇总表", 2)));
        desk.jdbc.sql("update scan_page set text = 'OPEN'").update();
        return desk.jdbc
                .sql("select distinct cast(part_id as varchar(20)) from scan_page")
                .query(String.class)
                .single();
    }

    private static long open(FiledMails desk) {
        return desk.count("scan_page where text = 'OPEN'");
    }
}
