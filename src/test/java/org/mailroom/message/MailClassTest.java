package org.mailroom.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.message.MailClass.AUTOMATIC;
import static org.mailroom.message.MailClass.BOUNCE;
import static org.mailroom.message.MailClass.COMMAND;
import static org.mailroom.message.MailClass.INQUIRY;
import static org.mailroom.message.MailClass.OBJECTION;
import static org.mailroom.message.MailClass.RESTRICTED;
import static org.mailroom.message.MailClass.SUBMISSION;
import static org.mailroom.message.MailClass.UNKNOWN;
import static org.mailroom.testing.MailBuilder.aMail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.testing.Lexicons;
import org.mailroom.testing.MailBuilder;

class MailClassTest {
    private static final byte[] DOCX = "x".getBytes(UTF_8);

    @Test
    void a_mail_with_an_attachment_is_a_submission() {
        assertThat(sort(aMail().from("a@b.cn").attach("a.docx", DOCX))).isEqualTo(SUBMISSION);
        assertThat(sort(aMail().attach("a.docx", DOCX))).as("without a sender").isEqualTo(SUBMISSION);
    }

    @Test
    void a_mail_with_words_only_is_an_inquiry_and_one_with_nothing_is_unknown() {
        assertThat(sort(aMail().from("a@b.cn").text("请问一式几份？"))).isEqualTo(INQUIRY);
        assertThat(sort(aMail().from("a@b.cn"))).isEqualTo(UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "预检, precheck",
        "【预检】江苏初审材料, precheck",
        "预检：江苏, precheck",
        "回复: 预检, precheck",
        "查询, status",
        "查询江苏报送情况, status",
        "索取表格, blank-forms"
    })
    void a_subject_that_begins_with_a_command_is_one(String subject, String command) {
        OpenedMail mail = Opening.open(aMail().from("a@b.cn").subject(subject));

        assertThat(mail.mailClass()).isEqualTo(COMMAND);
        assertThat(mail.command()).contains(command);
    }

    @Test
    void what_only_mentions_a_command_or_answers_to_one_is_filed() {
        assertThat(sort(material("关于预检的说明"))).isEqualTo(SUBMISSION);
        assertThat(sort(material("回复：【预检结果】江苏"))).isEqualTo(SUBMISSION);
        assertThat(sort(material("查询")))
                .as("attached material is never passed over")
                .isEqualTo(SUBMISSION);
        assertThat(sort(material("预检"))).isEqualTo(COMMAND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"机密★1年 初审材料", "预检（秘　密 ★ 长期）", "Re: 绝密级10年", "自动回复：秘密★1年"})
    void R_19_a_mark_of_secrecy_comes_before_everything_else(String subject) {
        OpenedMail mail = Opening.open(aMail().from("a@b.cn").subject(subject));

        assertThat(mail.mailClass()).isEqualTo(RESTRICTED);
        assertThat(mail.command()).isEmpty();
        assertThat(sort(material(subject))).isEqualTo(RESTRICTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"关于商业秘密保护的材料", "商业秘密5年工作总结", "五星★级单位"})
    void R_19_words_of_the_trade_are_no_marks(String subject) {
        assertThat(sort(material(subject))).isEqualTo(SUBMISSION);
    }

    @Test
    void R_19_a_mark_in_the_text_or_in_a_file_name_is_one() {
        assertThat(sort(aMail().from("a@b.cn").subject("材料").text("内部资料，注意保存。")))
                .isEqualTo(RESTRICTED);
        assertThat(sort(aMail().from("a@b.cn").subject("材料").attach("机密★初审表.docx", new byte[] {1})))
                .isEqualTo(RESTRICTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"关于对张某某推荐的异议", "实名举报", "情况反映", "回复：举报材料"})
    void R_85_an_objection_is_known_by_its_subject(String subject) {
        assertThat(sort(aMail().from("a@b.cn").subject(subject))).isEqualTo(OBJECTION);
        assertThat(sort(material(subject))).isEqualTo(OBJECTION);
    }

    @Test
    void R_85_an_objection_is_known_by_its_text_or_file_name() {
        assertThat(sort(aMail().from("a@b.cn").subject("来信").text("我要实名举报某某弄虚作假。")))
                .isEqualTo(OBJECTION);
        assertThat(sort(aMail().from("a@b.cn").subject("来信").attach("举报信.docx", DOCX)))
                .isEqualTo(OBJECTION);
    }

    @Test
    void R_85_publicity_without_objections_is_no_objection() {
        assertThat(sort(material("公示无异议情况说明"))).isEqualTo(SUBMISSION);
        assertThat(sort(material("初审材料").text("经公示5个工作日，未收到异议。"))).isEqualTo(SUBMISSION);
        assertThat(sort(material("初审材料").attach("公示期间未收到异议的证明.pdf", DOCX))).isEqualTo(SUBMISSION);
    }

    @Test
    void a_delivery_report_is_a_bounce_even_with_the_original_attached() {
        assertThat(sort(aMail().from("Postmaster@163.com")
                        .subject("系统退信")
                        .piece("Content-Type: message/delivery-status\r\n", "Action: failed\r\n".getBytes(UTF_8))
                        .attachMail(material("初审材料"))))
                .isEqualTo(BOUNCE);
        assertThat(sort(aMail().from("x@21cn.com").subject("系统退信").text("收件人不存在")))
                .isEqualTo(BOUNCE);
    }

    @Test
    void a_vacation_reply_is_automatic() {
        assertThat(sort(aMail().from("a@qq.com").subject("自动回复: x").header("X-QQ-AUTO-REPLY", "1")))
                .isEqualTo(AUTOMATIC);
        assertThat(sort(aMail().from("a@b.cn").subject("Out of Office"))).isEqualTo(AUTOMATIC);
    }

    @Test
    void material_that_a_machine_sends_is_read_but_not_answered() {
        OpenedMail mail = Opening.open(material("初审材料").header("Auto-Submitted", "auto-generated"));

        assertThat(mail.mailClass()).isEqualTo(SUBMISSION);
        assertThat(mail.mayAnswer().given(true)).isFalse();
    }

    @Test
    void a_campaign_in_another_language_needs_other_words_only() {
        byte[] raw = aMail().from("a@ontario.example")
                .subject("Re: Precheck")
                .text("Caf\u00e9\nOn Friday, the desk wrote:\nold")
                .bytes();
        MailOpener opener = new MailOpener(
                sha256 -> new jakarta.mail.util.SharedByteArrayInputStream(raw),
                Lexicons.english("mail.yaml"),
                "MG-{stage}-{unit}-{n}",
                Opening.OURS);

        OpenedMail mail = opener.open(Opening.stored(raw.length));
        assertThat(mail.command()).contains("precheck");
        assertThat(mail.text()).isEqualTo("Caf\u00e9");
    }

    private static MailBuilder material(String subject) {
        return aMail().from("a@b.cn").subject(subject).attach("初审表.docx", DOCX);
    }

    private static MailClass sort(MailBuilder mail) {
        return Opening.open(mail).mailClass();
    }
}
