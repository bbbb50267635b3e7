package org.mailroom.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.corpus.PictureDocx;
import org.mailroom.reading.ScanPage;
import org.mailroom.reading.reader.Papers;
import org.mailroom.testing.Forms;
import org.mailroom.testing.MailBuilder;
import org.mailroom.testing.TestDatabase;
import tools.jackson.databind.json.JsonMapper;

/** Stamped pages that stand behind a form in the form's own file. */
class PastedPagesFilingTest {
    private static final String UNIT = "320000";
    private static final String PAGES = "汇总表.docx/image1";

    record PartLine(String name, String outcome) {}

    record DocumentLine(String medium, String fileName, String assignedBy) {}

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void they_are_placed_by_what_is_read_on_them_and_never_by_the_name_of_the_form(TestDatabase kind)
            throws IOException {
        FiledMails desk = new FiledMails(kind.fresh());
        byte[] form = Forms.summary(FiledMails.unit(UNIT)).collectives(1).docx();
        byte[] png = Papers.a4(100).text(60, 30, 20, "汇总表").png();
        byte[] docx = PictureDocx.behind(form, List.of(ImageIO.read(new ByteArrayInputStream(png))));
        desk.file(
                "2021-08-27T08:05:00Z",
                MailBuilder.aMail().from(desk.registered(UNIT)).attach("汇总表.docx", docx));

        assertThat(parts(desk)).containsExactly(tuple("汇总表.docx", "RECOGNISED"), tuple(PAGES, "UNRECOGNISED"));
        assertThat(documents(desk)).containsExactly(tuple("ELECTRONIC", "汇总表.docx", "READ"));
        assertThat(desk.tasks("unrecognised-file")).containsExactly(UNIT);

        recognised(desk, page());

        assertThat(parts(desk)).containsExactly(tuple("汇总表.docx", "RECOGNISED"), tuple(PAGES, "SCAN"));
        assertThat(documents(desk))
                .containsExactly(tuple("ELECTRONIC", "汇总表.docx", "READ"), tuple("SCAN", PAGES, "OCR"));
        assertThat(desk.tasks("unrecognised-file")).isEmpty();
    }

    private static List<Tuple> parts(FiledMails desk) {
        return desk.jdbc.sql("select name, outcome from part order by id").query(PartLine.class).list().stream()
                .map(line -> tuple(line.name(), line.outcome()))
                .toList();
    }

    private static List<Tuple> documents(FiledMails desk) {
        return desk
                .jdbc
                .sql("select medium, file_name, assigned_by from document order by id")
                .query(DocumentLine.class)
                .list()
                .stream()
                .map(line -> tuple(line.medium(), line.fileName(), line.assignedBy()))
                .toList();
    }

    /** What OCR gives of the form's page. */
    private static ScanPage page() {
        List<ScanPage.Line> lines = List.of(
                line(0.4, 0.1, "推荐对象汇总表"),
                line(0.1, 0.15, "填报单位（盖章）：江苏省知识产权局"),
                line(0.1, 0.2, "序号"),
                line(0.3, 0.2, "姓名"),
                line(0.5, 0.2, "性别"));
        return new ScanPage(1, 827, 1169, 100, 0, false, true, List.of(), ScanPage.Text.RECOGNISED, lines);
    }

    private static ScanPage.Line line(double left, double top, String text) {
        return new ScanPage.Line(text, new ScanPage.Box(left, top, 0.02 * text.length(), 0.02), 0.95);
    }

    private static void recognised(FiledMails desk, ScanPage page) {
        long part =
                desk.jdbc.sql("select part_id from scan_page").query(Long.class).single();
        desk.jdbc.sql("update scan_page set text = 'OPEN'").update();
        new ScanPages(desk.jdbc, JsonMapper.builder().build()).read(part, page);
        desk.room.scans().giveUp(Long.toString(part));
    }
}
