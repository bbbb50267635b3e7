package org.mailroom.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.testing.MailBuilder.aMail;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mailroom.campaign.Unit;
import org.mailroom.custody.By;
import org.mailroom.custody.Custody;
import org.mailroom.custody.Decided;
import org.mailroom.custody.Quarantine;
import org.mailroom.demo.SampleScan;
import org.mailroom.dossier.Reviews;
import org.mailroom.reply.ReviewLetters;
import org.mailroom.sender.Strangers;
import org.mailroom.testing.Campaigns;
import org.mailroom.testing.Forms;
import org.mailroom.testing.MailBuilder;
import org.mailroom.testing.MailroomExtension;
import org.mailroom.testing.ReadAnswer;
import org.mailroom.testing.RunningDesk;

/** What people decide, on the running program, as far as the mailbox of whoever is concerned. Each test has a unit of its own. */
class DecisionsJourneyTest {
    @RegisterExtension
    static final MailroomExtension MAILROOM = MailroomExtension.cnipa("2021-08-20T09:00");

    private static final By LI = new By("li", "李某", "已电话核实");

    private final RunningDesk desk = MAILROOM.desk();

    @Test
    void a_stranger_approved_over_the_door_has_his_mail_filed_and_answered_once() {
        String address = "stranger@somewhere.example";
        desk.receives(aMail().from(address)
                .subject("江苏省初审材料")
                .attach("汇总表.docx", Forms.summary(unit("320000")).collectives(1).docx()));
        desk.worksUntilIdle();
        assertThat(desk.inboxOf(address)).isEmpty();
        assertThat(desk.state("320000", "S1")).isEqualTo("NOT_STARTED");
        Strangers door = desk.bean(Strangers.class);
        String seen = door.seen(address);

        assertThat(door.approve(address, "320000", false, seen, LI)).isInstanceOf(Decided.Done.class);
        assertThat(door.approve(address, "320000", false, seen, LI))
                .extracting("again")
                .isEqualTo(true);
        desk.worksUntilIdle();

        assertThat(desk.state("320000", "S1")).isNotEqualTo("NOT_STARTED");
        assertThat(desk.onlyAnswerTo(address).text()).contains("江苏省级评选机构", "推荐对象汇总表");
        assertThat(desk.count("select count(*) from task where kind = 'unknown-sender' and closed_at is null"))
                .isZero();
    }

    @Test
    void sent_back_by_a_person_the_unit_gets_the_notice_with_its_items_in_the_same_thread() {
        contactForm("zscq@nx.example", "640000");
        ReviewLetters door = desk.bean(ReviewLetters.class);
        String seen = desk.bean(Reviews.class).seen("640000", "S0");
        int before = desk.inboxOf("zscq@nx.example").size();

        assertThat(door.sendBack("640000", "S0", List.of("联系人电子邮箱有误"), seen, LI))
                .isInstanceOf(Decided.Done.class);
        desk.worksUntilIdle();

        List<ReadAnswer> answers = desk.answersTo("zscq@nx.example");
        assertThat(answers).hasSize(before + 1);
        assertThat(answers.get(before).text()).contains("1.联系人电子邮箱有误。", "经办人：李某", "请于2021年8月24日前");
        assertThat(desk.state("640000", "S0")).isEqualTo("RETURNED");
    }

    @Test
    void what_came_late_is_admitted_and_the_unit_is_told() {
        contactForm("rst@hunan.example", "430000");
        assertThat(desk.state("430000", "S0")).isEqualTo("LATE_RECEIVED");
        String seen = desk.bean(Reviews.class).seen("430000", "S0");

        assertThat(desk.bean(ReviewLetters.class).admit("430000", "S0", seen, LI))
                .isInstanceOf(Decided.Done.class);
        desk.worksUntilIdle();

        List<ReadAnswer> answers = desk.answersTo("rst@hunan.example");
        assertThat(answers.get(answers.size() - 1).text()).contains("经研究，同意接收上述材料");
        assertThat(desk.state("430000", "S0")).isEqualTo("COMPLETE");
    }

    @Test
    void R_19_while_a_person_looks_at_a_mark_no_decision_is_told_by_mail() {
        contactForm("rst@hainan.example", "460000");
        desk.db().sql("""
                        insert into task (kind, subject_key, unit, stage, details, opened_at)
                        values ('restricted', '460000/S0', '460000', 'S0', '{}', current_timestamp)""").update();
        String state = desk.state("460000", "S0");
        String seen = desk.bean(Reviews.class).seen("460000", "S0");

        assertThat(desk.bean(ReviewLetters.class).admit("460000", "S0", seen, LI))
                .isEqualTo(new Decided.Refused("restricted", Map.of()));
        assertThat(desk.state("460000", "S0")).isEqualTo(state);
        desk.db().sql("delete from task where kind = 'restricted'").update();
    }

    @Test
    void a_quarantined_mail_is_read_again_once() {
        desk.receives(aMail().from("zscq@jl.example")
                .subject("吉林省初审材料")
                .attach("汇总表.docx", Forms.summary(unit("220000")).collectives(1).docx()));
        desk.worksUntilIdle();
        long mail = desk.count("select max(id) from mail where unit = '220000'");
        long parts = desk.count("select count(*) from part where mail_id = " + mail);
        desk.bean(Custody.class).quarantine(mail, "test");
        Quarantine door = desk.bean(Quarantine.class);
        String seen = door.seen(mail);

        assertThat(door.rerun(mail, seen, LI)).isInstanceOf(Decided.Done.class);
        assertThat(door.rerun(mail, seen, LI)).extracting("again").isEqualTo(true);
        assertThat(door.rerun(mail, seen, new By("wang", "", ""))).isInstanceOf(Decided.Stale.class);
        desk.worksUntilIdle();

        assertThat(desk.count("select count(*) from mail where state = 'FILED' and id = " + mail))
                .isEqualTo(1);
        assertThat(desk.count("select count(*) from part where mail_id = " + mail))
                .isEqualTo(parts);
        assertThat(door.rerun(mail, door.seen(mail), LI)).isEqualTo(Decided.Refused.because("mail-not-in-quarantine"));
    }

    private void contactForm(String from, String unit) {
        MailBuilder mail = aMail().from(from)
                .subject("推荐工作联系表")
                .attach("联系表.docx", Forms.contact(unit(unit)).docx())
                .attach("联系表.pdf", SampleScan.pdf("联系表", 1));
        if (unit.equals("640000")) {
            desk.receivesAt("2021-08-12T10:00", mail);
        } else {
            desk.receives(mail);
        }
        desk.worksUntilIdle();
    }

    private static Unit unit(String code) {
        return Campaigns.chinese().unit(code).orElseThrow();
    }
}
