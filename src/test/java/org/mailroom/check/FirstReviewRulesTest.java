package org.mailroom.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.form.Difference;
import org.mailroom.form.Place;
import org.mailroom.reading.Reading;

/** Rules on the material of the first review: each passes a submission without a fault, and says what it should otherwise. */
class FirstReviewRulesTest {
    @Test
    void a_submission_without_a_fault_gets_only_the_remark_that_places_are_left() {
        assertThat(Sample.first().said()).containsExactly("R-26");
        assertThat(Sample.first().sentences("R-26")).containsExactly("贵省本次报送先进集体1个、先进个人1名，少于分配名额，请确认是否为最终推荐意见");
    }

    // ---- 1A

    @Test
    void R_02_material_received_after_the_close_is_for_a_person() {
        assertThat(Sample.first().at("2021-08-31T15:59:59Z").findings("R-02")).isEmpty();
        assertThat(Sample.first().at("2021-08-31T16:00:00Z").sentences("R-02"))
                .containsExactly("初审材料于2021年9月1日0时00分收到，超过规定报送时限（2021年8月31日前），我办已登记，是否接收待研究后另行告知");
    }

    @Test
    void R_12_a_missing_column_is_returned_and_the_paper_is_for_a_person() {
        Handed handed = Handed.first(Sample.person().differs(Difference.Kind.MISSING, "性别"));

        assertThat(handed.sentences("R-12")).containsExactly("格式与规定模板不一致（缺少或改动栏目：性别），请使用国家知识产权局网站发布的模板重新填报，不得改变格式");
        assertThat(handed.findings("R-12").get(0).severity()).isEqualTo(Severity.RETURN);
        assertThat(Handed.first(Sample.person().differs(Difference.Kind.PAPER, ""))
                        .findings("R-12"))
                .extracting(Finding::message, Finding::severity)
                .containsExactly(tuple("R-12.paper", Severity.WARN));
        assertThat(Handed.first(Sample.person().differs(Difference.Kind.ORIENTATION, ""))
                        .findings("R-12"))
                .extracting(Finding::message, Finding::severity)
                .containsExactly(tuple("R-12.orientation", Severity.WARN));
    }

