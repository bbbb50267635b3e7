package org.mailroom.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people write is found by name, alias or end, whatever its width and blanks. */
class CodeListsTest {
    @TempDir
    Path temporary;

    private CodeLists codes;

    @BeforeEach
    void load() {
        codes = CopiedCampaign.of(CopiedCampaign.CNIPA, temporary).load().codes();
    }

    @ParameterizedTest
    @CsvSource({
        "sex, 男, 男",
        "sex, ' 女　', 女",
        "political-status, 党员, 中共党员",
        "political-status, 民革会员, 民革党员",
        "political-status, 中共 党员, 中共党员",
        "ethnic-groups, 汉, 汉族",
        "ethnic-groups, 汉族, 汉族",
        "ethnic-groups, 维族, 维吾尔族",
        "ethnic-groups, 毛难族, 毛南族",
        "education, 研究生(博士), 博士研究生毕业",
        "education, 研究生（博士）, 博士研究生毕业",
        "education, 在职大学, 大学本科毕业",
        "degree, 博士, 博士",
        "degree, 工学博士, 博士",
        "degree, 名誉博士, 名誉博士",
        "degree, 管理学\u200B硕士, 硕士",
    })
    void a_code_is_found_as_people_write_it(String list, String written, String name) {
        assertThat(codes.find(list, written))
                .get()
                .extracting(CodeLists.Code::name)
                .isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "ranks, 副厅级, BUREAU",
        "ranks, 二级巡视员, BUREAU",
        "ranks, 正处级, DIVISION",
        "ranks, 四级调研员, DIVISION",
        "ranks, 正科级, BELOW",
        "ranks, 无, NONE",
        "ranks, ／, NONE",
        "ranks, 三级职员, BUREAU",
        "ranks, 六级职员, DIVISION",
        "unit-nature, 行政机关, JG",
        "unit-nature, 参公, CG",
        "unit-nature, 高校, SY",
        "unit-nature, 国企, GQ",
        "unit-nature, 民营企业, SQ",
        "unit-nature, 有限责任公司(自然人投资或控股), SQ",
        "unit-nature, 合伙企业, QY",
        "unit-nature, 协会, ST",
        "unit-nature, 其他, QT",
    })
    void a_code_has_the_group_that_rules_speak_of(String list, String written, String group) {
        assertThat(codes.find(list, written))
                .get()
                .satisfies(code -> assertThat(code.group()).contains(group));
    }

    @ParameterizedTest
    @CsvSource({"sex, 不详", "ethnic-groups, 中国", "degree, 本科", "ranks, 处", "no-such-list, 男", "sex, ''"})
    void what_is_no_code_is_not_guessed(String list, String written) {
        assertThat(codes.find(list, written)).isEmpty();
    }

    @Test
    void the_lists_have_the_length_of_their_standards() {
        assertThat(codes.lists().get("political-status")).hasSize(13);
        assertThat(codes.lists().get("ethnic-groups"))
                .filteredOn(code -> code.group().isEmpty())
                .hasSize(56);
        assertThat(codes.lists())
                .containsOnlyKeys(
                        "sex", "political-status", "ethnic-groups", "education", "degree", "ranks", "unit-nature");
    }
}
