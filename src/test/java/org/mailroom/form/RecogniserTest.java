package org.mailroom.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mailroom.form.HandMade.c;
import static org.mailroom.form.HandMade.row;
import static org.mailroom.testing.Units.JIANGSU;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailroom.reading.Sheet;
import org.mailroom.reading.Sheet.Block;
import org.mailroom.reading.Sheet.Paragraph;
import org.mailroom.reading.Sheet.Table;
import org.mailroom.reading.reader.Parts;
import org.mailroom.testing.Forms;

/** Several forms in one file, altered forms, and papers that are no form of ours. */
class RecogniserTest {
    private final Recogniser recogniser = Descriptors.recogniser(Descriptors.CNIPA);

    RecogniserTest() throws IOException {}

    private List<Form> read(HandMade made) throws IOException {
        return recogniser.recognise(Parts.sheet(made.docx()));
    }

    private static Form only(List<Form> forms) {
        assertThat(forms).hasSize(1);
        return forms.get(0);
    }

    private static List<String> texts(Form form, String... names) {
        return Arrays.stream(names)
                .map(name -> form.field(name).map(Field::text).orElse("-"))
                .toList();
    }

    private static Sheet withoutTitles(Sheet sheet) {
        return new Sheet(
                sheet.blocks().stream()
                        .filter(block -> !(block instanceof Paragraph paragraph
                                && paragraph.text().contains("表")))
                        .toList(),
                List.of());
    }

    @Test
    void ten_forms_in_one_file_are_ten_forms() throws IOException {
        List<Form> forms = recogniser.recognise(Parts.sheet(
                Forms.firstReview(JIANGSU).collectives(5).individuals(5).docx()));
        assertThat(forms).extracting(Form::ordinal).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(forms)
                .extracting(form -> form.category().orElse(""))
                .containsExactly(
                        "collective",
                        "collective",
                        "collective",
                        "collective",
                        "collective",
                        "individual",
                        "individual",
                        "individual",
                        "individual",
                        "individual");
        assertThat(forms.stream().map(form -> form.nominee().orElseThrow()).distinct())
                .hasSize(10);
    }

    @Test
    void forms_one_after_the_other_without_titles_are_told_apart_by_their_anchors() throws IOException {
        Forms written = Forms.firstReview(JIANGSU).individuals(3);
        List<Form> forms = recogniser.recognise(withoutTitles(Parts.sheet(written.docx())));
        assertThat(forms)
                .extracting(form -> form.nominee().orElse(""))
                .containsExactlyElementsOf(written.filled().stream()
                        .map(form -> form.filling().values().get("name"))
                        .toList());
        assertThat(forms)
                .allSatisfy(form -> assertThat(form.differences())
                        .containsExactly(new Difference(Difference.Kind.TITLE, "推荐对象初审表")));
    }

    @Test
    void forms_whose_tables_ran_into_one_are_told_apart_all_the_same() throws IOException {
        Sheet sheet = Parts.sheet(Forms.firstReview(JIANGSU).individuals(2).docx());
        List<Sheet.Cell> cells = new ArrayList<>();
        int rows = 0;
        int columns = 0;
        for (Block block : sheet.blocks()) {
            if (block instanceof Table table) {
                int above = rows;
                table.cells()
                        .forEach(cell -> cells.add(new Sheet.Cell(
                                cell.row() + above, cell.column(), cell.rowSpan(), cell.columnSpan(), cell.text())));
                rows += table.rows();
                columns = table.columns();
            }
        }
        Sheet joined = new Sheet(List.of(new Table(1, rows, columns, cells)), List.of());
        assertThat(recogniser.recognise(joined))
                .extracting(Form::document)
                .containsExactly("first-review-form", "first-review-form");
    }

    @Test
    void a_report_with_all_its_forms_in_one_file_gives_each() throws IOException {
        List<Block> blocks = new ArrayList<>();
        for (Forms forms : List.of(
                Forms.report(JIANGSU).collectives(1).individuals(1),
                Forms.summary(JIANGSU).collectives(1).individuals(1),
                Forms.firstReview(JIANGSU).collectives(1).individuals(1),
                Forms.contact(JIANGSU))) {
            blocks.addAll(Parts.sheet(forms.docx()).blocks());
        }
        List<Form> forms = recogniser.recognise(new Sheet(blocks, List.of()));
        assertThat(forms)
                .extracting(Form::document, Form::ordinal)
                .containsExactly(
                        tuple("first-review-report", 1),
                        tuple("summary-form", 2),
                        tuple("first-review-form", 3),
                        tuple("first-review-form", 4),
                        tuple("contact-form", 5));
        assertThat(forms.get(0).text()).doesNotContain("填报单位");
        assertThat(forms).allSatisfy(form -> assertThat(form.differences()).isEmpty());
    }

