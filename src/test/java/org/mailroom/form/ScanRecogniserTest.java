package org.mailroom.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mailroom.reading.ScanPage;

/** Specification 5, case 8: which forms lie on the pages of a scan, by the lines that could be read on them. */
class ScanRecogniserTest {
    private static ScanRecogniser recogniser;

    @BeforeAll
    static void load() throws IOException {
        recogniser = new ScanRecogniser(Descriptors.of(Descriptors.CNIPA), Descriptors.lexicon(Descriptors.CNIPA));
    }

    /** A page written line by line; pieces of a line are told apart by "|" and stand at even distances. */
    private static ScanPage page(int number, String... lines) {
        List<ScanPage.Line> placed = new ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            String[] pieces = lines[i].split("\\|", -1);
            for (int k = 0; k < pieces.length; k++) {
                double left = 0.1 + 0.8 * k / pieces.length;
                double width = Math.min(0.78 / pieces.length, 0.02 * pieces[k].length());
                placed.add(new ScanPage.Line(pieces[k], new ScanPage.Box(left, 0.05 + i * 0.04, width, 0.02), 0.95));
            }
        }
        return new ScanPage(
                number, 1240, 1754, 150, 0, placed.isEmpty(), true, List.of(), ScanPage.Text.RECOGNISED, placed);
    }

    private static ScanPage firstReview(int number, String name) {
        return page(
                number,
                "附件1",
                "推荐对象初审表",
                "推荐类别|先进个人|推荐单位|江苏省",
                "姓 名|" + name + "|性  别|男",
                "民族|汉族|出生年月|1975.08",
                "政治面貌|中共党员|学历|大学",
                "行政级别|无|单位性质|事业单位");
    }

    @Test
    void the_pages_of_one_file_are_told_apart_by_form_and_nominee() {
        List<ScannedForm> forms = recogniser.recognise(List.of(
                firstReview(1, "张三"),
                page(2, "简要事迹|长期从事知识产权工作。"),
                firstReview(3, "李四"),
                page(4, "推荐对象汇总表", "填报单位（盖章）：江苏省知识产权局", "序号|姓名|性别|民族", "1|张三|男|汉族")));

        assertThat(forms)
                .extracting(form -> form.form().document(), form -> form.form().nominee(), ScannedForm::pages)
                .containsExactly(
                        tuple("first-review-form", Optional.of("张三"), List.of(1, 2)),
                        tuple("first-review-form", Optional.of("李四"), List.of(3)),
                        tuple("summary-form", Optional.empty(), List.of(4)));
        assertThat(forms.get(0).form().field("birth").orElseThrow().text()).isEqualTo("1975.08");
    }

    @Test
    void a_title_misread_in_one_character_is_still_the_title() {
        assertThat(recogniser.recognise(List.of(page(1, "推荐对象初申表", "姓名|张三|性别|男"))))
                .extracting(form -> form.form().document())
                .containsExactly("first-review-form");
    }

    @Test
    void a_cover_and_the_table_behind_it_are_one_form() {
        List<ScannedForm> forms = recogniser.recognise(List.of(
                page(1, "附件2", "全国知识产权系统先进集体", "推荐审批表", "集体名称：南京市知识产权保护中心", "推荐单位：江苏省知识产权局"),
                page(2, "填表说明", "一、本表用仿宋小四号字填写。"),
                page(3, "集体名称|南京市知识产权保护中心|集体性质|事业单位", "集体级别|无|集体人数|25")));

        assertThat(forms).extracting(ScannedForm::pages).containsExactly(List.of(1, 2, 3));
        assertThat(forms.get(0).form().document()).isEqualTo("collective-approval-form");
    }

    @Test
    void a_page_without_a_title_is_a_form_if_most_of_its_labels_stand_on_it() {
        ScanPage cut = firstReview(1, "张三");
        ScanPage untitled = page(
                1,
                "推荐类别|先进个人|推荐单位|江苏省",
                "姓名|张三|性别|男|民族|汉族",
                "出生年月|1975.08|政治面貌|中共党员",
                "学历|大学|学位|学士|职称|无",
                "工作单位及职务|某中心主任|行政级别|无",
                "是否企业负责人|否|单位性质|事业单位",
                "从事知识产权工作年限|12年|身份证号码|110101197508150018",
                "集体人数||负责人姓名、职务||联系人|王五|联系电话|010-62086145",
                "曾受表彰奖励情况|无",
                "简要事迹|长期从事知识产权工作。");
        assertThat(recogniser.recognise(List.of(cut))).hasSize(1);
        assertThat(recogniser.recognise(List.of(untitled)))
                .extracting(form -> form.form().document())
                .containsExactly("first-review-form");
    }

    @Test
    void letters_and_other_awards_are_no_form_of_ours() {
        assertThat(recogniser.recognise(List.of(
                        page(1, "关于报送推荐材料的函", "国家知识产权局人事司：", "现将推荐对象初审表等材料报送你司，请审核。"),
                        page(2, "全国税务系统先进工作者推荐审批表", "姓名|张三|性别|男"))))
                .isEmpty();
    }

    @Test
    void another_awards_form_with_most_of_our_labels_is_still_not_ours() {
        String[] labels = {
            "姓名|张三|性别|男|民族|汉族",
            "出生日期|1975.08|籍贯|江苏|学历|大学",
            "学位|学士|职称|无|参加工作时间|1997.07",
            "工作单位|某局|职务|科长|行政级别|正科级",
            "身份证号码|110101197508150018|联系电话|13800000001|单位性质|机关",
            "政治面貌|中共党员|推荐单位|江苏省|填报时间|2021.8.1",
            "何时何地受过何种奖励|无",
            "何时何地受过何种处分|无",
            "个人简历|无",
            "主要事迹|无",
            "从事知识产权工作年限|12"
        };
        List<String> titled = new ArrayList<>(List.of("全国劳动模范推荐审批表"));
        titled.addAll(List.of(labels));

        assertThat(recogniser.recognise(List.of(page(1, labels))))
                .extracting(form -> form.form().document())
                .containsExactly("individual-approval-form");
        assertThat(recogniser.recognise(List.of(page(1, titled.toArray(String[]::new)))))
                .isEmpty();
    }

    @Test
    void a_table_page_goes_on_with_the_form_whose_cover_was_before_and_the_title_says_which_of_two_alike() {
        List<ScannedForm> forms = recogniser.recognise(List.of(
                page(1, "全国知识产权系统先进个人推荐审批表", "姓名：张三", "工作单位：某局"),
                page(2, "姓名|张三|性别|男", "工作单位|某局|职务|科长", "身份证号码|110101197508150018")));

        assertThat(forms)
                .extracting(form -> form.form().document(), ScannedForm::pages)
                .containsExactly(tuple("individual-approval-form", List.of(1, 2)));
    }

    @Test
    void a_label_and_a_value_that_a_cell_broke_into_lines_are_whole() {
        ScanPage page = new ScanPage(
                1,
                1240,
                1754,
                150,
                0,
                false,
                true,
                List.of(),
                ScanPage.Text.RECOGNISED,
                List.of(
                        line("推荐对象初审表", 0.37, 0.09, 0.26),
                        line("推荐类别", 0.145, 0.139, 0.081),
                        line("先进个人", 0.266, 0.139, 0.081),
                        line("推荐单位", 0.145, 0.165, 0.081),
                        line("江苏省", 0.266, 0.165, 0.060),
                        line("单位性质", 0.661, 0.165, 0.081),
                        line("姓名（集体名", 0.125, 0.188, 0.121),
                        line("何浩然", 0.266, 0.199, 0.060),
                        line("称）", 0.165, 0.209, 0.040),
                        line("工作单位及职", 0.125, 0.281, 0.121),
                        line("朝阳市精密机械有限责任公司知识产权部", 0.266, 0.281, 0.363),
                        line("职　称", 0.661, 0.292, 0.060),
                        line("无", 0.749, 0.292, 0.020),
                        line("务", 0.175, 0.302, 0.020),
                        line("主管", 0.266, 0.302, 0.040)));

        ScannedForm form = recogniser.recognise(List.of(page)).get(0);

        assertThat(form.form().nominee()).contains("何浩然");
        assertThat(form.form().field("post").orElseThrow().text()).isEqualTo("朝阳市精密机械有限责任公司知识产权部主管");
        assertThat(form.form().field("professionalTitle").orElseThrow().text()).isEqualTo("无");
    }

    private static ScanPage.Line line(String text, double left, double top, double width) {
        return new ScanPage.Line(text, new ScanPage.Box(left, top, width, 0.0145), 1);
    }

    @Test
    void pages_before_the_first_title_belong_to_no_form() {
        assertThat(recogniser.recognise(List.of(page(1, "目录"), firstReview(2, "张三"))))
                .extracting(ScannedForm::pages)
                .containsExactly(List.of(2));
    }
}
