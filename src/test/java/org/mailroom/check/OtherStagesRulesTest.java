package org.mailroom.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules on the contact form and on the material of the second review. */
class OtherStagesRulesTest {
    @Test
    void submissions_without_a_fault_have_no_findings() {
        assertThat(Handed.contacts(Paper.contacts()).said()).isEmpty();
        assertThat(Sample.second().said()).isEmpty();
    }

    @Test
    void R_01_and_R_03_material_received_after_the_close_is_for_a_person() {
        assertThat(Handed.contacts(Paper.contacts()).at("2021-08-13T16:00:00Z").sentences("R-01"))
                .containsExactly("贵省《推荐工作联系表》于2021年8月14日0时00分收到，已超过2021年8月13日的报送时限，请说明原因");
        assertThat(Sample.second().at("2021-09-30T16:00:00Z").findings("R-03"))
                .extracting(Finding::severity)
                .containsExactly(Severity.WARN);
    }

    @Test
    void R_50_a_contact_form_has_a_mobile_a_mail_and_both_departments() {
        Paper paper = Paper.contacts();
        assertThat(Handed.contacts(paper.set("address", "")).sentences("R-50")).containsExactly("“通讯地址”栏：未填写，请补填");
        assertThat(Handed.contacts(Paper.contacts().set("postcode", "51000")).said())
                .containsExactly("R-13.postcode");
    }

    @Test
    void R_50_landlines_alone_are_no_mobile() {
        Paper paper = Paper.contacts();
        Paper spoilt =
                Paper.contacts().row("contacts", Map.of("department", "省知识产权局", "mobile", "020-38835000", "mail", "无"));

        assertThat(Handed.contacts(paper).said()).isEmpty();
        assertThat(Handed.contacts(spoilt).said()).doesNotContain("R-50.mobile", "R-50.mail");
        assertThat(Handed.contacts(
                                Paper.contactsWith(Map.of("department", "省人社厅", "mobile", "020-38835000", "mail", "x")))
                        .findings("R-50"))
                .extracting(Handed::sentence)
                .contains("“手机”栏：至少应有一个有效的手机号码，请补正", "“电子邮箱”栏：至少应有一个有效的电子邮箱，请补正", "未见知识产权部门联系人，请补正");
    }

    @Test
    void R_13_the_block_of_the_ministries_stays_blank() {
        assertThat(Handed.second(Paper.approval("individual", "张三").set("ministryOpinion", "同意"))
                        .said())
                .contains("R-13.reserved");
        assertThat(Handed.second(Paper.approval("individual", "张三").set("ministryOpinion", "（盖 章）\n年　月　日"))
                        .said())
                .doesNotContain("R-13.reserved");
    }

    @Test
    void R_35_and_R_45_missing_declarations_are_for_a_person() {
        Paper collective = Paper.approval("collective", Sample.BUREAU).set("unitOpinion", "同意推荐。");
        Paper individual = Paper.approval("individual", "张三").set("pledge", "本人承诺以上内容属实。");

        assertThat(Handed.second(collective).sentences("R-35"))
                .containsExactly("未见“近5年内未发生违法违规等问题”有关内容，请补充", "未见“未发生意识形态重大问题”有关内容，请补充", "未见“没有社会征信问题”有关内容，请补充");
        assertThat(Handed.second(individual).findings("R-45"))
                .extracting(Finding::severity)
                .containsExactly(Severity.WARN, Severity.WARN);
    }

    @Test
    void R_44_a_specialist_is_for_a_person() {
        assertThat(Handed.second(Paper.approval("individual", "张三").set("asSpecialist", "☑是 □否"))
                        .said())
                .contains("R-44");
    }

    // ----

