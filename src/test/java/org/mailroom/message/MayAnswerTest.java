package org.mailroom.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.testing.MailBuilder.aMail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.testing.MailBuilder;

/** P5: the ordered list of mail-rules section 2. */
class MayAnswerTest {
    private static final byte[] DOCX = "x".getBytes(UTF_8);

    @Test
    void an_ordinary_mail_may_be_answered() {
        assertThat(answer(ordinary())).isEqualTo(new MayAnswer.Yes());
        assertThat(answer(ordinary().header("Return-Path", "<a@jiangsu.gov.cn>")))
                .isEqualTo(new MayAnswer.Yes());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 null-return-path   | Return-Path              | <>",
                "3 loop-mark          | X-Mailroom-Loop          | desk-4711",
                "3 own-address        | Sender                   | desk@example.org",
                "3 own-address        | Reply-To                 | Desk <DESK@example.org>",
                "4 auto-submitted     | Auto-Submitted           | auto-replied",
                "4 auto-submitted     | Auto-Submitted           | Auto-Generated; owner-email=\"x\"",
                "4 auto-submitted     | Auto-Submitted           | (comment) auto-notified",
                "5 precedence         | Precedence               | bulk",
                "5 precedence         | X-Precedence             | Auto_Reply",
                "6 list               | List-Id                  | <news.example.org>",
                "6 list               | List-Unsubscribe         | <mailto:x@example.org>",
                "6 list               | Mailing-List             | contact x",
                "7 robot-address      | Sender                   | owner-news@example.org",
                "7 robot-address      | Return-Path              | <news-bounces@example.org>",
                "8 automatic-header   | X-QQ-AUTO-REPLY          | 1",
                "8 automatic-header   | X-QQ-HolidayReply        | 1",
                "8 automatic-header   | X-Apple-Action           | vacation",
                "8 automatic-header   | X-FC-MachineGenerated    | true",
                "8 automatic-header   | Return-Path              | <a+auto_=x@qq.com>",
                "9 suppress           | X-Auto-Response-Suppress | DR, OOF, AutoReply",
                "9 suppress           | X-Auto-Response-Suppress | All",
            })
    void a_header_against_an_answer_is_found(String reason, String name, String value) {
        assertThat(answer(ordinary().header(name, value))).isInstanceOfSatisfying(MayAnswer.No.class, no -> {
            assertThat(no.reason()).isEqualTo(reason);
            assertThat(no.unlessForm()).isEqualTo(reason.startsWith("9 "));
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Auto-Submitted           | no",
                "Auto-Submitted           | No (a person wrote this)",
                "Precedence               | first-class",
                "X-Auto-Response-Suppress | DR, RN, NRN, OOF",
                "X-Apple-Action           | none",
            })
    void a_header_that_means_nothing_of_the_kind_is_no_reason(String name, String value) {
        assertThat(answer(ordinary().header(name, value))).isEqualTo(new MayAnswer.Yes());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MAILER-DAEMON@a.cn", "Postmaster@163.com", "no-reply@a.cn", "noreply@a.cn", "do-not-reply@a.cn",
                "donotreply@a.cn", "owner-x@a.cn", "x-request@a.cn", "x-bounces@a.cn", "listserv@a.cn",
                "majordomo@a.cn", "autoresponder@a.cn"
            })
    void robots_are_known_by_their_local_part(String address) {
        assertThat(answer(ordinary().from(address))).isEqualTo(new MayAnswer.No("7 robot-address", false));
    }

    @Test
    void a_mail_without_a_valid_sender_is_not_answered() {
        assertThat(answer(aMail().subject("报送材料").text("x"))).isEqualTo(new MayAnswer.No("1 no-sender", false));
        assertThat(answer(ordinary().from("not an address"))).isEqualTo(new MayAnswer.No("1 no-sender", false));
    }

    @Test
    void our_own_mail_that_comes_back_is_not_answered() {
        assertThat(answer(ordinary().messageId("<17.desk-4711@example.org>")))
                .isEqualTo(new MayAnswer.No("3 loop-mark", false));
        assertThat(answer(ordinary().from("desk@example.org"))).isEqualTo(new MayAnswer.No("3 own-address", false));
    }

    @ParameterizedTest
    @CsvSource({
        "delivery-status, 2 delivery-status",
        "disposition-notification, 2 disposition",
        "feedback-report, 2 feedback-report"
    })
    void reports_are_not_answered(String type, String reason) {
        MailBuilder report =
                ordinary().piece("Content-Type: message/" + type + "\r\n", "Action: failed\r\n".getBytes(UTF_8));

        assertThat(answer(report)).isEqualTo(new MayAnswer.No(reason, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "自动回复: 报送材料",
                "自动答复：您好",
                "系统退信",
                "退信通知",
                "邮件被退回",
                "外出学习",
                "休假中",
                "Automatic reply: x",
                "Out of Office",
                "Undeliverable: x"
            })
    void a_subject_of_automatic_mail_is_a_reason_unless_a_form_is_attached(String subject) {
        MayAnswer answer = answer(ordinary().subject(subject).attach("a.docx", DOCX));

        assertThat(answer.given(false)).isFalse();
        assertThat(answer.given(true)).isTrue();
    }

    @Test
    void recalls_and_calendar_invitations_are_not_answered() {
        assertThat(answer(ordinary().subject("撤回: 报送材料"))).isEqualTo(new MayAnswer.No("11 recall", false));
        assertThat(answer(ordinary()
                        .piece("Content-Type: text/calendar; method=REQUEST\r\n", "BEGIN:VCALENDAR".getBytes(UTF_8))))
                .isEqualTo(new MayAnswer.No("11 calendar", false));
    }

    @Test
    void the_first_reason_in_the_order_of_the_list_is_the_one_that_is_kept() {
        MailBuilder mail = ordinary()
                .header("Return-Path", "<>")
                .header("Precedence", "bulk")
                .header("Auto-Submitted", "auto-replied");

        assertThat(answer(mail)).isEqualTo(new MayAnswer.No("1 null-return-path", false));
    }

    private static MailBuilder ordinary() {
        return aMail().from("a@jiangsu.gov.cn", "江苏省知识产权局").subject("报送材料").text("请查收。");
    }

    private static MayAnswer answer(MailBuilder mail) {
        return Opening.open(mail).mayAnswer();
    }
}