    @Test
    void R_12_says_a_missing_label_once_and_R_13_is_silent_about_it() {
        assertThat(Handed.first(Sample.person().differs(Difference.Kind.MISSING, "性别"))
                        .findings("R-13"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"MOVED, R-12.moved", "TITLE, R-12.title"})
    void R_12_tells_the_kinds_of_difference_apart(Difference.Kind kind, String message) {
        assertThat(Handed.first(Sample.person().differs(kind, "推荐对象初审表")).said())
                .contains(message);
    }

    @Test
    void R_17_and_R_18_name_the_file_and_why() {
        Handed handed = Sample.first()
                .refused("附件1.docx", Reading.Reason.ENCRYPTED)
                .refused("查看.exe", Reading.Reason.FORBIDDEN);

        assertThat(handed.sentences("R-17")).containsExactly("附件“附件1.docx”无法打开（文件已加密），请以未加密的常用格式重新发送");
        assertThat(handed.sentences("R-18")).containsExactly("附件“查看.exe”因安全原因未能接收（属于不予接收的文件类型），请查杀后重新发送");
        assertThat(handed.findings("R-17").get(0).severity()).isEqualTo(Severity.REJECT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"机密★1年", "秘　密★", "内部资料，注意保存"})
    void R_19_a_mark_of_secrecy_alarms_a_person_and_is_not_quoted(String mark) {
        Finding finding = Handed.first(Sample.person().set("deeds", mark))
                .findings("R-19")
                .get(0);

        assertThat(finding.severity()).isEqualTo(Severity.WARN);
        assertThat(finding.values()).isEmpty();
    }

    @Test
    void R_19_looks_at_file_names_too() {
        assertThat(Sample.first().named("机密★初审表.docx").findings("R-19")).hasSize(4);
        assertThat(Handed.first(Sample.person().set("deeds", "办理商业秘密案件")).findings("R-19"))
                .isEmpty();
    }

    // ----

    @Test
    void R_13_blank_and_none_get_different_words() {
        assertThat(Handed.first(Sample.person().set("post", "　")).sentences("R-13"))
                .containsExactly("“工作单位及职务”栏：未填写，请补填");
        assertThat(Handed.first(Sample.person().set("post", "无。")).sentences("R-13"))
                .containsExactly("“工作单位及职务”栏：为必填项，不得填“无”，请据实填写");
        assertThat(Handed.first(Sample.person().set("professionalTitle", "无")).findings("R-13"))
                .isEmpty();
    }

    @Test
    void R_13_a_choice_and_a_date_left_as_printed_are_blank() {
        assertThat(Handed.first(Sample.person().set("category", "□先进集体　□先进个人")).said())
                .contains("R-13.blank");
        assertThat(Handed.first(Sample.summary().set("filledOn", "2021年　月　日")).said())
                .contains("R-13.blank");
    }

    @ParameterizedTest
    @CsvSource({
        "birth, 46岁, R-13.month, RETURN",
        "birth, 75.08, R-13.century, WARN",
        "sex, 先生, R-13.code, RETURN",
        "politicalStatus, 党派, R-13.code, WARN",
        "contactPhone, 12345, R-13.phone, RETURN",
        "ipYears, 很久, R-13.years, RETURN",
        "category, ☑先进集体☑先进个人, R-13.tick, RETURN",
        "name, 张三1, R-13.name, WARN",
        "recommendingUnit, 湖南省, R-13.unit.other, WARN",
        "recommendingUnit, 本省, R-13.unit.unclear, WARN"
    })
    void R_13_each_type_has_words_of_its_own(String field, String answer, String message, Severity severity) {
        assertThat(Handed.first(Sample.person().set(field, answer)).findings("R-13"))
                .extracting(Finding::message, Finding::severity)
                .contains(tuple(message, severity));
    }

    @Test
    void R_13_numbers_of_people_are_numbers_within_reason() {
        assertThat(Handed.first(Sample.bureau().set("headcount", "约50人")).said())
                .contains("R-13.integer");
        assertThat(Handed.first(Sample.bureau().set("headcount", "6000")).said())
                .contains("R-13.range");
        assertThat(Handed.first(Sample.bureau().set("headcount", "五十人")).said()).isEmpty();
    }

    @Test
    void R_13_a_text_longer_than_its_field_is_told() {
        assertThat(Handed.first(Sample.bureau().set("name", "局".repeat(61))).sentences("R-13"))
                .containsExactly("“姓名（集体名称）”栏：填写61字，超过60字，请核对");
    }

    @Test
    void P9_the_unit_that_a_form_names_wrongly_is_not_named_to_the_sender() {
        assertThat(Handed.first(Sample.person().set("recommendingUnit", "湖南省"))
                        .findings("R-13")
                        .get(0)
                        .values())
                .containsEntry("unit", "广东省")
                .doesNotContainValue("湖南省");
    }

    @Test
    void R_11_a_nominee_of_a_sub_provincial_city_counts_in_the_province() {
        assertThat(Handed.first(Paper.summary().collective("深圳市知识产权保护中心")).sentences("R-11"))
                .containsExactly("“集体名称”栏：属深圳市，推荐工作纳入广东省统一考虑，名额计入广东省");
        assertThat(Handed.first(Paper.summary().collective("佛山市知识产权保护中心")).findings("R-11"))
                .isEmpty();
    }

    // ---- 1B

    @Test
    void R_21_seven_collectives_from_Guangdong_name_the_seventh_by_priority() {
        Paper summary = Paper.summary();
        for (int i = 1; i <= 7; i++) {
            summary.collective("第%d知识产权保护中心".formatted(i));
        }

        assertThat(Handed.first(summary).sentences("R-21"))
                .containsExactly("贵省先进集体推荐名额为6个，实际报送7个，请按推荐优先顺序核减后重新报送（超出名额：第7知识产权保护中心）");
        assertThat(Handed.first(summary).findings("R-21").get(0).severity()).isEqualTo(Severity.REJECT);
        assertThat(Handed.first(summary).findings("R-21").get(0).place().document())
                .isEqualTo("summary-form");
    }

    @Test
    void R_22_nominees_who_only_have_a_form_count_after_the_list() {
        Paper summary = Paper.summary();
        for (String name : List.of("王一", "王二", "王三", "王四", "王五", "王六")) {
            summary.individual(name);
        }

        assertThat(Handed.first(summary).findings("R-22")).isEmpty();
        assertThat(Handed.first(Sample.person(), summary).sentences("R-22"))
                .containsExactly("贵省先进个人推荐名额为6名，实际报送7名，请按推荐优先顺序核减后重新报送（超出名额：张三）");
    }

    @Test
    void R_23_divisions_beyond_the_quota_are_returned_and_specialists_do_not_count() {
        Paper two = Paper.summary()
                .row("individuals", Map.of("name", "王一", "rank", "正处级"))
                .row("individuals", Map.of("name", "王二", "rank", "四级调研员"));
        Paper oneSpecialist = Paper.summary()
                .row("individuals", Map.of("name", "王一", "rank", "正处级"))
                .row("individuals", Map.of("name", "王二", "rank", "副处", "remark", "按专业人员推荐"));

        assertThat(Handed.first(two).sentences("R-23")).containsExactly("推荐对象中处级或相当于处级干部2名，超过分配的处级干部推荐名额（1名），请调整");
        assertThat(Handed.first(oneSpecialist).findings("R-23")).isEmpty();
        assertThat(Handed.first(oneSpecialist).said()).contains("R-44");
        assertThat(Cnipa.RULES.counted("division", Handed.first(oneSpecialist).dossier()))
                .isEqualTo(1);
        assertThat(Cnipa.RULES.counted("division", Sample.first().dossier())).isZero();
    }

    @Test
    void R_23_a_nominee_counts_once_although_list_and_form_say_it() {
        Handed handed = Handed.first(
                Paper.summary().row("individuals", Map.of("name", "张三", "rank", "正处级")),
                Sample.person().set("rank", "正处级"));

        assertThat(Cnipa.RULES.counted("division", handed.dossier())).isEqualTo(1);
    }

    @Test
    void R_26_says_nothing_when_all_places_are_used() {
        assertThat(Handed.first(Paper.summary().collective(Sample.BUREAU).individual("王一"))
                        .by("630000")
                        .findings("R-26"))
                .hasSize(1);
        assertThat(Handed.first(Paper.summary()
                                .collective("甲中心")
                                .collective("乙中心")
                                .individual("王一")
                                .individual("王二"))
                        .by("630000")
                        .findings("R-26"))
                .isEmpty();
    }

    @Test
    void R_29_somebody_twice_in_a_list_is_returned_and_two_people_of_one_name_are_not() {
        Paper twice = Paper.summary().individual("张三").individual("张 三");
        Paper sameName = Paper.summary()
                .individual("张三")
                .row("individuals", Map.of("name", "张三", "identityNumber", Paper.OTHER_MALE_ID));
        Paper sameNumber = Paper.summary().individual("张三").individual("章三");

        assertThat(Handed.first(twice).sentences("R-29")).containsExactly("张三在第1行、第2行重复出现，请核对");
        assertThat(Handed.first(sameName).findings("R-29")).isEmpty();
        assertThat(Handed.first(sameNumber).findings("R-29")).hasSize(1);
    }

    // ---- 1C, 1D

    @ParameterizedTest
    @CsvSource({
        "某某合唱团, R-30",
        "广东省市场监督管理局, R-32",
        "广东省知识产权局, R-32",
        "广州市市场监督管理局, R-33",
        "广东省深圳市市场监督管理局, R-33",
        "浦东新区知识产权局, R-33.district",
        "国家知识产权局专利局某某代办处, R-34"
    })
    void the_class_of_a_collective_is_a_question_for_a_person(String name, String message) {
        assertThat(Handed.first(Paper.summary().collective(name)).findings())
                .filteredOn(finding -> finding.severity() == Severity.WARN)
                .extracting(Finding::message)
                .containsExactly(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "广东省知识产权局保护处",
                "广州市市场监督管理局知识产权保护处",
                "深圳市南山区市场监督管理局",
                "某某知识产权代理有限公司",
                "佛山市市场监督管理局",
                "某某大学",
                "广东省知识产权保护中心"
            })
    void collectives_of_the_classes_of_the_notice_raise_no_question(String name) {
        assertThat(Handed.first(Paper.summary().row("collectives", Map.of("name", name, "rank", "正处级")))
                        .findings())
                .noneMatch(finding -> finding.severity() == Severity.WARN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"副厅级", "二级巡视员", "正厅级（主持工作）"})
    void R_31_and_R_42_the_level_of_a_bureau_is_for_a_person(String rank) {
        Handed handed = Handed.first(Paper.summary()
                .row("collectives", Map.of("name", Sample.BUREAU, "rank", rank))
                .row("individuals", Map.of("name", Sample.PERSON, "rank", rank)));

        assertThat(handed.findings("R-31")).extracting(Finding::severity).containsExactly(Severity.WARN);
        assertThat(handed.sentences("R-42"))
                .containsExactly("“行政级别”栏：填写为“%s”，副厅局级或相当于副厅局级以上的个人不参加评选，请核实".formatted(rank));
    }

    @ParameterizedTest
    @CsvSource({"男, 1961.08, 1", "男, 1961.09, 0", "女, 1966.08, 1", "女, 1966.09, 0"})
    void R_40_the_age_of_retirement_on_the_day_of_the_notice_is_for_a_person(String sex, String birth, int found) {
        Paper summary = Paper.summary().row("individuals", Map.of("name", "张三", "sex", sex, "birth", birth));

        assertThat(Handed.first(summary).findings("R-40")).hasSize(found);
    }

    @Test
    void R_40_the_word_retired_is_for_a_person() {
        assertThat(Handed.first(Paper.summary().row("individuals", Map.of("name", "张三", "post", "某局退休干部")))
                        .said())
                .contains("R-40.retired");
    }

    @ParameterizedTest
    @CsvSource({
        "12年, ''", "5, ''", "5年以上, ''", "五年, ''", "2016.08, ''",
        "4年, R-41.few", "三年, R-41.few", "2016.09, R-41.few", "'', R-41.blank", "无, R-41.blank"
    })
    void R_41_exactly_five_years_are_enough(String answer, String message) {
        assertThat(Handed.first(Sample.person().set("ipYears", answer)).findings("R-41"))
                .extracting(Finding::message)
                .isEqualTo(message.isEmpty() ? List.of() : List.of(message));
    }

    @Test
    void R_43_a_rank_not_filled_in_asks_for_none() {
        assertThat(Handed.first(Paper.summary().row("individuals", Map.of("name", "张三", "rank", "")))
                        .sentences("R-43"))
                .containsExactly("“行政级别”栏：未填写，无行政级别的请填“无”");
        assertThat(Handed.first(Sample.person().set("rank", "无")).findings("R-43"))
                .isEmpty();
        assertThat(Handed.first(Sample.bureau().set("rank", "")).findings("R-13"))
                .extracting(Finding::message)
                .containsExactly("R-43.blank");
    }

    @Test
    void R_43_a_finding_in_a_list_points_at_the_row_as_the_sender_counts() {
        Paper summary = Paper.summary()
                .individual("王一")
                .row("individuals", Map.of("name", "张三", "rank", "", "identityNumber", Paper.OTHER_MALE_ID));

        assertThat(Handed.first(summary).findings("R-43").get(0).place())
                .isEqualTo(new Place("summary-form", java.util.Optional.empty(), "individuals", 2, "行政级别"));
    }

    @ParameterizedTest
    @CsvSource({
        "110101197508150019, R-46.check, RETURN",
        "650102199002290014, R-46.date, RETURN",
        "990101197508150011, R-46.prefix, RETURN",
        "110101750815001, R-46.old, RETURN",
        "4.30102E+17, R-46.spreadsheet, RETURN",
        "110101197508150000, R-46.rounded, RETURN",
        "11010119750815, R-46.shape, RETURN",
        "E12345678, R-46.other, WARN",
        "440104198212310027, R-46.birth, RETURN"
    })
    void R_46_each_fault_of_an_identity_number_has_words_of_its_own(String number, String message, Severity severity) {
        assertThat(Handed.first(Sample.person().set("identityNumber", number)).findings("R-46"))
                .extracting(Finding::message, Finding::severity)
                .contains(tuple(message, severity));
    }

    @Test
    void R_46_the_words_of_the_specification() {
        assertThat(Handed.first(Sample.person().set("identityNumber", "110101197508150019"))
                        .sentences("R-46"))
                .containsExactly("“身份证号码”栏：校验未通过，请与本人居民身份证核对");
        assertThat(Handed.first(Sample.person().set("sex", "女")).sentences("R-46"))
                .containsExactly("“身份证号码”栏：与“性别”栏不一致，请与本人居民身份证核对");
    }

    // ---- 1E

    @Test
    void R_56_a_missing_part_of_the_report_is_for_a_person_and_a_short_report_is_returned() {
        Paper noPublicity = Paper.report("first-review-report", Sample.REPORT.replace("公示", "公开"));
        Paper shortOne = Paper.report("first-review-report", "初审推荐工作报告\n推荐张三。");

        assertThat(Handed.first(noPublicity).sentences("R-56")).containsExactly("未见“本单位公示情况”内容，请补充");
        assertThat(Handed.first(noPublicity).findings("R-56").get(0).severity()).isEqualTo(Severity.WARN);
        assertThat(Handed.first(shortOne).findings("R-56"))
                .filteredOn(finding -> finding.severity() == Severity.RETURN)
                .extracting(Handed::sentence)
                .containsExactly("全文仅13字，内容不完整，请补充后重新报送");
    }

    @Test
    void R_57_deeds_of_301_characters_are_told_the_number_301() {
        assertThat(Handed.first(Sample.person().set("deeds", "事".repeat(301))).sentences("R-57"))
                .containsExactly("“简要事迹”栏：按Word“字数”口径统计为301字，超过300字，请压缩");
        assertThat(Handed.first(Sample.person().set("deeds", "事".repeat(300))).findings("R-57"))
                .isEmpty();
        assertThat(Handed.first(Sample.person().set("deeds", "事".repeat(301)))
                        .findings("R-57")
                        .get(0)
                        .place())
                .isEqualTo(new Place("first-review-form", java.util.Optional.of("张三"), "", 0, "简要事迹"));
    }

    @ParameterizedTest
    @CsvSource({
        "8月23日至27日, ''",
        "8月23日起5个工作日, ''",
        "8月23日至26日, R-58.few",
        "8月20日至8月25日, R-58.few",
        "8月27日至23日, R-58.few",
        "已公示5个工作日无异议, R-58.missing",
        "2012年8月23日至27日, R-58.unverified"
    })
    void R_58_publicity_in_the_unit_takes_five_working_days(String text, String message) {
        assertThat(Handed.first(Sample.person().set("unitPublicity", text)).findings("R-58"))
                .extracting(Finding::message)
                .isEqualTo(message.isEmpty() ? List.of() : List.of(message));
    }

    @Test
    void R_58_names_the_days_and_their_number() {
        assertThat(Handed.first(Sample.person().set("unitPublicity", "8.23-8.26"))
                        .sentences("R-58"))
                .containsExactly("“所在单位公示情况”栏：公示时间为2021年8月23日至2021年8月26日，按工作日计算为4个工作日，少于5个工作日");
    }

    @Test
    void R_58_publicity_that_ends_after_the_report_was_signed_is_for_a_person() {
        Paper report = Paper.report("first-review-report", Sample.REPORT.replace("2021年8月28日", "2021年8月26日"));

        assertThat(Handed.first(report).findings("R-58"))
                .extracting(Finding::message, Finding::severity)
                .containsExactly(tuple("R-58.after", Severity.WARN));
    }

    @Test
    void R_59_a_report_without_joint_decision_is_for_a_person() {
        Paper report = Paper.report("first-review-report", Sample.REPORT.replace("集体研究决定", "决定"));

        assertThat(Handed.first(report).sentences("R-59")).containsExactly("未见“领导班子集体研究决定”有关内容，请核实推荐程序");
    }

    @Test
    void R_60_a_form_whose_nominee_is_not_listed_is_returned() {
        assertThat(Handed.first(Sample.summary(), Paper.firstReview("individual", "李四"))
                        .sentences("R-60"))
                .containsExactly("李四未列入《推荐对象汇总表》，请核对两表推荐对象是否一致");
        assertThat(Handed.first(Paper.firstReview("individual", "李四")).findings("R-60"))
                .as("nothing to compare with before the list is there")
                .isEmpty();
    }

    @Test
    void R_60_two_forms_of_one_nominee_are_returned() {
        assertThat(Handed.first(Sample.summary(), Sample.person(), Sample.person())
                        .sentences("R-60"))
                .containsExactly("张三的《推荐对象初审表》重复报送，每个推荐对象应为1份，请核对");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2, ''",
        "1., ②, ''",
        "（一）, 二, ''",
        "01, 02, ''",
        "1, 1, “序号”栏：序号1重复，请按推荐优先顺序连续编号，不得并列",
        "1, 3, “序号”栏：序号应为2，实为3，请按推荐优先顺序连续编号",
        "2, 1, “序号”栏：序号应为1，实为2，请按推荐优先顺序连续编号",
        "'', 2, “序号”栏：未填写或无法识别，请按推荐优先顺序从1起连续编号",
        "1, 并列, “序号”栏：未填写或无法识别，请按推荐优先顺序从1起连续编号"
    })
    void R_61_serials_run_from_one_without_gap_or_repeat(String first, String second, String sentence) {
        Paper summary = Paper.summary()
                .row("collectives", Map.of("name", "甲中心", "serial", first))
                .row("collectives", Map.of("name", "乙中心", "serial", second))
                .individual("张三");

        assertThat(Handed.first(summary).sentences("R-61"))
                .isEqualTo(sentence.isEmpty() ? List.of() : List.of(sentence));
    }

