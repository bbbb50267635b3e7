package org.mailroom.journey;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mailroom.testing.MailBuilder.aMail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mailroom.testing.MailBuilder;
import org.mailroom.testing.MailroomExtension;
import org.mailroom.testing.Material;
import org.mailroom.testing.ReadAnswer;
import org.mailroom.testing.RunningDesk;

/** D-2 in another zone: the due day ends at midnight in Toronto. */
class MapleDueTimeJourneyTest {
    @RegisterExtension
    static final MailroomExtension MAILROOM = MailroomExtension.maple("2026-03-06T12:00");

    private final RunningDesk desk = MAILROOM.desk();

    @Test
    void last_second_is_on_time_and_the_close_is_late_also_when_read_after_the_close() {
        desk.clockTo("2026-03-07T08:00");
        await().atMost(30, SECONDS).until(() -> desk.state("ON", "A1").equals("OVERDUE"));

        desk.receivesAt("2026-03-06T23:59:59", application("programs@ontario.example"));
        desk.receivesAt("2026-03-07T00:00:00", application("programmes@quebec.example"));
        desk.worksUntilIdle();

        assertThat(desk.state("ON", "A1")).isEqualTo("COMPLETE");
        assertThat(desk.onlyAnswerTo("programs@ontario.example").words())
                .contains("received on 6 March 2026 at 23:59, within the time allowed");
        assertThat(desk.state("QC", "A1")).isEqualTo("LATE_RECEIVED");
        ReadAnswer late = desk.onlyAnswerTo("programmes@quebec.example");
        assertThat(late.subject())
                .isEqualTo("[Notice of late receipt] Maple Grants 2026: application (Quebec) MAPLE-2026-A1-QC-01");
        assertThat(late.words())
                .contains("received on 7 March 2026 at 00:00")
                .contains("it was due by 6 March 2026")
                .contains("Whether it is admitted will be decided by the grants committee");
    }

    private static MailBuilder application(String from) {
        return aMail().from(from)
                .to(MailroomExtension.MAPLE_MAILBOX)
                .subject("Application")
                .text("Attached.")
                .attach("form.docx", Material.docx(Material.application("Trails of " + from)));
    }
}
