package org.mailroom.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.testing.MailBuilder.aMail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.Unit;
import org.mailroom.testing.Campaigns;
import org.mailroom.testing.Forms;
import org.mailroom.testing.MailBuilder;
import org.mailroom.testing.MailroomExtension;
import org.mailroom.testing.Material;
import org.mailroom.testing.ReadAnswer;
import org.mailroom.testing.RunningDesk;

/** P2 and acceptance check 5: no mail counts twice, and nobody gets two receipts for one. Each test has a unit of its own. */
class CopiesJourneyTest {
    @RegisterExtension
    static final MailroomExtension MAILROOM = MailroomExtension.cnipa("2021-08-27T09:00");

    private static final Campaign CAMPAIGN = Campaigns.chinese();

    private final RunningDesk desk = MAILROOM.desk();

    @Test
    void P2_the_same_mail_sent_twice_gets_one_receipt() {
        byte[] mail = submission("640000", "zscq@nx.example").bytes();
        desk.receives(mail);
        desk.worksUntilIdle();
        desk.receives(mail);
        desk.worksUntilIdle();

        desk.onlyAnswerTo("zscq@nx.example");
        oneOriginalAndOneCopy("640000");
    }

    @Test
    void P2_the_same_mail_polled_again_after_a_restart_is_one_mail() {
        desk.receives(submission("630000", "zscq@qinghai.example"));
        desk.worksUntilIdle();
        desk.stop();
        desk.begin();
        desk.worksUntilIdle();

        desk.onlyAnswerTo("zscq@qinghai.example");
        assertThat(desk.count("select count(*) from mail where unit = '630000'"))
                .isEqualTo(1);
    }

    @Test
    void P2_delivered_once_more_with_another_message_id_and_other_transport_headers_it_is_a_copy() {
        desk.receives(submission("540000", "zscq@xizang.example").messageId("<one@xz.example>"));
        desk.worksUntilIdle();
        desk.receives(submission("540000", "zscq@xizang.example")
                .messageId("<two@relay.example>")
                .header("X-Forwarded-By", "relay.example"));
        desk.worksUntilIdle();

        desk.onlyAnswerTo("zscq@xizang.example");
        oneOriginalAndOneCopy("540000");
    }

    @Test
    void another_mail_under_a_message_id_already_used_counts() {
        desk.receives(submission("460000", "zscq@hainan.example").messageId("<again@hi.example>"));
        desk.worksUntilIdle();
        desk.receives(submission("460000", "zscq@hainan.example")
                .subject("海南省初审材料（更正）")
                .messageId("<again@hi.example>"));
        desk.worksUntilIdle();

        assertThat(desk.count("select count(*) from mail where unit = '460000' and duplicate_of is not null"))
                .as("a Message-ID alone never decides")
                .isZero();
        assertThat(desk.answersTo("zscq@hainan.example")).hasSize(2);
    }

    @Test
    void attachments_sent_again_in_a_new_mail_are_told_as_seen_before_and_not_filed_again() {
        desk.receives(submission("620000", "zscq@gansu.example"));
        desk.worksUntilIdle();
        desk.receives(submission("620000", "zscq@gansu.example").subject("再次报送").text("怕没有收到，再发一次。"));
        desk.worksUntilIdle();

        assertThat(
                        desk.count(
                                "select count(*) from document d join dossier o on o.id = d.dossier_id where o.unit = '620000'"))
                .isEqualTo(8);
        assertThat(desk.count("select count(*) from part p join mail m on m.id = p.mail_id "
                        + "where m.unit = '620000' and p.outcome = 'SEEN_BEFORE'"))
                .isEqualTo(8);
        assertThat(desk.answersTo("zscq@gansu.example"))
                .hasSize(2)
                .last()
                .extracting(ReadAnswer::text)
                .asString()
                .contains("此前已收到");
    }

    @Test
    void one_file_sent_again_beside_a_new_one_leaves_only_the_new_one_to_file() {
        Unit guangxi = CAMPAIGN.unit("450000").orElseThrow();
        byte[] form = Forms.firstReview(guangxi).collectives(1).docx();
        desk.receives(aMail().from("zscq@gxzf.example").subject("广西初审材料").attach("初审表.docx", form));
        desk.worksUntilIdle();
        desk.receives(aMail().from("zscq@gxzf.example")
                .subject("广西初审材料补充")
                .attach("初审表.docx", form)
                .attach("汇总表.docx", Forms.summary(guangxi).collectives(1).docx()));
        desk.worksUntilIdle();

        assertThat(
                        desk.rows(
                                "select p.outcome from part p join mail m on m.id = p.mail_id where m.unit = '450000' order by p.id"))
                .extracting(row -> row.get("outcome"))
                .containsExactly("RECOGNISED", "SEEN_BEFORE", "RECOGNISED");
    }

    private void oneOriginalAndOneCopy(String unit) {
        assertThat(desk.count("select count(*) from mail where unit = '" + unit + "' and duplicate_of is null"))
                .isEqualTo(1);
        assertThat(desk.count("select count(*) from mail where unit = '" + unit + "' and duplicate_of is not null"))
                .isEqualTo(1);
        assertThat(desk.count("select count(*) from event where kind = 'COPY_SEEN' and unit = '" + unit + "'"))
                .isEqualTo(1);
        assertThat(desk.count("select count(*) from part p join mail m on m.id = p.mail_id where m.unit = '" + unit
                        + "' and m.duplicate_of is not null"))
                .as("a copy is not filed")
                .isZero();
    }

    private static MailBuilder submission(String unit, String from) {
        Unit whose = CAMPAIGN.unit(unit).orElseThrow();
        return Material.complete(
                aMail().from(from).subject(whose.name() + "初审材料").text("请查收。"), whose, 1, 1);
    }
}
