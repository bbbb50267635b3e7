package org.mailroom.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.testing.MailBuilder.aMail;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mailroom.testing.MailBuilder;
import org.mailroom.testing.MailroomExtension;
import org.mailroom.testing.Material;
import org.mailroom.testing.ReadAnswer;
import org.mailroom.testing.RunningDesk;

/**
 * The same way of a mail in another language, zone and calendar, with nothing but the data of a small English campaign. The
 * tests share one desk, whose clock only goes forward.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MapleJourneyTest {
    private static final String ONTARIO = "programs@ontario.example";
    private static final String QUEBEC = "programmes@quebec.example";

    @RegisterExtension
    static final MailroomExtension MAILROOM = MailroomExtension.maple("2026-03-02T09:00");

    private final RunningDesk desk = MAILROOM.desk();

    @Test
    @Order(1)
    void application_from_Ontario_gets_its_receipt_in_English() {
        desk.receives(mail(ONTARIO, "Application, Ontario")
                .messageId("<first@ontario.example>")
                .attach("form.docx", Material.docx(Material.application("Rideau Trails"))));
        desk.worksUntilIdle();

        assertThat(desk.state("ON", "A1")).isEqualTo("COMPLETE");
        ReadAnswer receipt = desk.onlyAnswerTo(ONTARIO);
        assertThat(receipt.subject())
                .isEqualTo("[Receipt] Maple Grants 2026: application (Ontario) MAPLE-2026-A1-ON-01");
        assertThat(receipt.headers())
                .containsEntry("Auto-Submitted", "auto-replied")
                .containsEntry("X-Auto-Response-Suppress", "DR, RN, NRN, OOF, AutoReply")
                .containsEntry("In-Reply-To", "<first@ontario.example>")
                .containsEntry("References", "<first@ontario.example>")
                .containsEntry("From", "Maple Grants Office <grants@maple.example>");
        assertThat(receipt.headers().get("Message-ID")).matches("<[0-9a-f]{32}\\.receipt@maple\\.example>");
        assertThat(receipt.words())
                .startsWith("To: Provincial Office of Ontario The application for Maple Grants 2026 was received on "
                        + "2 March 2026 at 09:0")
                .contains("within the time allowed (by 6 March 2026, end of day)")
                .contains("(1) Application Form: 1")
                .contains("Nothing to be corrected has been found so far.")
                .contains("The committee will review the applications and will write again with the result.")
                .contains("Maple Grants Office 2 March 2026 Telephone: 416-555-0100")
                .contains("1. form.docx Application Form");
        assertThat(receipt.html()).contains("Provincial Office of Ontario", "form.docx");
    }

    @Test
    @Order(2)
    void text_and_HTML_say_the_same_and_neither_speaks_Chinese() {
        for (ReadAnswer answer : desk.answersTo(ONTARIO)) {
            assertThat(answer.text() + answer.html() + answer.subject())
                    .isNotEmpty()
                    .doesNotContainPattern("\\p{IsHan}");
            String html = plain(answer.html());
            answer.text()
                    .lines()
                    .takeWhile(line -> !line.startsWith("Annex"))
                    .map(line -> line.replaceAll("\\s+", " ").strip())
                    .forEach(line -> assertThat(html).contains(line));
        }
    }

    @Test
    @Order(3)
    void form_with_faults_gets_a_correction_notice_that_names_each_of_them() {
        desk.receives(mail(QUEBEC, "Application from Quebec")
                .attach(
                        "Application Form.docx",
                        Material.docx(Material.application("Sentier Est")
                                .with("amount", "about a lot")
                                .with("summary", "word ".repeat(101).strip()))));
        desk.worksUntilIdle();

        assertThat(desk.state("QC", "A1")).isEqualTo("RETURNED");
        ReadAnswer notice = desk.onlyAnswerTo(QUEBEC);
        assertThat(notice.subject())
                .isEqualTo("[Correction notice] Maple Grants 2026: application (Quebec) MAPLE-2026-A1-QC-01");
        assertThat(notice.words())
                .contains("\"Summary\": 101 words, more than 100; please shorten it (R-57)")
                .contains("please enter a whole number (R-13)")
                .contains("to grants@maple.example by 4 March 2026");
    }

    @Test
    @Order(4)
    void mail_of_the_last_second_in_Toronto_is_on_time() {
        desk.receivesAt(
                "2026-03-06T23:59:59",
                mail(ONTARIO, "Corrected application, last second")
                        .attach("form.docx", Material.docx(Material.application("Rideau Trails West"))));
        desk.worksUntilIdle();

        assertThat(receivedAt("Corrected application, last second"))
                .as("the close is midnight in Toronto, 05:00 in UTC")
                .isEqualTo(Instant.parse("2026-03-07T04:59:59Z"));
        assertThat(latest(ONTARIO).subject()).doesNotContain("late");
        assertThat(latest(ONTARIO).words()).contains("within the time allowed");
    }

    private Instant receivedAt(String subject) {
        return desk.db()
                .sql("select received_at from mail where subject = :subject")
                .param("subject", subject)
                .query(java.time.OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private ReadAnswer latest(String address) {
        var answers = desk.answersTo(address);
        return answers.get(answers.size() - 1);
    }

    private static String plain(String html) {
        return html.replaceAll("<[^>]*>", " ")
                .replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replaceAll("\\s+", " ");
    }

    private static MailBuilder mail(String from, String subject) {
        return aMail().from(from)
                .to(MailroomExtension.MAPLE_MAILBOX)
                .subject(subject)
                .date(Instant.parse("2026-03-02T14:00:00Z"))
                .text(String.format(Locale.ROOT, "Please find our application attached: %s.", subject));
    }
}
