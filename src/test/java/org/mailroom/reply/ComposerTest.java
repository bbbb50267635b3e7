package org.mailroom.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mailroom.campaign.Medium;
import org.mailroom.check.Finding;
import org.mailroom.check.Severity;
import org.mailroom.dossier.DossierState;
import org.mailroom.dossier.Standing;
import org.mailroom.form.Place;

class ComposerTest {
    private static final Instant AT = Examples.at(2021, 8, 30, 10, 22);

    @Test
    void every_attempt_and_every_restart_composes_the_same_octets() {
        Outgoing once = compose(Examples.ningxiaReturned());
        Outgoing again = compose(Examples.ningxiaReturned());

        assertThat(again.message()).isEqualTo(once.message());
        assertThat(again.messageId())
                .isEqualTo(once.messageId())
                .matches("<[0-9a-f]{32}\\.correction-notice@cnipa\\.gov\\.cn>");
    }

    @Test
    void another_recipient_or_cause_or_secret_has_another_message_id() {
        Answer answer = answer(List.of("a@example.cn", "b@example.cn", "a@example.cn"));
        List<Outgoing> mails = Examples.composer().compose(answer);
        Composer other = new Composer(
                Examples.campaign(),
                Examples.forms(),
                Examples.TEMPLATES,
                new Origin("rssrsc@cnipa.gov.cn", "desk-1", new byte[] {7}));

        assertThat(mails).extracting(Outgoing::recipient).containsExactly("a@example.cn", "b@example.cn");
        assertThat(mails.get(0).messageId()).isNotEqualTo(mails.get(1).messageId());
        assertThat(other.compose(answer).get(0).messageId())
                .isNotEqualTo(mails.get(0).messageId());
    }

    @Test
    void an_automatic_mail_says_so_and_carries_our_mark_and_the_thread() {
        MailText mail = MailText.of(compose(Examples.ningxiaReturned()));

        assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-replied");
        assertThat(mail.header("X-Auto-Response-Suppress")).isEqualTo("DR, RN, NRN, OOF, AutoReply");
        assertThat(mail.header("X-Mailroom-Loop")).isEqualTo("desk-1");
        assertThat(mail.header("In-Reply-To")).isEqualTo("<b@example.cn>");
        assertThat(mail.header("References")).isEqualTo("<a@example.cn> <b@example.cn>");
        assertThat(mail.header("Date")).isEqualTo("Mon, 30 Aug 2021 10:22:00 +0800");
        assertThat(mail.header("To")).isEqualTo("contact@example.cn");
        assertThat(mail.header("Content-Type")).startsWith("multipart/alternative");
    }

    @Test
    void a_message_id_that_would_break_a_header_is_left_out() {
        Answer answer = new Answer(
                "window/1",
                List.of(Answer.Section.of(Examples.ningxiaReturned(), "ZSCQ-2021-S1-640000-02")),
                AT,
                Optional.of("<x@y>\r\nBcc: everybody@example.cn"),
                List.of("no id", "<ok@example.cn>"),
                List.of("contact@example.cn"));
        MailText mail = MailText.of(Examples.composer().compose(answer).get(0));

        assertThat(mail.header("Bcc")).isEmpty();
        assertThat(mail.header("In-Reply-To")).isEmpty();
        assertThat(mail.header("References")).isEqualTo("<ok@example.cn>");
    }

    @Test
    void of_a_long_thread_the_first_and_the_newest_stay() {
        List<String> thread = IntStream.rangeClosed(1, 40)
                .mapToObj(n -> "<" + n + "@example.cn>")
                .toList();
        Answer answer = new Answer(
                "window/1",
                List.of(Answer.Section.of(Examples.ningxiaReturned(), "ZSCQ-2021-S1-640000-02")),
                AT,
                Optional.of("<41@example.cn>"),
                thread,
                List.of("contact@example.cn"));

        assertThat(MailText.of(Examples.composer().compose(answer).get(0))
                        .header("References")
                        .split("\\s+"))
                .hasSize(20)
                .startsWith("<1@example.cn>", "<23@example.cn>")
                .endsWith("<41@example.cn>");
    }

