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
        desk.file(
                "2021-08-27T08:05:00Z",
                MailBuilder.aMail()
                        .from(desk.registered("320000"))
                        .attach(
                                "汇总表.docx",
                                Forms.summary(FiledMails.unit("320000"))
                                        .collectives(1)
                                        .docx())
                        .attach("汇总表（盖章）.pdf", SampleScan.pdf("汇总表", 2)));
        desk.jdbc.sql("update scan_page set text = 'OPEN'").update();
        String part = desk.jdbc
                .sql("select distinct cast(part_id as varchar(20)) from scan_page")
                .query(String.class)
                .single();

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

    private static long open(FiledMails desk) {
        return desk.count("scan_page where text = 'OPEN'");
    }
}
