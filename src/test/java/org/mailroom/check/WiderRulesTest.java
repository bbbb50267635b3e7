package org.mailroom.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.check.History.Sender;
import org.mailroom.form.Difference;

/** Rules that look at how documents, mails and stages fit together, and at single fields of the approval forms. */
class WiderRulesTest {
    private static final Set<String> AUTHORITIES = Set.of(
            "organisation",
            "discipline",
            "police",
            "environment",
            "tax",
            "market",
            "emergency",
            "audit",
            "unitedFront",
            "federation");

    // ---- 1A

    @ParameterizedTest
    @ValueSource(strings = {"广东省佛山市市场监督管理局", "顺德区市场监管局", "某某科技有限公司", "广州市知识产权局"})
    void R_10_material_filled_in_for_a_city_a_county_or_a_company_is_for_a_person(String unit) {
        Handed handed = Handed.first(Sample.person().set("recommendingUnit", unit));

        assertThat(handed.sentences("R-10")).containsExactly("“推荐单位”栏：填写为“%s”，本次推荐由省级评选机构统一报送，请核实".formatted(unit));
        assertThat(handed.findings("R-10")).extracting(Finding::severity).containsExactly(Severity.WARN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"广东省", "广东省知识产权局", "广东省人力资源和社会保障厅", "北京市知识产权局", "新疆生产建设兵团市场监管局", "广东省评选机构"})
    void R_10_provincial_units_raise_no_question(String unit) {
        assertThat(Handed.first(Sample.person().set("recommendingUnit", unit)).findings("R-10"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"商业秘密5年保护经验", "涉密人员", "技术秘密10年", "五星★级服务"})
    void R_19_words_of_the_trade_are_no_marks(String text) {
        assertThat(Handed.first(Sample.person().set("deeds", text)).findings("R-19"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"秘密1年", "机密（10年）", "绝密级20年", "密级：机密", "内部文件 注意保管"})
    void R_19_a_mark_needs_no_star(String text) {
        assertThat(Handed.first(Sample.person().set("deeds", text)).findings("R-19"))
                .hasSize(1);
    }

    // ---- code and curriculum vitae

    @ParameterizedTest
    @CsvSource({
        "91440000MA50000001, ''",
        "91440000ma50000001, ''",
        "91440000MA50000002, “统一社会信用代码”栏：统一社会信用代码校验未通过，请与营业执照核对",
        "91440000MA5000000, “统一社会信用代码”栏：统一社会信用代码应为18位数字和大写字母（不含I、O、S、V、Z），请核对",
        "91440000MA5000000O, “统一社会信用代码”栏：统一社会信用代码应为18位数字和大写字母（不含I、O、S、V、Z），请核对",
        "无, “统一社会信用代码”栏：未填写，企业请填写统一社会信用代码"
    })
    void R_13_a_credit_code_has_18_characters_and_a_check(String code, String sentence) {
        Paper paper = Paper.approval("collective", Sample.BUREAU)
                .set("unitNature", "私营企业")
                .set("creditCode", code);

        assertThat(Handed.second(paper).sentences("R-13"))
                .isEqualTo(sentence.isEmpty() ? List.of() : List.of(sentence));
    }

    @Test
    void R_13_a_public_body_needs_no_credit_code() {
        assertThat(Handed.second(Paper.approval("collective", Sample.BUREAU).set("creditCode", ""))
                        .findings("R-13"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1994.09-1998.07 学习；1998.07-至今 某局, ''",
        "1994年9月至1998年7月 学习；1998年7月至2009年5月 某局；2009年6月至今 某局, ''",
        "1994.09—1998.06 学习；1998.07—2009.05 某局；2010.01—今 某局, “个人简历”栏：2009.05至2010.01之间经历间断，请核实补充",
        "1998.07-2020.01 某局, “个人简历”栏：经历止于2020.01，未填至今，请核实补充",
        "1994.09-1999.07 学习；1999.07-至今 某局, “个人简历”栏：未见始于参加工作时间（1998.07）的经历，请核对",
        "历任科员、科长, “个人简历”栏：未见“起止年月　单位职务”形式的经历，请按填表说明填写"
    })
    void R_13_a_life_runs_without_a_gap_up_to_now(String resume, String sentence) {
        Handed handed = Handed.second(Paper.approval("individual", "张三").set("resume", resume));

        assertThat(handed.sentences("R-13")).isEqualTo(sentence.isEmpty() ? List.of() : List.of(sentence));
        assertThat(handed.findings("R-13"))
                .allSatisfy(finding -> assertThat(finding.severity()).isEqualTo(Severity.WARN));
    }

    @Test
    void R_13_nobody_begins_work_as_a_child() {
        Paper paper =
                Paper.approval("individual", "张三").set("workSince", "1988.07").set("resume", "1988.07-至今 某局");

        assertThat(Handed.second(paper).sentences("R-13")).containsExactly("“个人简历”栏：参加工作时年龄为12周岁，不满14周岁，请核对");
    }

    // ---- 1B to 1D

    @Test
    void R_29_a_person_beside_his_own_unit_is_for_a_person() {
        Handed handed = Handed.first(Paper.summary()
                .collective(Sample.BUREAU)
                .row("individuals", Map.of("name", "张三", "post", "佛山市顺德区市场监督管理局 科长")));

        assertThat(handed.sentences("R-29")).containsExactly("张三与其所在单位（佛山市顺德区市场监督管理局）同时列为推荐对象，请核实");
        assertThat(Sample.first().findings("R-29")).isEmpty();
    }

    @Test
    void R_32_a_section_of_a_provincial_bureau_below_division_rank_is_for_a_person() {
        assertThat(Handed.first(Paper.summary().collective("广东省知识产权局保护处")).sentences("R-32"))
                .containsExactly("“单位级别”栏：“广东省知识产权局保护处”系省级知识产权管理部门所属机构，级别填写为“正科级”，参评的应为处级以上机构，请核实");
        assertThat(Handed.first(Paper.summary().row("collectives", Map.of("name", "广东省知识产权局保护处", "rank", "正处级")))
                        .findings("R-32"))
                .isEmpty();
    }

    @Test
    void R_36_an_enterprise_and_its_head_are_looked_at_together() {
        Paper firm = Paper.approval("collective", "某某知识产权代理有限公司").set("unitNature", "私营企业");
        Paper head = Paper.approval("individual", "张三")
                .set("homeUnit", "某某知识产权代理有限公司")
                .set("unitNature", "私营企业");
        Paper opinions = Paper.opinions("collective", "某某知识产权代理有限公司").set("market", "2020年因虚假宣传受行政处罚");
        Handed handed = Handed.second(firm, head, opinions);

        assertThat(handed.sentences("R-36"))
                .containsExactly(
                        "“市场监管部门意见”栏：疑有企业不得推荐的情形，请核实", "张三与某某知识产权代理有限公司系同一企业（企业及其负责人），某某知识产权代理有限公司疑有企业不得推荐的情形，请一并核实");
        assertThat(handed.findings("R-36")).extracting(Finding::severity).containsOnly(Severity.WARN);
    }

    @ParameterizedTest
    @CsvSource({
        "私营企业, 未发现欠薪、拖欠工资和社会保险欠缴情况, 0",
        "私营企业, 无行政处罚记录，同意, 0",
        "私营企业, 存在拖欠农民工工资行为, 1",
        "国有企业, 发生过生产安全责任事故, 1",
        "机关, 存在拖欠农民工工资行为, 0"
    })
    void R_36_only_enterprises_and_only_what_is_found(String nature, String opinion, int found) {
        Paper firm = Paper.approval("collective", Sample.BUREAU).set("unitNature", nature);

        assertThat(Handed.second(
                                firm,
                                Paper.opinions("collective", Sample.BUREAU).set("tax", opinion))
                        .findings("R-36"))
                .hasSize(found);
    }

    @ParameterizedTest
    @CsvSource({
        "广东省知识产权局副局长, 1",
        "广东省市场监督管理局党组成员、副局长, 1",
        "北京市知识产权局局长, 1",
        "佛山市市场监督管理局局长, 0",
        "广东省知识产权局保护处处长, 0",
        "广东省知识产权保护中心主任, 0"
    })
    void R_42_a_post_of_bureau_rank_is_for_a_person(String post, int found) {
        assertThat(Handed.first(Paper.summary().row("individuals", Map.of("name", "张三", "post", post)))
                        .findings("R-42"))
                .hasSize(found);
    }

    @Test
    void R_43_no_rank_beside_the_post_of_a_division_head_is_for_a_person() {
        assertThat(Handed.first(Paper.summary().row("individuals", Map.of("name", "张三", "post", "某某处副处长", "rank", "无")))
                        .sentences("R-43"))
                .containsExactly("“行政级别”栏：填写为“无”，与职务“某某处副处长”疑不相符，请核实");
        assertThat(Handed.first(Paper.summary().row("individuals", Map.of("name", "张三", "post", "工程师", "rank", "无")))
                        .findings("R-43"))
                .isEmpty();
    }

    // ---- 1E, 1F

    @Test
    void R_62_a_report_that_names_some_nominees_names_all() {
        Paper names = Paper.report("first-review-report", Sample.REPORT.replace("主要事迹见附件", "佛山市顺德区市场监督管理局事迹突出"));

        assertThat(Handed.first(Sample.summary(), names).sentences("R-62"))
                .containsExactly("报告正文未见张三，请核对报告与《推荐对象汇总表》推荐对象是否一致");
        assertThat(Handed.first(Sample.summary(), Sample.report()).findings("R-62"))
                .as("a report that refers to its annexes")
                .isEmpty();
    }

    @Test
    void R_66_to_R_68_forms_of_people_who_are_not_listed_and_second_copies_are_returned() {
        Handed handed = Handed.second(
                Sample.summary(),
                Paper.approval("collective", "某某中心"),
                Paper.approval("individual", "李四"),
                Paper.opinions("individual", "李四"),
                Paper.opinions("individual", "张三"),
                Paper.opinions("individual", "张三"));

        assertThat(handed.sentences("R-66")).containsExactly("某某中心未列入《推荐对象汇总表》，请核对推荐对象是否一致");
        assertThat(handed.sentences("R-67")).containsExactly("李四未列入《推荐对象汇总表》，请核对推荐对象是否一致");
        assertThat(handed.sentences("R-68"))
                .containsExactly("李四未列入《推荐对象汇总表》，请核对推荐对象是否一致", "张三的《推荐对象征求意见表》重复报送，每个推荐对象应为1份，请核对");
        assertThat(handed.findings("R-68")).extracting(Finding::severity).containsOnly(Severity.RETURN);
        assertThat(Sample.second().said()).doesNotContain("R-66.unlisted", "R-67.unlisted", "R-68.unlisted");
    }

    /** Specification 1G, all of it: required authorities by type of nominee. */
    @ParameterizedTest
    @CsvSource({
        "collective, 机关, '', police organisation discipline",
        "collective, 参公单位, '', police organisation discipline",
        "collective, 事业单位, '', police organisation discipline",
        "individual, 机关, 否, police organisation discipline",
        "individual, 参公单位, 否, police organisation discipline",
        "individual, 事业单位, 否, police organisation discipline",
        "collective, 国有企业, '', police environment tax market emergency",
        "collective, 私营企业, '', police environment tax market emergency",
        "collective, 外资企业, '', police environment tax market emergency",
        "individual, 国有企业, 是, police environment tax market emergency audit",
        "individual, 私营企业, 是, police environment tax market emergency unitedFront federation",
        "individual, 外资企业, 是, police environment tax market emergency",
        "individual, 国有企业, 否, police",
        "individual, 私营企业, 否, police",
        "individual, 外资企业, 否, police",
        "collective, 社会组织, '', police",
        "individual, 社会组织, 否, police",
        "individual, 某种性质, 否, police"
    })
    void R_69_the_whole_matrix(String category, String nature, String head, String required) {
        String name = category.equals("individual") ? "张三" : Sample.BUREAU;
        Paper approval = Paper.approval(category, name).set("unitNature", nature);
        if (!head.isEmpty()) {
            approval.set("enterpriseHead", head);
        }
        Set<String> wanted = Set.of(required.split(" "));
        for (String authority : AUTHORITIES) {
            Handed handed =
                    Handed.second(approval, Paper.opinions(category, name).set(authority, "/"));

            assertThat(handed.said().contains("R-69.struck")).as(authority).isEqualTo(wanted.contains(authority));
        }
    }

    @Test
    void R_69_a_required_row_taken_out_of_the_form_is_returned() {
        Paper opinions = Paper.opinions("individual", "张三").differs(Difference.Kind.MISSING, "公安部门意见");

        assertThat(Handed.second(Paper.approval("individual", "张三"), opinions).sentences("R-69"))
                .containsExactly("“公安部门意见”栏：机关事业单位及其工作人员应有该部门意见，表中未见该栏，请使用规定模板补充");
    }

    @ParameterizedTest
    @CsvSource({
        "无异议。广州市公安局, 1",
        "同意。佛山市公安局顺德分局, 1",
        "无异议。广东省公安厅, 0",
        "无异议。北京市公安局, 0",
        "同意。北京市公安局朝阳分局, 1",
        "新疆生产建设兵团公安局：同意, 0",
        "同意, 0"
    })
    void R_70_the_police_of_the_province_sign(String opinion, int found) {
        assertThat(Handed.second(Paper.opinions("individual", "张三").set("police", opinion))
                        .findings("R-70"))
                .hasSize(found);
    }

    @Test
    void R_72_material_from_the_nominee_himself_is_for_a_person() {
        History byName = History.NONE.with(List.of(), Map.of(), List.of(new Sender("x@163.example", "张 三")));
        History byPhone = History.NONE.with(List.of(), Map.of(), List.of(new Sender("13800000001@139.example", "")));
        History byOffice = History.NONE.with(List.of(), Map.of(), List.of(new Sender("office@gd.example", "李某")));
        Paper summary = Paper.summary().row("individuals", Map.of("name", "张三", "phone", "138-0000-0001"));

        assertThat(Handed.first(summary).after(byName).sentences("R-72"))
                .containsExactly("材料疑由推荐对象（张三）自行报送，征求意见等事项不得由推荐人自行办理，请核实");
        assertThat(Handed.first(summary).after(byPhone).findings("R-72")).hasSize(1);
        assertThat(Handed.first(summary).after(byOffice).findings("R-72")).isEmpty();
    }

    @Test
    void R_73_opinions_come_before_the_publicity_and_the_report_after_it() {
        Paper early = Paper.opinions("individual", "张三").set("police", "同意。（盖章）2021年9月10日");
        Paper late = Paper.opinions("individual", "张三").set("police", "同意。（盖章）\n2021年9月22日");

        assertThat(Handed.second(early, Sample.formalReport()).findings("R-73")).isEmpty();
        assertThat(Handed.second(late, Sample.formalReport()).sentences("R-73"))
                .containsExactly("征求意见（2021年9月22日）晚于省级公示开始（2021年9月17日），请核实办理次序");
        assertThat(Handed.second(Sample.formalReport())
                        .at("2021-09-25T02:00:00Z")
                        .sentences("R-73"))
                .containsExactly("正式推荐工作报告落款（2021年9月26日）晚于材料收到（2021年9月25日），请核实办理次序");
    }

    @Test
    void R_73_opinions_given_before_the_results_of_the_first_review_are_for_a_person() {
        Paper early = Paper.opinions("individual", "张三").set("police", "同意。（盖章）2021年9月1日");
        History told = History.NONE.with(List.of(), Map.of("S1", LocalDate.of(2021, 9, 6)), List.of());

        assertThat(Handed.second(early).after(told).sentences("R-73"))
                .containsExactly("初审结果反馈（2021年9月6日）晚于征求意见（2021年9月1日），请核实办理次序");
    }

    @Test
    void R_73_a_period_stated_by_its_first_day_ends_where_its_working_days_end() {
        Paper report = Paper.report("formal-report", Sample.FORMAL_REPORT.replace("9月17日至24日", "9月22日起5个工作日"));

        assertThat(Handed.second(report).sentences("R-73"))
                .as("22, 23, 24, 26 and 27 September")
                .containsExactly("省级公示结束（2021年9月27日）晚于正式推荐工作报告落款（2021年9月26日），请核实办理次序");
    }

    @Test
    void R_75_publicity_shows_no_identity_number() {
        Paper report =
                Paper.report("formal-report", Sample.FORMAL_REPORT.replace("公示，无异议", "公示（张三，43010219780615005X），无异议"));

        assertThat(Handed.second(report).sentences("R-75"))
                .containsExactly("报告有关公示的内容中出现身份证号码、手机号码或出生日期，公示内容仅包括单位名称、姓名、简要事迹等，请核对");
        assertThat(Handed.second(Sample.formalReport()).findings("R-75")).isEmpty();
    }

    @Test
    void R_80_another_order_than_in_the_first_review_is_a_remark() {
        History before =
                earlier(Paper.summary().individual("李四").individual("张三").individual("王五"));
        Handed handed =
                Handed.second(Paper.summary().individual("张三").individual("李四")).after(before);

        assertThat(handed.sentences("R-80")).containsExactly("先进个人推荐优先顺序与初审时不同（初审：李四、张三；本次：张三、李四），以本次报送的为准");
        assertThat(handed.findings("R-80")).extracting(Finding::severity).containsExactly(Severity.INFO);
        assertThat(Handed.second(Paper.summary().individual("李四").individual("张三"))
                        .after(before)
                        .findings("R-80"))
                .isEmpty();
    }

    @Test
    void R_81_a_number_or_birth_that_changed_since_the_first_review_is_noticed() {
        History before = earlier(Sample.summary(), Sample.person());
        Handed handed = Handed.second(Paper.summary()
                        .row(
                                "individuals",
                                Map.of(
                                        "name", "张三",
                                        "identityNumber", Paper.OTHER_MALE_ID,
                                        "birth", "1978.06")))
                .after(before);

        assertThat(handed.findings("R-81"))
                .extracting(Finding::message, Finding::severity)
                .containsExactlyInAnyOrder(
                        tuple("R-81.before.private", Severity.RETURN), tuple("R-81.before", Severity.WARN));
        assertThat(handed.sentences("R-81"))
                .contains("“身份证号”栏：张三的该项内容与初审时报送的不一致，请核对", "“出生年月”栏：张三的该项内容与初审时报送的不一致（初审“1975.08”，本次“1978.06”），请核对");
        assertThat(Handed.second(Sample.summary()).after(before).findings("R-81"))
                .isEmpty();
    }

    @Test
    void R_81_another_name_with_the_number_of_the_first_review_is_for_a_person() {
        Handed handed = Handed.second(Paper.summary().individual("章三")).after(earlier(Sample.summary()));

        assertThat(handed.sentences("R-81")).containsExactly("“姓名”栏：同一身份证号码初审时姓名为“张三”，本次为“章三”，请核对");
    }

    private static History earlier(Paper... papers) {
        return History.NONE.with(List.of(papers).stream().map(Paper::form).toList(), Map.of(), List.of());
    }
}