    @Test
    void R_12_a_label_that_was_removed_or_renamed_is_missing() throws IOException {
        Form removed = only(recogniser.recognise(Parts.sheet(
                Forms.firstReview(JIANGSU).individuals(1).without("所在单位公示情况").docx())));
        assertThat(removed.differences()).containsExactly(new Difference(Difference.Kind.MISSING, "所在单位公示情况"));
        assertThat(removed.field("unitPublicity")).isEmpty();

        Form renamed = only(recogniser.recognise(Parts.sheet(
                Forms.firstReview(JIANGSU).individuals(1).renamed("民　族", "国籍").docx())));
        assertThat(renamed.differences()).containsExactly(new Difference(Difference.Kind.MISSING, "民族"));
    }

    @Test
    void R_12_an_altered_title_is_a_difference_and_another_title_with_our_labels_too() throws IOException {
        for (String title : List.of("推荐对象初步审核表", "评选对象一览表")) {
            List<Block> blocks = new ArrayList<>(withoutTitles(Parts.sheet(
                            Forms.firstReview(JIANGSU).collectives(1).docx()))
                    .blocks());
            blocks.add(0, new Paragraph(title));
            Form form = only(recogniser.recognise(new Sheet(blocks, List.of())));
            assertThat(form.differences()).containsExactly(new Difference(Difference.Kind.TITLE, "推荐对象初审表"));
        }
    }

    @Test
    void R_12_a_label_far_from_its_place_has_moved() throws IOException {
        Sheet sheet = Parts.sheet(Forms.firstReview(JIANGSU).collectives(1).docx());
        List<Block> blocks = sheet.blocks().stream()
                .map(block -> block instanceof Table table ? lastRowFirst(table, 12) : block)
                .toList();
        assertThat(only(recogniser.recognise(new Sheet(blocks, List.of()))).differences())
                .containsExactly(new Difference(Difference.Kind.MOVED, "简要事迹"));
    }

    private static Block lastRowFirst(Table table, int row) {
        return new Table(
                table.number(),
                table.rows(),
                table.columns(),
                table.cells().stream()
                        .map(cell -> new Sheet.Cell(
                                cell.row() == row ? 1 : cell.row() < row ? cell.row() + 1 : cell.row(),
                                cell.column(),
                                cell.rowSpan(),
                                cell.columnSpan(),
                                cell.text()))
                        .sorted((a, b) -> Integer.compare(a.row() * 100 + a.column(), b.row() * 100 + b.column()))
                        .toList());
    }

    @Test
    void R_12_a_column_taken_out_is_missing_and_a_whole_block_counts_once() throws IOException {
        HandMade made = new HandMade()
                .landscape()
                .paragraph("推荐对象汇总表")
                .paragraph("填报单位（盖章）：江苏省　填报日期：2021年8月25日")
                .table(
                        new int[] {700, 3000, 1200, 1200, 1200, 1200},
                        row("序号", "集体名称", "单位性质", "单位级别", "负责人", "联系电话"),
                        row("1", "南京市知识产权保护中心", "事业单位", "正科级", "王强", "13800000001"))
                .paragraph("填表人：吴芳　联系电话：025-83236300");
        Form form = only(read(made));
        assertThat(form.rows()).hasSize(1);
        assertThat(form.differences())
                .containsExactly(
                        new Difference(Difference.Kind.MISSING, "集体人数"),
                        new Difference(Difference.Kind.MISSING, "备注"),
                        new Difference(Difference.Kind.MISSING, "先进个人"));
    }

    @Test
    void R_12_other_paper_and_a_turned_page_are_differences_and_rounding_is_none() throws IOException {
        assertThat(pageDifferences(Layouts.firstReviewOfAPerson().made().page(11907, 16840)))
                .isEmpty();
        assertThat(pageDifferences(Layouts.firstReviewOfAPerson().made().landscape()))
                .containsExactly(new Difference(Difference.Kind.ORIENTATION, ""));
        assertThat(pageDifferences(Layouts.firstReviewOfAPerson().made().page(23811, 16838)))
                .containsExactly(
                        new Difference(Difference.Kind.PAPER, ""), new Difference(Difference.Kind.ORIENTATION, ""));
        assertThat(pageDifferences(Layouts.summaryInOneTable().made().page(11906, 16838)))
                .containsExactly(new Difference(Difference.Kind.ORIENTATION, ""));
    }

