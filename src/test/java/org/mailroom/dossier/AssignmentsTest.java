package org.mailroom.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.campaign.Medium;
import org.mailroom.campaign.Unit;
import org.mailroom.custody.By;
import org.mailroom.custody.Decided;
import org.mailroom.demo.SampleScan;
import org.mailroom.dossier.Assignments.Place;
import org.mailroom.testing.Forms;
import org.mailroom.testing.MailBuilder;
import org.mailroom.testing.TestDatabase;

/** 待人工归类: whose a mail is, and which slot a file fills. */
class AssignmentsTest {
    private static final Unit JIANGSU = FiledMails.unit("320000");
    private static final String DAY = "2021-08-27T01:00:00Z";
    private static final By LI = new By("li", "", "已核对原件");
    private static final By WANG = new By("wang", "", "已核对原件");
    private static final Place SUMMARY_SCAN = new Place("S1", "summary-form", Medium.SCAN, Optional.empty());

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_mail_given_to_a_unit_is_filed_as_the_units(TestDatabase kind) {
        FiledMails desk = new FiledMails(kind.fresh());
        long mail = desk.file(
                DAY,
                MailBuilder.aMail()
                        .from("x@elsewhere.example")
                        .subject("材料")
                        .attach(
                                "汇总表.docx",
                                Forms.summary(JIANGSU)
                                        .with("recommendingUnit", "")
                                        .collectives(1)
                                        .docx()));
        assertThat(desk.tasks("unknown-sender")).hasSize(1);
        Assignments door = desk.room.assignments();
        String seen = door.seenMail(mail);

        assertThat(door.mail(mail, "990000", seen, LI)).isEqualTo(Decided.Refused.because("unit-unknown"));
        assertThat(door.mail(mail, "320000", seen, LI)).isInstanceOf(Decided.Done.class);
        assertThat(door.mail(mail, "320000", seen, LI)).extracting("again").isEqualTo(true);
        assertThat(door.mail(mail, "640000", seen, WANG))
                .extracting("by", "what")
                .containsExactly("li", "MAIL_ASSIGNED");
        desk.readWaiting();

        assertThat(desk.state("320000", "S1")).isNotEqualTo("NOT_STARTED");
        assertThat(desk.tasks("unknown-sender")).isEmpty();
        assertThat(door.mail(mail, "640000", door.seenMail(mail), WANG))
                .isEqualTo(Decided.Refused.because("mail-filed-already"));
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_file_put_into_a_slot_by_a_person_fills_it_and_closes_the_gap(TestDatabase kind) {
        FiledMails desk = new FiledMails(kind.fresh());
        long part = unsureScan(desk);
        int gaps = desk.gaps("320000", "S1");
        Assignments door = desk.room.assignments();
        String seen = door.seenPart(part);

        assertThat(door.part(part, List.of(SUMMARY_SCAN), seen, LI)).isInstanceOf(Decided.Done.class);

        assertThat(desk.gaps("320000", "S1")).isEqualTo(gaps - 1);
        assertThat(assignedBy(desk, "summary-form/SCAN/-")).isEqualTo("PERSON");
        assertThat(desk.tasks("unrecognised-file")).isEmpty();
        assertThat(door.part(part, List.of(SUMMARY_SCAN), seen, LI))
                .extracting("again")
                .isEqualTo(true);
        assertThat(door.part(part, List.of(), seen, WANG))
                .extracting("by", "what")
                .containsExactly("li", "FILE_ASSIGNED");
        assertThat(desk.count("event where kind = 'FILE_ASSIGNED'")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void the_version_before_stays_and_comes_back_when_the_file_is_taken_out_again(TestDatabase kind) {
        FiledMails desk = new FiledMails(kind.fresh());
        desk.file(DAY, mail(desk).attach("汇总表（盖章）.pdf", scan("first")));
        long first = slot(desk, "summary-form/SCAN/-");
        long part = unsureScan(desk);
        Assignments door = desk.room.assignments();

        door.part(part, List.of(SUMMARY_SCAN), door.seenPart(part), LI);
        assertThat(slot(desk, "summary-form/SCAN/-")).isNotEqualTo(first);
        assertThat(desk.count("document where id = " + first)).isEqualTo(1);

        door.part(part, List.of(), door.seenPart(part), LI);
        assertThat(slot(desk, "summary-form/SCAN/-")).isEqualTo(first);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_a_name_suggested_is_confirmed_by_a_person_or_moved(TestDatabase kind) {
        FiledMails desk = new FiledMails(kind.fresh());
        desk.file(DAY, mail(desk).attach("汇总表（盖章）.pdf", scan("first")));
        long part = desk.jdbc
                .sql("select part_id from document where assigned_by = 'NAME'")
                .query(Long.class)
                .single();
        Assignments door = desk.room.assignments();

        door.part(part, List.of(SUMMARY_SCAN), door.seenPart(part), LI);
        assertThat(assignedBy(desk, "summary-form/SCAN/-")).isEqualTo("PERSON");
        assertThat(desk.count("document where part_id = " + part)).isEqualTo(1);

        Place report = new Place("S1", "first-review-report", Medium.SCAN, Optional.empty());
        door.part(part, List.of(report), door.seenPart(part), LI);
        assertThat(desk.count("slot where slot_key = 'summary-form/SCAN/-'")).isZero();
        assertThat(assignedBy(desk, "first-review-report/SCAN/-")).isEqualTo("PERSON");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_slot_that_the_stage_does_not_have_or_a_nominee_of_another_unit_is_refused(TestDatabase kind) {
        FiledMails desk = new FiledMails(kind.fresh());
        long part = unsureScan(desk);
        Assignments door = desk.room.assignments();
        String seen = door.seenPart(part);

        for (Place wrong : List.of(
                new Place("S9", "summary-form", Medium.SCAN, Optional.empty()),
                new Place("S1", "photo", Medium.SCAN, Optional.empty()),
                new Place("S1", "summary-form", Medium.SCAN, Optional.of(77L)))) {
            assertThat(door.part(part, List.of(wrong), seen, LI)).isEqualTo(Decided.Refused.because("place-unknown"));
        }
        assertThat(door.part(part, List.of(), seen, new By("li", "", "")))
                .isEqualTo(Decided.Refused.because("reason-missing"));
        assertThat(desk.tasks("unrecognised-file")).hasSize(1);
        assertThat(door.seenPart(part)).isEqualTo(seen);
    }

    private static MailBuilder mail(FiledMails desk) {
        return MailBuilder.aMail()
                .from(desk.registered("320000"))
                .subject("江苏省初审材料")
                .attach("汇总表.docx", Forms.summary(JIANGSU).collectives(1).docx());
    }

    /** A scan that says nothing of itself, beside two forms. */
    private static long unsureScan(FiledMails desk) {
        desk.file(
                DAY,
                mail(desk)
                        .attach(
                                "初审表.docx",
                                Forms.firstReview(JIANGSU).collectives(1).docx())
                        .attach("IMG_2031.pdf", scan("second")));
        return desk.jdbc
                .sql("select max(id) from part where name = 'IMG_2031.pdf'")
                .query(Long.class)
                .single();
    }

    private static byte[] scan(String words) {
        return SampleScan.pdf(words, 1);
    }

    private static long slot(FiledMails desk, String key) {
        return desk.jdbc
                .sql("select document_id from slot where slot_key = :key")
                .param("key", key)
                .query(Long.class)
                .single();
    }

    private static String assignedBy(FiledMails desk, String key) {
        return desk.jdbc
                .sql("select d.assigned_by from slot s join document d on d.id = s.document_id where s.slot_key = :key")
                .param("key", key)
                .query(String.class)
                .single();
    }
}
