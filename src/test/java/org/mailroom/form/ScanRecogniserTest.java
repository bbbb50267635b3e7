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
    void pages_before_the_first_title_belong_to_no_form() {
        assertThat(recogniser.recognise(List.of(page(1, "目录"), firstReview(2, "张三"))))
                .extracting(ScannedForm::pages)
                .containsExactly(List.of(2));
    }
}
