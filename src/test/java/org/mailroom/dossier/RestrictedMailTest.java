package org.mailroom.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.campaign.Unit;
import org.mailroom.custody.By;
import org.mailroom.custody.Decided;
import org.mailroom.testing.Forms;
import org.mailroom.testing.MailBuilder;
import org.mailroom.testing.TestDatabase;

/** a mail with a mark of secrecy is kept, and nothing of it goes any further before a person has looked. */
class RestrictedMailTest {
    private static final Unit JIANGSU = FiledMails.unit("320000");
    private static final String DAY = "2021-08-27T08:05:00Z";

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_mark_in_the_subject_stops_everything(TestDatabase kind) {
        FiledMails desk = new FiledMails(kind.fresh());
        desk.file(
                DAY,
                mail(desk)
                        .subject("机密★1年 江苏初审材料")
                        .attach(
                                "汇总表.docx",
                                Forms.summary(JIANGSU).collectives(1).docx()));

        assertNothingWent(desk);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_mark_inside_a_form_stops_the_whole_mail(TestDatabase kind) {
        FiledMails desk = new FiledMails(kind.fresh());
        desk.file(
                DAY,
                mail(desk)
                        .subject("江苏初审材料")
                        .attach("报告.docx", Forms.report(JIANGSU).docx())
                        .attach(
                                "汇总表.docx",
                                Forms.summary(JIANGSU)
                                        .collectives(1)
                                        .with("filledBy", "秘 密 ★ 长期")
                                        .docx()));

        assertNothingWent(desk);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_person_who_finds_the_mark_harmless_gives_the_mail_to_its_unit(TestDatabase kind) {
        FiledMails desk = new FiledMails(kind.fresh());
        long mail = desk.file(
                DAY,
                mail(desk)
                        .subject("内部资料，注意保存：江苏初审材料")
                        .attach(
                                "汇总表.docx",
                                Forms.summary(JIANGSU).collectives(1).docx()));
        Assignments door = desk.room.assignments();

        assertThat(door.mail(mail, "320000", door.seenMail(mail), new By("li", "", "系误判")))
                .isInstanceOf(Decided.Done.class);
        desk.readWaiting();

        assertThat(desk.state("320000", "S1")).isNotEqualTo("NOT_STARTED");
        assertThat(desk.tasks("restricted")).isEmpty();
    }

    private static void assertNothingWent(FiledMails desk) {
        assertThat(desk.tasks("restricted")).containsExactly("320000");
        assertThat(desk.state("320000", "S1")).isEqualTo("NOT_STARTED");
        assertThat(desk.count("document")).isZero();
        assertThat(desk.count("part")).isZero();
        assertThat(desk.count("receipt_window")).isZero();
        assertThat(desk.count("mail where mail_class = 'RESTRICTED' and subject is null"))
                .isEqualTo(1);
        Optional<String> evidence =
                desk.jdbc.sql("select evidence from mail").query(String.class).optional();
        assertThat(evidence.orElse("")).doesNotContain("机密", "秘密", "江苏初审材料");
    }

    private static MailBuilder mail(FiledMails desk) {
        return MailBuilder.aMail().from(desk.registered("320000"));
    }
}