    private List<Difference> pageDifferences(HandMade made) throws IOException {
        return only(read(made)).differences();
    }

    @Test
    void one_block_for_the_provincial_body_stands_for_both_departments() throws IOException {
        Form below =
                only(read(merged(row("省级评选机构意见", c("同意推荐。\n（盖章）\n2021年8月24日").span(3)))));
        assertThat(texts(below, "hrssOpinion", "ipoOpinion"))
                .containsExactly("同意推荐。\n（盖章）\n2021年8月24日", "同意推荐。\n（盖章）\n2021年8月24日");
        assertThat(below.differences()).isEmpty();

        Form head = only(read(merged(row(c("省级评选机构意见\n同意、推荐").span(4)))));
        assertThat(texts(head, "hrssOpinion", "ipoOpinion")).containsExactly("同意、推荐", "同意、推荐");
        assertThat(head.differences()).isEmpty();

        Form none = only(read(merged()));
        assertThat(none.differences())
                .containsExactly(
                        new Difference(Difference.Kind.MISSING, "省级人社部门意见"),
                        new Difference(Difference.Kind.MISSING, "省级知识产权部门意见"));
    }

    /** The end of a first review form with these rows for the provincial opinions. */
    private static HandMade merged(HandMade.Cell[]... opinions) {
        List<HandMade.Cell[]> rows = new ArrayList<>(List.of(
                row("推荐类别", c("先进个人").span(3)),
                row("推荐单位", "江苏省", "姓名（集体名称）", "张三"),
                row("性别", "男", "民族", "汉族"),
                row("出生年月", "1975.08", "政治面貌", "群众"),
                row("学历", "研究生", "学位", "硕士"),
                row("工作单位及职务", "某中心科长", "职称", "研究员"),
                row("行政级别", "正科级", "是否企业负责人", "否"),
                row("单位性质", "事业单位", "从事知识产权工作年限", "12"),
                row("身份证号码", "110101197508150018", "集体人数", ""),
                row("负责人姓名、职务", "", "联系人", "李四"),
                row("联系电话", "025-83236300", "曾受表彰奖励情况", "无"),
                row("简要事迹", c("成绩突出。").span(3)),
                row("所在单位公示情况", c("已公示").span(3)),
                row("所在单位意见", c("同意").span(3))));
        rows.addAll(List.of(opinions));
        return new HandMade()
                .paragraph("推荐对象初审表")
                .table(new int[] {2000, 2500, 2000, 2500}, rows.toArray(HandMade.Cell[][]::new));
    }

    @Test
    void a_table_cut_in_two_goes_on_without_its_header() throws IOException {
        Sheet sheet =
                Parts.sheet(Forms.summary(JIANGSU).collectives(4).individuals(1).docx());
        List<Block> blocks = new ArrayList<>();
        for (Block block : sheet.blocks()) {
            if (block instanceof Table table && table.columns() == 8) {
                blocks.add(piece(table, 1, 3));
                blocks.add(piece(table, 4, table.rows()));
            } else {
                blocks.add(block);
            }
        }
        Form form = only(recogniser.recognise(new Sheet(blocks, List.of())));
        assertThat(form.rows())
                .filteredOn(row -> row.block().equals("collectives"))
                .extracting(Row::number)
                .containsExactly(1, 2, 3, 4);
    }

    private static Table piece(Table table, int from, int to) {
        return new Table(
                table.number(),
                to - from + 1,
                table.columns(),
                table.cells().stream()
                        .filter(cell -> cell.row() >= from && cell.row() <= to)
                        .map(cell -> new Sheet.Cell(
                                cell.row() - from + 1, cell.column(), cell.rowSpan(), cell.columnSpan(), cell.text()))
                        .toList());
    }

    @Test
    void values_typed_into_the_label_cell_are_read() throws IOException {
        HandMade made = new HandMade()
                .paragraph("推荐对象初审表")
                .table(
                        new int[] {2000, 2000, 2000, 2000},
                        row("推荐类别：先进个人", "推荐单位：江苏省", "姓名张三", "性别男"),
                        row("单位性质", "事业单位", "身份证号码", "110101197508150018"),
                        row("简要事迹", "兢兢业业", "所在单位意见", "同意"));
        Form form = only(read(made));
        assertThat(texts(form, "category", "recommendingUnit", "name", "sex", "unitNature", "deeds"))
                .containsExactly("先进个人", "江苏省", "张三", "男", "事业单位", "兢兢业业");
    }

