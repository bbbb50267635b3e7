package org.mailroom.message;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.testing.MailBuilder.aMail;

import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.testing.MailBuilder;

/** Acceptance check 11, the names; mail-parsing lessons 1, 2, 3, 6, 7, 8, 10, 14. */
class NamesTest {
    private static final Charset GBK = Charset.forName("GBK");
    private static final String NAME = "附件1-推荐对象初审表（镕䶮）.docx";

    @ParameterizedTest
    @EnumSource
    void every_way_of_writing_a_Chinese_name_gives_the_name(MailBuilder.Names way) {
        OpenedMail mail = Opening.open(aMail().names(way)
                .from("a@jiangsu.gov.cn", "江苏省知识产权局人事处")
                .subject("关于报送全国知识产权系统先进集体和先进个人初审材料的函（江苏）")
                .attach(NAME, new byte[] {1, 2, 3}));

        assertThat(mail.parts()).extracting(Part::fileName).containsExactly(NAME);
        assertThat(mail.subject()).isEqualTo("关于报送全国知识产权系统先进集体和先进个人初审材料的函（江苏）");
        assertThat(mail.from()).contains(new Address("a@jiangsu.gov.cn", "江苏省知识产权局人事处"));
    }

    @Test
    void a_character_cut_between_two_words_is_put_together() {
        assertThat(words("=?utf-8?B?5bCP5g==?=\r\n =?utf-8?B?sYc=?=")).isEqualTo("小汇");
        assertThat(words("=?gb2312?Q?=BD=AD=CB?= =?gb2312?Q?=D5?=")).isEqualTo("江苏");
    }

    @Test
    void base64_cut_inside_a_group_of_four_is_put_together() {
        assertThat(words("=?utf-8?B?5rGf6?= =?utf-8?B?IuP?=")).isEqualTo("江苏");
    }

    @Test
    void words_glued_to_text_and_text_between_them_are_kept() {
        assertThat(words("Re:=?gb2312?B?va3L1Q==?=(2)")).isEqualTo("Re:江苏(2)");
        assertThat(words("=?utf-8?B?5rGf?= a =?utf-8?B?6IuP?=")).isEqualTo("江 a 苏");
    }

    @ParameterizedTest
    @CsvSource({
        "gb2312, 镕䶮",
        "GBK, 镕",
        "x-gbk, 江苏",
        "cp936, 江苏",
        "ms936, 江苏",
        "gb_2312-80, 江苏",
        "iso-gb2312, 江苏",
        "unknown-8bit, 江苏初审",
        "us-ascii, 江苏初审",
        "default_charset, 江苏初审",
        "'', 江苏初审"
    })
    void labels_of_the_GB_family_and_labels_that_say_nothing_are_read_as_GB18030(String label, String text) {
        byte[] octets = text.getBytes(Charset.forName("GB18030"));

        assertThat(decoder().decode(label, octets)).isEqualTo(text);
    }

    @Test
    void utf8_wins_over_a_false_label() {
        assertThat(decoder().decode("gb2312", "报送材料".getBytes(UTF_8))).isEqualTo("报送材料");
        assertThat(decoder().decode("iso-8859-1", "报送材料".getBytes(UTF_8))).isEqualTo("报送材料");
    }

    @Test
    void gbk_labelled_as_a_western_charset_is_recognised_and_western_text_is_left_alone() {
        assertThat(decoder().decode("iso-8859-1", "报送材料".getBytes(GBK))).isEqualTo("报送材料");
        assertThat(decoder().decode("iso-8859-1", "Die Frösche".getBytes(ISO_8859_1)))
                .isEqualTo("Die Frösche");
    }

    @Test
    void hz_is_read() {
        assertThat(decoder().decode("hz-gb-2312", "~{=-KU~} ok".getBytes(ISO_8859_1)))
                .isEqualTo("江苏 ok");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "../../etc/passwd | passwd",
                "..\\..\\x.docx | x.docx",
                "C:\\temp\\初审表.docx | 初审表.docx",
                "a\u202Efdp.docx | afdp.docx",
                "a\u0000b\u0007.pdf | ab.pdf",
                "cafe\u0301.doc | caf\u00e9.doc",
                ".. | ''",
                "'   ' | ''"
            })
    void a_hostile_name_becomes_a_plain_one(String hostile, String plain) {
        assertThat(FileNames.clean(hostile)).isEqualTo(plain);
    }

    @Test
    void a_long_name_is_cut_to_200_octets_and_keeps_its_extension() {
        String cut = FileNames.clean("初审表".repeat(100) + ".docx");

        assertThat(cut).startsWith("初审表初审表").endsWith(".docx");
        assertThat(cut.getBytes(UTF_8).length).isBetween(190, 200);
    }

    @Test
    void a_name_stands_in_either_header_and_may_hold_quotes_blanks_and_semicolons() {
        assertThat(parameter("attachment; filename=a b c.docx", "filename")).isEqualTo("a b c.docx");
        assertThat(parameter("attachment; filename=\"a\"b\".docx\"; size=1", "filename"))
                .isEqualTo("a\"b\".docx");
        assertThat(parameter("attachment; filename=\"a;b.docx\"", "filename")).isEqualTo("a;b.docx");
        assertThat(parameter("attachment; filename*0=\"ab\"; filename*1=\"c.docx\"", "filename"))
                .isEqualTo("abc.docx");
        assertThat(parameter("attachment; filename*0*=UTF-8''%E6%B1; filename*1*=%9F.pdf", "filename"))
                .isEqualTo("江.pdf");
        assertThat(parameter("attachment; filename=\"x.pdf\"; filename*=UTF-8''%E6%B1%9F.pdf", "filename"))
                .isEqualTo("江.pdf");
    }

    @Test
    void from_may_be_anything() {
        Addresses addresses = Node.Words.of(decoder()).addresses();

        assertThat(addresses.parse("")).isEmpty();
        assertThat(addresses.parse("undisclosed-recipients:;")).isEmpty();
        assertThat(addresses.parse("not an address")).isEmpty();
        assertThat(addresses.parse("a@B.example (Zhang)")).containsExactly(new Address("a@b.example", "Zhang"));
        assertThat(addresses.parse("\"x@gov.cn\" <y@evil.example>"))
                .containsExactly(new Address("y@evil.example", "x@gov.cn"));
        assertThat(addresses.parse("\"Li, Si\" <a@b.cn>, group: c@d.cn, e@f.cn;"))
                .extracting(Address::address)
                .isEqualTo(List.of("a@b.cn", "c@d.cn", "e@f.cn"));
    }

    private static TextDecoder decoder() {
        return new TextDecoder(Charset.forName("GB18030"));
    }

    private static String words(String raw) {
        return new EncodedWords(decoder()).decode(raw);
    }

    private static String parameter(String header, String name) {
        return Parameters.parse(header, new EncodedWords(decoder()), decoder())
                .text(name)
                .orElse("");
    }
}
