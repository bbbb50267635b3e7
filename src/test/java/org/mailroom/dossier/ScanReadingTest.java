package org.mailroom.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.demo.SampleScan;
import org.mailroom.testing.Forms;
import org.mailroom.testing.MailBuilder;
import org.mailroom.testing.TestDatabase;

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
