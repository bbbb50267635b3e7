package org.mailroom.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.campaign.Medium;
import org.mailroom.custody.By;
import org.mailroom.custody.Decided;
import org.mailroom.demo.SampleScan;
import org.mailroom.dossier.Assignments.Place;
import org.mailroom.reading.ScanPage;
import org.mailroom.reading.ScanPage.Box;
import org.mailroom.reading.ScanPage.Line;
import org.mailroom.reading.ScanPage.Text;
import org.mailroom.testing.Forms;
import org.mailroom.testing.MailBuilder;
import org.mailroom.testing.TestDatabase;
import tools.jackson.databind.json.JsonMapper;

class ScanReadingTest {
    private static final String[] FORM = {"附件5", "推荐对象汇总表", "推荐单位", "序号", "姓名"};

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
        assertThat(desk.gaps("320000", "S0"))
                .as("its paper is still looked for")
                .isZero();

        while (desk.room.scans().giveUp(part)) {
            assertThat(desk.gaps("320000", "S0")).isZero();
        }

        assertThat(desk.gaps("320000", "S0")).isEqualTo(1);
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
        FiledMails desk = threePictures(kind);

        desk.room.scans().giveUp(part(desk, "IMG_2.png"));
        assertThat(desk.count("part where paper is not null"))
                .as("one is still read")
                .isZero();

        desk.room.scans().giveUp(part(desk, "IMG_3.png"));
        assertThat(pictures(desk)).containsExactly("IMG_1.png SCAN 1", "IMG_2.png SCAN 2", "IMG_3.png UNRECOGNISED 1");
        assertThat(placed(desk)).containsExactly("IMG_1.png");
        assertThat(desk.room.standings().look("320000", "S1").orElseThrow().files())
                .extracting(Standing.File::name)
                .contains("IMG_1.png", "IMG_2.png")
                .doesNotContain("IMG_3.png");
    }

    /** Whatever is read on it afterwards: the others are put together, and what the person said of this one stands. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void the_pictures_of_a_mail_are_put_together_also_when_a_person_has_placed_the_last_one(TestDatabase kind)
            throws Exception {
        FiledMails desk = threePictures(kind);
        desk.room.scans().giveUp(part(desk, "IMG_2.png"));
        says(desk, "IMG_3.png", List.of(new Place("S1", "first-review-report", Medium.SCAN, Optional.empty())));

        lay(desk, "IMG_3.png", Text.RECOGNISED, FORM);
        desk.room.scans().giveUp(part(desk, "IMG_3.png"));

        assertThat(pictures(desk)).containsExactly("IMG_1.png SCAN 1", "IMG_2.png SCAN 2", "IMG_3.png SCAN 1");
        assertThat(placed(desk)).containsExactly("IMG_1.png", "IMG_3.png");
        assertThat(desk.count("document where document = 'first-review-report' and file_name = 'IMG_3.png'"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_picture_that_belongs_nowhere_by_a_persons_word_fills_nothing_whatever_is_read_on_it(TestDatabase kind)
            throws Exception {
        FiledMails desk = threePictures(kind);
        says(desk, "IMG_3.png", List.of());

        lay(desk, "IMG_3.png", Text.RECOGNISED, FORM);
        desk.room.scans().giveUp(part(desk, "IMG_3.png"));

        assertThat(pictures(desk)).containsExactly("IMG_1.png SCAN 1", "IMG_2.png SCAN 2", "IMG_3.png SKIPPED 1");
        assertThat(placed(desk)).containsExactly("IMG_1.png");
    }

    /** What was put together once is left alone when more of the unit comes: only what nobody could place is tried again. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_picture_tried_again_leaves_the_papers_of_its_mail_as_they_are(TestDatabase kind) throws Exception {
        FiledMails desk = threePictures(kind);
        desk.room.scans().giveUp(part(desk, "IMG_3.png"));
        long read = desk.count("event where kind = 'SCAN_READ'");
        says(desk, "IMG_1.png", List.of(new Place("S1", "first-review-report", Medium.SCAN, Optional.empty())));

        desk.room.scans().giveUp(part(desk, "IMG_3.png"));

        assertThat(pictures(desk)).containsExactly("IMG_1.png SCAN 1", "IMG_2.png SCAN 2", "IMG_3.png UNRECOGNISED 1");
        assertThat(desk.count("event where kind = 'SCAN_READ'")).isEqualTo(read);
    }

    /** The form on two pictures; a third that is still to be read. */
    private static FiledMails threePictures(TestDatabase kind) throws IOException {
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
        lay(desk, "IMG_1.png", Text.RECOGNISED, FORM);
        lay(desk, "IMG_2.png", Text.RECOGNISED, "一九九八年七月起在市专利管理处工作。");
        lay(desk, "IMG_3.png", Text.OPEN);
        desk.jdbc
                .sql("update part set outcome = 'READING' where name like 'IMG%'")
                .update();
        return desk;
    }

    private static void says(FiledMails desk, String name, List<Place> places) {
        long part = Long.parseLong(part(desk, name));
        Assignments door = desk.room.assignments();
        assertThat(door.part(part, places, door.seenPart(part), new By("li", "", "已核对原件")))
                .isInstanceOf(Decided.Done.class);
    }

    /** Each picture with what became of it and which page of its paper it is. */
    private static List<String> pictures(FiledMails desk) {
        return desk.jdbc.sql("""
                        select name || ' ' || outcome || ' ' || coalesce(paper_page, 1) from part
                         where name like 'IMG%' order by name""").query(String.class).list();
    }

    /** The pictures that stand in slots. */
    private static List<String> placed(FiledMails desk) {
        return desk.jdbc.sql("""
                        select d.file_name from slot s join document d on d.id = s.document_id
                         where d.medium = 'SCAN' order by d.file_name""").query(String.class).list();
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
