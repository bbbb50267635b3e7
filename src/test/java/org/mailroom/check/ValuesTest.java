package org.mailroom.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.campaign.CodeLists.Code;
import org.mailroom.check.Emptiness.Content;

/** The other values of specification 3.8. */
class ValuesTest {
    private final Values values = Cnipa.VALUES;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13800000001",
                "138 0000 0001",
                "138-0000-0001",
                "１３８０００００００１",
                "+86 13800000001",
                "008613800000001",
                "010-62086145",
                "（010）62086145",
                "010 62086145",
                "01062086145",
                "0755-83070000",
                "0951-5015000",
                "010-62086145转801",
                "010-62086145、13800000001",
                "010-62086145/62086541",
                "010-62086145\n13800000001",
                "13800000001；13900000002"
            })
    void V_PHONE_accepts_how_people_write_numbers(String text) {

        assertThat(values.phones().valid(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "12800000001",
                "1380000000",
                "138000000011",
                "62086145",
                "010-6208614",
                "021-5015000",
                "见附页",
                "62086145/010-62086145"
            })
    void V_PHONE_refuses_what_cannot_be_dialled(String text) {
        assertThat(values.phones().valid(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rssrsc@cnipa.gov.cn",
                "rssrsc＠cnipa.gov.cn",
                "rssrsc@cnipa。gov。cn",
                "rssrsc@cnipa.gov.cn。",
                " rssrsc@cnipa.gov.cn ",
                "a.b@gd.gov.cn、c@qq.com",
                "a@gd.gov.cn; b@gd.gov.cn",
                "a@gd.gov.cn/b@qq.com",
                "A_b-c@GD.GOV.CN"
            })
    void V_MAIL_accepts_common_slips_of_the_keyboard(String text) {
        assertThat(values.mails().valid(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "rssrsc", "rssrsc@", "@cnipa.gov.cn", "a@b", "a..b@gd.gov.cn", "a@-gd.gov.cn", "张三@gd.gov.cn"
            })
    void V_MAIL_refuses_what_cannot_be_sent_to(String text) {
        assertThat(values.mails().valid(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'', BLANK",
        "'　', BLANK",
        "'\u200B', BLANK",
        "/, NONE",
        "—, NONE",
        "-, NONE",
        "－, NONE",
        "无, NONE",
        "无。, NONE",
        "'无 ', NONE",
        "暂无, NONE",
        "没有, NONE",
        "空, NONE",
        "N/A, NONE",
        "n/a, NONE",
        "无锡, FILLED",
        "12, FILLED"
    })
    void V_EMPTY_tells_blank_and_none_apart(String text, Content content) {
        assertThat(values.emptiness().of(text)).isEqualTo(content);
    }

    @ParameterizedTest
    @CsvSource({
        "张 三, 张三",
        "张　三, 张三",
        "' 张三 ', 张三",
        "阿卜杜拉·买买提, 阿卜杜拉·买买提",
        "阿卜杜拉•买买提, 阿卜杜拉·买买提",
        "阿卜杜拉・买买提, 阿卜杜拉·买买提",
        "阿卜杜拉.买买提, 阿卜杜拉·买买提",
        "阿卜杜拉 · 买买提, 阿卜杜拉·买买提",
        "广东省市场监督管理局（知识产权局）, 广东省市场监督管理局(知识产权局)",
        "Maple  Grants, Maple Grants"
    })
    void V_NAME_is_compared_without_blanks_and_with_one_dot(String text, String name) {
        assertThat(Names.normalise(text)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"12, 12", "１２, 12", "十二, 12", "一百零五, 105", "12人, 12", "五年, 5", "二十名, 20", "两千, 2000", "0, 0"})
    void V_INT_reads_numerals_and_suffixes(String text, int number) {
        assertThat(values.numbers().parse(text)).hasValue(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "人", "约50人", "50余人", "12.5", "九九九九九九九九九九"})
    void V_INT_refuses_what_is_no_whole_number(String text) {
        assertThat(values.numbers().parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1., 1", "01, 1", "一, 1", "（一）, 1", "①, 1", "1、, 1", "十一, 11", "⑫, 12"})
    void serials_may_be_written_in_many_ways(String text, int number) {
        assertThat(values.numbers().serial(text)).hasValue(number);
    }

    @ParameterizedTest
    @CsvSource({
        "12, 12",
        "12年, 12",
        "5年以上, 5",
        "五年, 5",
        "10余年, 10",
        "8年6个月, 8",
        "4.9, 4",
        "2010.05, 11",
        "2010年5月至今, 11",
        "自2010年5月起, 11",
        "2016.08, 5",
        "2016.09, 4",
        "2015年, 6",
        "4年, 4"
    })
    void R_41_years_are_read_from_numbers_and_from_the_month_of_the_start(String text, int years) {
        assertThat(values.years().parse(text, LocalDate.of(2021, 8, 31))).hasValue(years);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "长期", "2025.01", "120年"})
    void years_that_nobody_worked_are_unreadable(String text) {
        assertThat(values.years().parse(text, LocalDate.of(2021, 8, 31))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ethnic-groups, 汉, 汉族",
        "political-status, 中共党员（1999.06）, 中共党员",
        "political-status, 党员, 中共党员",
        "political-status, 民革会员, 民革党员",
        "education, 研究生/硕士, 硕士研究生毕业",
        "education, 本科学士, 大学本科毕业",
        "degree, 工学学士, 学士",
        "ranks, 正科级待遇, 乡科级正职",
        "ranks, 副处（四级调研员）, 县处级副职",
        "unit-nature, 民营企业, 私营企业"
    })
    void codes_are_found_inside_what_people_add(String list, String text, String name) {
        assertThat(values.codes().find(list, text).map(Code::name)).contains(name);
    }

    @Test
    void a_code_of_one_character_is_not_found_inside_another_word() {
        assertThat(values.codes().find("ethnic-groups", "武汉")).isEmpty();
        assertThat(values.codes().find("sex", "男女")).isEmpty();
    }

    @Test
    void ticks_are_read_before_and_behind_their_words() {
        Ticks ticks = values.ticks();

        assertThat(ticks.chosen("☑先进集体　□先进个人")).isEqualTo(List.of("先进集体"));
        assertThat(ticks.chosen("先进集体□ 先进个人√")).isEqualTo(List.of("先进个人"));
        assertThat(ticks.chosen("先进个人")).isEqualTo(List.of("先进个人"));
        assertThat(ticks.valid("☑先进集体　☑先进个人")).isFalse();
        assertThat(ticks.unfilled("□先进集体　□先进个人")).isTrue();
        assertThat(ticks.unfilled("先进个人")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "110101197508150018, ***", "４３０１０２１９７８０６１５００５Ｘ, ***", "正科级 13800000001, 正科级 ***", "办公室（010）62086145, 办公室***",
        "110101750815001, ***", "430102 19780615 005X, ***", "正科级, 正科级", "扫描20210830162200.pdf, 扫描20210830162200.pdf"
    })
    void P9_private_numbers_are_starred_wherever_they_were_typed(String text, String quoted) {
        assertThat(values.discretion().quote(text)).isEqualTo(quoted);
    }
}