    @Test
    void R_69_a_required_authority_struck_out_is_returned_and_a_blank_one_is_normal() {
        Paper approval = Paper.approval("individual", "张三");

        assertThat(Handed.second(approval, Paper.opinions("individual", "张三").set("police", "无"))
                        .sentences("R-69"))
                .containsExactly("“公安部门意见”栏：机关事业单位及其工作人员应有该部门意见，不应划去或填“无”，请补充");
        assertThat(Handed.second(approval, Paper.opinions("individual", "张三").set("tax", "/"))
                        .findings("R-69"))
                .as("税务 is not asked about staff of public bodies")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "国有企业, 是, audit, 1",
        "国有企业, 否, audit, 0",
        "民营企业, 是, federation, 1",
        "民营企业, 否, federation, 0",
        "外资企业, 是, market, 1",
        "协会, 否, discipline, 0"
    })
    void R_69_the_matrix_says_whose_opinion_is_needed(String nature, String head, String authority, int found) {
        Paper approval =
                Paper.approval("individual", "张三").set("unitNature", nature).set("enterpriseHead", head);

        assertThat(Handed.second(approval, Paper.opinions("individual", "张三").set(authority, "/"))
                        .findings("R-69"))
                .hasSize(found);
    }

    @Test
    void R_69_a_head_is_known_by_his_post_and_an_unknown_type_is_for_a_person() {
        Paper approval =
                Paper.approval("individual", "张三").set("unitNature", "国企").set("enterpriseHead", "");

        assertThat(Handed.second(
                                approval.set("post", "党委书记、董事长"),
                                Paper.opinions("individual", "张三").set("audit", "/"))
                        .said())
                .contains("R-69.struck");
        assertThat(Handed.second(approval.set("post", "工程师"), Paper.opinions("individual", "张三"))
                        .findings("R-69"))
                .extracting(Finding::message, Finding::severity)
                .containsExactly(tuple("R-69.unknown", Severity.WARN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "同意",
                "无异议。（盖章）2021年9月10日",
                "无意见",
                "未发现违法违纪问题",
                "经查询，未发现该同志有违法犯罪记录。",
                "符合推荐条件，同意推荐",
                "没有不良记录",
                "（盖章）\n年　月　日",
                ""
            })
    void R_71_opinions_that_agree_raise_no_question(String text) {
        assertThat(Handed.second(Paper.opinions("individual", "张三").set("police", text))
                        .findings("R-71"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "不同意, R-71.negative",
        "有异议, R-71.negative",
        "该同志曾受行政处罚, R-71.negative",
        "未发现违法问题，但曾受处分, R-71.negative",
        "不宜推荐, R-71.negative",
        "无, R-71.unclear",
        "已阅, R-71.unclear"
    })
    void R_71_other_opinions_are_for_a_person(String text, String message) {
        assertThat(Handed.second(Paper.opinions("individual", "张三").set("police", text))
                        .findings("R-71"))
                .extracting(Finding::message, Finding::severity)
                .containsExactly(tuple(message, Severity.WARN));
    }

    // ---- 2021-09-18 and 09-26 work, 09-19 to 09-21 do not

    @ParameterizedTest
    @CsvSource({"9月17日至24日, 5", "9月16日至22日, 4", "9月22日至28日, 6", "9月24日至28日, 4", "9月18日至22日, 2", "9月19日至21日, 0"})
    void R_74_the_traps_of_September_2021(String period, int days) {
        Paper report = Paper.report(
                "formal-report",
                Sample.FORMAL_REPORT.replace("2021年9月17日至24日", period).replace("2021年9月26日", "2021年9月29日"));
        List<String> sentences = Handed.second(report).sentences("R-74");

        if (days >= 5) {
            assertThat(sentences).isEmpty();
        } else {
            assertThat(sentences).hasSize(1);
            assertThat(sentences.get(0)).startsWith("省级公示时间为2021年9月").contains("共%d个工作日，少于5个工作日".formatted(days));
        }
    }

    @Test
    void R_74_a_report_without_the_days_of_publicity_is_for_a_person() {
        Paper report = Paper.report("formal-report", Sample.FORMAL_REPORT.replace("于2021年9月17日至24日", ""));

        assertThat(Handed.second(report).findings("R-74"))
                .extracting(Finding::message, Finding::severity)
                .containsExactly(tuple("R-74.missing.letter", Severity.WARN));
    }

    @Test
    void R_76_and_R_77_missing_parts_of_the_formal_report_are_for_a_person() {
        Paper report = Paper.report(
                "formal-report",
                Sample.FORMAL_REPORT.replace("集体研究", "").replace("征求", "").replace("专题会议", ""));

        assertThat(Handed.second(report).sentences("R-76")).containsExactly("未见“集体研究确定”有关内容，请核实");
        assertThat(Handed.second(report).sentences("R-77")).contains("未见“推荐对象征求意见情况”内容，请补充");
    }

    @Test
    void R_80_the_list_of_the_second_review_is_numbered_too() {
        Handed handed = Handed.second(Paper.summary().row("individuals", Map.of("name", "张三", "serial", "3")));

        assertThat(handed.sentences("R-80")).containsExactly("“序号”栏：序号应为1，实为3，请按推荐优先顺序连续编号");
        assertThat(handed.findings("R-61")).isEmpty();
    }

    @Test
    void R_81_the_forms_of_the_second_review_agree() {
        Handed handed = Handed.second(
                Sample.summary(),
                Paper.approval("individual", "张三").set("rank", "副科级"),
                Paper.opinions("individual", "张三").set("identityNumber", Paper.OTHER_MALE_ID));

        assertThat(handed.findings("R-81"))
                .extracting(Finding::message, Finding::severity)
                .containsExactlyInAnyOrder(tuple("R-62.private", Severity.RETURN), tuple("R-62", Severity.WARN));
    }

    @Test
    void R_81_a_post_written_with_its_unit_is_the_same_post() {
        Paper approval = Paper.approval("individual", "张三").set("post", "科长");

        assertThat(Handed.second(approval, Paper.opinions("individual", "张三").set("post", "某局科长"))
                        .findings("R-81"))
                .isEmpty();
        assertThat(Handed.second(approval, Paper.opinions("individual", "张三").set("post", "某局处长"))
                        .findings("R-81"))
                .hasSize(1);
    }
}