    @Test
    void an_identity_number_written_one_digit_a_cell_is_joined() throws IOException {
        List<Object> cells = new ArrayList<>(List.of("身份证号码"));
        "11010119750815001X".chars().forEach(digit -> cells.add(String.valueOf((char) digit)));
        HandMade made = new HandMade()
                .paragraph("推荐对象初审表")
                .table(
                        new int[] {1000},
                        row("推荐类别", c("☑先进个人").span(18)),
                        row("单位性质", c("机关").span(18)),
                        row("推荐单位", c("江苏省").span(18)),
                        row(cells.toArray()),
                        row("姓名", c("张　 三").span(18)),
                        row("简要事迹", c("见附页").span(18)),
                        row("所在单位意见", c("").span(18)));
        Form form = only(read(made));
        assertThat(texts(form, "identityNumber", "name")).containsExactly("11010119750815001X", "张　 三");
        assertThat(form.nominee()).contains("张三");
    }

    @Test
    void the_category_is_told_by_the_labels_that_have_answers_if_nothing_is_ticked() throws IOException {
        Form form = only(recogniser.recognise(Parts.sheet(
                Forms.firstReview(JIANGSU).collectives(1).with("category", "").docx())));
        assertThat(form.field("category").map(Field::text)).contains("");
        assertThat(form.category()).contains("collective");
    }

    @Test
    void a_picture_over_the_words_for_it_fills_the_field() throws IOException {
        Sheet sheet =
                Parts.sheet(Forms.individualApproval(JIANGSU).individuals(1).docx());
        List<Block> blocks = sheet.blocks().stream()
                .map(block -> block instanceof Table table ? withPicture(table) : block)
                .toList();
        Form form = only(recogniser.recognise(new Sheet(blocks, List.of())));
        assertThat(form.field("photo").map(Field::text)).contains("\uFFFC");
        assertThat(form.differences()).isEmpty();
    }

    private static Block withPicture(Table table) {
        return new Table(
                table.number(),
                table.rows(),
                table.columns(),
                table.cells().stream()
                        .map(cell -> cell.text().startsWith("照片")
                                ? new Sheet.Cell(cell.row(), cell.column(), cell.rowSpan(), cell.columnSpan(), "\uFFFC")
                                : cell)
                        .toList());
    }

    @Test
    void every_place_names_form_nominee_row_and_label() throws IOException {
        Form form = only(recogniser.recognise(
                Parts.sheet(Forms.summary(JIANGSU).collectives(2).docx())));
        assertThat(form.rows().get(1).field("rank").orElseThrow().place())
                .isEqualTo(new Place(
                        "summary-form", form.rows().get(1).field("name").map(Field::text), "collectives", 2, "单位级别"));
        assertThat(form.field("phone").orElseThrow().place())
                .isEqualTo(new Place("summary-form", Optional.empty(), "", 0, "联系电话"));
    }

    @Test
    void blank_forms_are_forms_without_answers() throws IOException {
        for (FormDescriptor descriptor : Descriptors.of(Descriptors.CNIPA)) {
            if (!descriptor.letter()) {
                var out = new java.io.ByteArrayOutputStream();
                new FormWriter().write(descriptor, Filling.none(), out);
                Form form = only(recogniser.recognise(Parts.sheet(out.toByteArray())));
                assertThat(form.document()).isEqualTo(descriptor.document());
                assertThat(form.differences()).isEmpty();
                assertThat(form.nominee()).isEmpty();
                assertThat(form.fields().values())
                        .filteredOn(field -> !field.blank() && !field.name().equals("pledge"))
                        .isEmpty();
                assertThat(form.rows())
                        .filteredOn(row -> !row.block().equals("contacts"))
                        .isEmpty();
            }
        }
    }