    @Test
    void a_recipient_that_is_no_address_is_refused_without_being_quoted() {
        Answer answer = answer(List.of("a@example.cn\r\nBcc: b@example.cn"));

        assertThatThrownBy(() -> Examples.composer().compose(answer))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the recipient is no mail address");
    }

    @Test
    void a_file_name_is_shown_as_one_harmless_line_without_numbers_of_persons() {
        Standing standing = Draft.of(Examples.ningxiaReturned(), DossierState.RETURNED)
                .files(List.of(
                        Examples.file("<script>alert(1)</script>&.docx", Examples.REPORT, Medium.ELECTRONIC),
                        Examples.file("张某110101197508150018.docx", Examples.REPORT, Medium.ELECTRONIC),
                        Examples.file("电话１３８００１３８０００.docx", Examples.REPORT, Medium.ELECTRONIC),
                        Examples.file("a\r\nb\u202Efdp.docx", Examples.REPORT, Medium.ELECTRONIC)))
                .standing();
        MailText mail = MailText.of(compose(standing));

        assertThat(mail.text())
                .contains("<script>alert(1)</script>&.docx", "张某******.docx", "电话******.docx", "abfdp.docx");
        assertThat(mail.html())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;&amp;.docx")
                .doesNotContain("<script>");
    }

    @Test
    void the_kind_follows_the_state_and_is_never_complete_with_something_open() {
        Standing complete = Examples.jiangsuComplete();

        assertThat(Kind.of(complete)).isEqualTo(Kind.RECEIPT);
        assertThat(Kind.of(Draft.of(complete, DossierState.PARTIAL).standing())).isEqualTo(Kind.RECEIPT_PARTIAL);
        assertThat(Kind.of(Draft.of(complete, DossierState.RETURNED).standing()))
                .isEqualTo(Kind.CORRECTION_NOTICE);
        assertThat(Kind.of(Draft.of(complete, DossierState.LATE_RECEIVED).standing()))
                .isEqualTo(Kind.LATE_NOTICE);
        assertThat(Kind.of(Draft.of(Examples.ningxiaReturned(), DossierState.COMPLETE)
                        .findings()
                        .standing()))
                .as("gaps outweigh the state")
                .isEqualTo(Kind.RECEIPT_PARTIAL);
        assertThat(Kind.of(Draft.of(complete, DossierState.COMPLETE)
                        .findings(found(Severity.REJECT))
                        .standing()))
                .as("so does what must be corrected")
                .isEqualTo(Kind.CORRECTION_NOTICE);
        assertThat(Kind.of(Draft.of(complete, DossierState.COMPLETE)
                        .findings(found(Severity.WARN))
                        .standing()))
                .isEqualTo(Kind.RECEIPT);
    }

    @Test
    void while_a_warning_is_open_nothing_is_called_in_order_even_if_the_caller_forgot_to_say_so() {
        Standing standing = Draft.of(Examples.jiangsuComplete(), DossierState.COMPLETE)
                .findings(found(Severity.WARN))
                .standing();

        assertThat(MailText.of(compose(standing)).text()).contains("尚待人工核对").doesNotContain("暂未发现需补正的事项", "R-43");
    }

    @Test
    void a_finding_without_words_is_a_mistake_of_ours_and_names_the_key() {
        Standing standing = Draft.of(Examples.ningxiaReturned(), DossierState.RETURNED)
                .findings(new Finding(
                        "R-99",
                        "R-99",
                        Severity.RETURN,
                        new Place(Examples.REPORT.id(), Optional.empty(), "", 0, ""),
                        Map.of()))
                .standing();

        assertThatThrownBy(() -> compose(standing)).hasMessageContaining("R-99");
    }

    private static Finding found(Severity severity) {
        return new Finding(
                "R-43",
                "R-43",
                severity,
                new Place(Examples.SUMMARY_FORM.id(), Optional.empty(), "", 1, "行政级别"),
                Map.of());
    }

    private static Answer answer(List<String> recipients) {
        return new Answer(
                "window/1",
                List.of(Answer.Section.of(Examples.ningxiaReturned(), "ZSCQ-2021-S1-640000-02")),
                AT,
                Optional.empty(),
                List.of(),
                recipients);
    }

    private static Outgoing compose(Standing standing) {
        return Examples.compose(AT, standing, "ZSCQ-2021-S1-640000-02");
    }
}