    @Test
    void R_62_another_identity_number_is_returned_without_being_quoted() {
        Handed handed = Handed.first(
                Sample.summary(),
                Sample.person().set("identityNumber", Paper.OTHER_MALE_ID).set("birth", "1978.06"));

        assertThat(handed.sentences("R-62")).contains("“身份证号码”栏：张三的该项内容在《推荐对象汇总表》与《推荐对象初审表》中不一致，请核对");
        assertThat(handed.findings("R-62"))
                .filteredOn(finding -> finding.message().equals("R-62.private"))
                .extracting(Finding::severity)
                .containsExactly(Severity.RETURN);
    }

    @Test
    void R_62_another_name_with_the_same_identity_number_is_returned() {
        assertThat(Handed.first(Sample.summary(), Paper.firstReview("individual", "章三"))
                        .sentences("R-62"))
                .containsExactly("“姓名（集体名称）”栏：同一身份证号码在《推荐对象汇总表》与《推荐对象初审表》中姓名不一致（“张三”/“章三”），请核对");
    }

    @Test
    void R_62_another_wording_of_the_post_is_for_a_person() {
        assertThat(Handed.first(Sample.summary(), Sample.person().set("post", "某项内容，科长"))
                        .findings("R-62"))
                .extracting(Finding::severity)
                .containsExactly(Severity.WARN);
    }

    @ParameterizedTest
    @CsvSource({"birth, 1975年8月15日", "rank, 正 科", "politicalStatus, 党员", "post, 某项内容。"})
    void R_62_the_same_thing_in_other_words_is_the_same(String field, String answer) {
        assertThat(Handed.first(Sample.summary(), Sample.person().set(field, answer))
                        .findings("R-62"))
                .isEmpty();
    }

    @Test
    void P9_no_finding_holds_a_private_number_wherever_one_was_typed() {
        for (String typed :
                List.of("某 43010219780615005X 13800000001 020-38835000", "43010219780615005X13800000001020-38835000")) {
            for (String field :
                    List.of("name", "post", "rank", "birth", "ipYears", "politicalStatus", "unitNature", "deeds")) {
                Handed handed = Handed.first(Sample.summary(), Sample.person().set(field, typed));

                assertThat(handed.findings())
                        .as(field)
                        .isNotEmpty()
                        .allSatisfy(finding -> assertThat(finding.values().toString())
                                .doesNotContain("43010219780615005", "13800000001", "38835000"));
            }
        }
    }
}