    @Test
    void letters_and_forms_of_others_are_no_form_of_ours() throws IOException {
        HandMade covering = new HandMade()
                .paragraph("关于报送先进集体和先进个人初审材料的函")
                .paragraph("评选表彰工作领导小组办公室：")
                .paragraph("　　根据通知要求，现将有关材料报送你办，推荐工作情况见附件。")
                .paragraph("附件：1.初审评选推荐工作报告")
                .paragraph("　　　2.推荐对象初审表")
                .paragraph("　　　3.推荐对象汇总表")
                .paragraph("江苏省评选工作领导小组办公室")
                .paragraph("2021年8月26日")
                .paragraph("（联系人：吴芳　联系电话：025-83236300　地址：南京市某路3号）");
        HandMade medal = new HandMade()
                .paragraph("全国五一劳动奖章推荐审批表")
                .table(
                        new int[] {1500, 2000, 1500, 2000},
                        row("姓名", "张三", "性别", "男"),
                        row("民族", "汉族", "出生年月", "1975.08"),
                        row("籍贯", "江苏南京", "政治面貌", "群众"),
                        row("学历", "本科", "参加工作时间", "1998.07"),
                        row("工作单位", c("某厂").span(3)),
                        row("身份证号码", c("110101197508150018").span(3)),
                        row("个人简历", c("略").span(3)),
                        row("主要事迹", c("略").span(3)),
                        row("所在单位意见", c("同意").span(3)));
        HandMade tax = new HandMade()
                .paragraph("全国税务系统先进个人推荐审批表")
                .table(
                        new int[] {1500, 2000, 1500, 2000},
                        row("姓名", "张三", "性别", "男"),
                        row("籍贯", "江苏南京", "参加工作时间", "1998.07"),
                        row("个人简历", c("略").span(3)),
                        row("主要事迹", c("略").span(3)),
                        row("何时何地受过何种奖励", c("无").span(3)));
        HandMade roll = new HandMade()
                .paragraph("参会人员报名表")
                .table(
                        new int[] {700, 1500, 2000, 2000, 2000},
                        row("序号", "姓名", "职务", "联系电话", "备注"),
                        row("1", "张三", "处长", "13800000001", ""));
        HandMade notice = new HandMade()
                .paragraph("关于召开推荐工作会议的通知")
                .paragraph("请填写推荐工作联系表")
                .paragraph("时间：8月20日　地点：南京");
        HandMade enclosures = new HandMade()
                .paragraph("关于报送初审材料的函")
                .paragraph("评选表彰工作领导小组办公室：")
                .paragraph("随函报送下列材料：")
                .paragraph("初审评选推荐工作报告")
                .paragraph("推荐对象汇总表")
                .paragraph("江苏省评选工作领导小组办公室")
                .paragraph("2021年8月26日");
        for (HandMade made : List.of(covering, medal, tax, roll, notice, enclosures)) {
            assertThat(read(made)).isEmpty();
        }
    }

    @Test
    void a_report_is_known_by_a_title_over_two_lines_and_keeps_its_whole_text() throws IOException {
        HandMade made = new HandMade()
                .paragraph("苏人社函〔2021〕5号")
                .paragraph("江苏省关于全国知识产权系统先进集体和先进个人")
                .paragraph("初审评选推荐工作的报告")
                .paragraph("评选表彰工作领导小组办公室：")
                .paragraph("　　一、组织情况。")
                .table(new int[] {3000, 3000}, row("姓名", "简要事迹"), row("张三", "兢兢业业"));
        Form form = only(read(made));
        assertThat(form.document()).isEqualTo("first-review-report");
        assertThat(form.text()).startsWith("苏人社函").contains("组织情况", "兢兢业业");
        assertThat(form.nominee()).isEmpty();
    }

    @Test
    void a_second_campaign_in_another_language_needs_data_only() throws IOException {
        Recogniser maple = Descriptors.recogniser(Descriptors.MAPLE);
        HandMade made = new HandMade()
                .page(12240, 15840)
                .paragraph("APPLICATION FORM")
                .table(
                        new int[] {3000, 6000},
                        row("Organisation:", "Lakeside Library"),
                        row("Project title", "Reading  rooms"),
                        row("SUMMARY (at most 100 words)", "Twelve rooms."),
                        row("Amount requested (CAD)", "12,000"),
                        row("E-mail", "ann_lee@example.ca"),
                        row("Signature", "Date: ____________"));
        Form form = only(maple.recognise(Parts.sheet(made.docx())));
        assertThat(texts(form, "organization", "title", "summary", "amount", "contactMail", "signature"))
                .containsExactly(
                        "Lakeside Library", "Reading  rooms", "Twelve rooms.", "12,000", "ann_lee@example.ca", "");
        assertThat(form.category()).contains("project");
        assertThat(form.nominee()).contains("Reading rooms");
        assertThat(form.differences()).isEmpty();
    }
}
