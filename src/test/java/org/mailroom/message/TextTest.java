package org.mailroom.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.testing.MailBuilder.aMail;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the sender wrote now, and what subject and text ask for. */
class TextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "------------------ 原始邮件 ------------------\n发件人: \"x\" <x@y.cn>;\n引文",
                "-------- 转发邮件信息 --------\n发件人：\"x\" <x@y.cn>\n引文",
                "在 2021-08-27 16:05:00，\"评选办\" <a@b.cn> 写道：\n引文",
                "发件人: 评选办 <a@b.cn>\n发送时间: 2021年8月27日 16:05\n收件人: x\n引文",
                "From: desk\nSent: Friday\nTo: x\n引文",
                "On Fri, 27 Aug 2021 at 16:05, Desk <a@b.cn> wrote:\n引文",
                "> 引文",
                "2021年8月27日 16:05，评选办 <a@b.cn> 写道：\n引文"
            })
    void quoted_mails_are_cut_off(String quote) {
        assertThat(Opening.open(aMail().text("现补报汇总表。\n\n江苏省知识产权局\n" + quote)).text())
                .isEqualTo("现补报汇总表。\n\n江苏省知识产权局");
    }

    @Test
    void our_own_signature_is_cut_out_even_without_a_quote_mark() {
        String text = Opening.open(aMail().text("收到，谢谢。\n（国家知识产权局人事司人事处）\n北京市海淀区西土城路6号\n张三"))
                .text();

        assertThat(text).isEqualTo("收到，谢谢。\n张三");
    }

    @Test
    void html_becomes_text_without_what_is_marked_as_quoted() {
        String html = "<html><head><style>p{}</style></head><body><p>请查收&nbsp;附件</p><div>宁夏<br>银川</div>"
                + "<blockquote type=\"cite\">旧信</blockquote><div id=\"isReplyContent\">旧信</div></body></html>";

        assertThat(Opening.open(aMail().html(html)).text()).isEqualTo("请查收 附件\n宁夏\n银川");
    }

    @Test
    void the_plain_text_is_preferred_and_read_in_its_charset() {
        assertThat(Opening.open(aMail().text("纯文本").html("<p>超文本</p>").bodyCharset(Charset.forName("GBK")))
                        .text())
                .isEqualTo("纯文本");
    }

    @ParameterizedTest
    @CsvSource({
        "转发: 回复: 表彰材料, 表彰材料",
        "Fw:Re: Re[2]:报送材料, 报送材料",
        "回复：【宁夏】联系表, 【宁夏】联系表",
        "答复：Fwd: 答复：材料, 材料",
        "报送材料, 报送材料",
        "'', ''"
    })
    void prefixes_of_answers_and_forwards_are_cut_however_many(String subject, String topic) {
        assertThat(Opening.open(aMail().subject(subject)).topic()).isEqualTo(topic);
    }

    @Test
    void a_receipt_number_in_the_subject_is_found() {
        assertThat(Opening.open(aMail().subject("回复：【补正通知】初审材料（宁夏）ZSCQ-2021-S1-640000-02"))
                        .receiptTag())
                .contains("ZSCQ-2021-S1-640000-02");
        assertThat(Opening.open(aMail().subject("补正 [ZSCQ-2021-S1-640000-02]")).receiptTag())
                .contains("ZSCQ-2021-S1-640000-02");
        assertThat(Opening.open(aMail().subject("ZSCQ-2021 材料")).receiptTag()).isEmpty();
    }

    @Test
    void phrases_of_replacement_are_recorded() {
        OpenedMail mail = Opening.open(aMail().subject("更正：汇总表").text("此前所报作废，以此件为准。\n> 补充"));

        assertThat(mail.wishes()).containsExactlyInAnyOrder("更正", "作废", "以此件为准");
    }

    @Test
    void links_to_files_elsewhere_are_recorded_with_the_words_around_them() {
        OpenedMail mail = Opening.open(aMail().html("<div>从QQ邮箱发来的超大附件<div>初审材料.zip (1.2G, 2021年9月26日 到期)"
                + "<a href=\"https://wx.mail.qq.com/ftn/download?func=3&k=abc\">进入下载页面</a></div></div>"
                + "<a href=\"https://wx.mail.qq.com/home/index?t=readmail_businesscard\">名片</a>"));

        assertThat(mail.links()).hasSize(1);
        assertThat(mail.links().get(0).host()).isEqualTo("wx.mail.qq.com");
        assertThat(mail.links().get(0).about()).contains("初审材料.zip", "1.2G", "到期");
        assertThat(mail.mailClass()).isEqualTo(MailClass.SUBMISSION);
    }

    @Test
    void a_link_in_plain_text_is_recorded_and_other_hosts_are_not() {
        OpenedMail mail = Opening.open(aMail().text("链接: https://pan.baidu.com/s/1abc\n提取码: 9x8y\n"
                + "网站 https://www.cnipa.gov.cn/ 和 https://notpan.baidu.com.example/x"));

        assertThat(mail.links()).extracting(OpenedMail.CloudLink::host).containsExactly("pan.baidu.com");
    }
}
