package org.mailroom.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun.FontCharRange;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mailroom.campaign.Entry;

class FormWriterTest {
    private static final String JIANGSU = "江苏省";

    private final FormWriter writer = new FormWriter();

    static Stream<FormDescriptor> forms() throws IOException {
        List<FormDescriptor> forms = new ArrayList<>();
        for (Path campaign : List.of(Descriptors.CNIPA, Descriptors.MAPLE)) {
            Descriptors.of(campaign).stream().filter(form -> !form.letter()).forEach(forms::add);
        }
        return forms.stream();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void every_label_of_the_layout_is_printed_in_its_order(FormDescriptor form) throws IOException {
        String printed = withoutBlanks(String.join("\n", texts(write(form, Filling.none()))));

        int from = 0;
        for (String label : labels(form)) {
            int at = printed.indexOf(withoutBlanks(label), from);
            assertThat(at).as(form.document() + " prints " + label).isNotNegative();
            from = at + withoutBlanks(label).length();
        }
        assertThat(printed).contains(withoutBlanks(form.title()));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void every_field_column_and_signature_comes_back_as_it_was_filled_in(FormDescriptor form) throws IOException {
        Filling filling = Filling.none();
        List<String> expected = new ArrayList<>();
        for (FieldSpec field : form.fields()) {
            if (!field.name().equals("photo") && !field.name().equals(ReadBackTest.NOT_ON_THE_BLANK)) {
                filling = filling.with(field.name(), "值<&>" + field.name());
                expected.add("值<&>" + field.name());
            }
        }
        for (BlockSpec block : form.blocks()) {
            for (FieldSpec column : block.columns()) {
                filling = filling.row(block.name(), Map.of(column.name(), block.name() + "的" + column.name()));
                expected.add(block.name() + "的" + column.name());
            }
        }
        for (FieldSpec signature : form.signatures()) {
            filling = filling.signed(signature.name(), "同意" + signature.name(), "2021年8月20日");
            expected.add("同意" + signature.name());
        }
        assertThat(String.join("\n", texts(write(form, filling)))).contains(expected);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void the_same_form_gives_the_same_bytes(FormDescriptor form) throws IOException {
        assertThat(write(form, Filling.none())).isEqualTo(write(form, Filling.none()));
    }

    @Test
    void a_chosen_option_is_ticked_and_the_other_is_not() throws IOException {
        FormDescriptor form = Descriptors.of(Descriptors.CNIPA, "first-review-form");

        assertThat(texts(write(form, Filling.none().with("category", "先进个人")))).contains("□先进集体　　☑先进个人");
        assertThat(texts(write(form, Filling.none()))).contains("□先进集体　　□先进个人");
        assertThat(texts(write(form, Filling.none().with("category", "个人")))).contains("个人");
    }

    @Test
    void more_entries_than_the_blank_has_rows_make_the_table_longer() throws IOException {
        FormDescriptor form = Descriptors.of(Descriptors.CNIPA, "summary-form");
        Filling filling = Filling.none();
        for (int i = 1; i <= 9; i++) {
            filling = filling.row("collectives", Map.of("serial", "" + i, "name", "集体" + i));
        }
        try (XWPFDocument document = read(write(form, filling))) {
            assertThat(document.getTables().get(0).getRows()).hasSize(10);
            assertThat(document.getTables().get(0).getRow(9).getCell(1).getText())
                    .isEqualTo("集体9");
            assertThat(document.getTables().get(1).getRows()).hasSize(7);
        }
    }

    @Test
    void several_forms_in_one_file_follow_each_other_each_on_its_own_paper() throws IOException {
        FormDescriptor review = Descriptors.of(Descriptors.CNIPA, "first-review-form");
        FormDescriptor summary = Descriptors.of(Descriptors.CNIPA, "summary-form");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(
                List.of(
                        new Filled(review, Filling.none().with("name", "甲")),
                        new Filled(summary, Filling.none()),
                        new Filled(review, Filling.none().with("name", "乙"))),
                out);

        assertThat(texts(out.toByteArray())).containsSubsequence("推荐对象初审表", "甲", "推荐对象汇总表", "推荐对象初审表", "乙");
        try (XWPFDocument document = read(out.toByteArray())) {
            List<String> papers = document.getParagraphs().stream()
                    .filter(paragraph -> paragraph.getCTP().getPPr().isSetSectPr())
                    .map(paragraph ->
                            paragraph.getCTP().getPPr().getSectPr().getPgSz().isSetOrient() ? "wide" : "high")
                    .toList();
            assertThat(papers).containsExactly("high", "wide");
            assertThat(document.getDocument().getBody().getSectPr().getPgSz().isSetOrient())
                    .isFalse();
        }
    }

    @Test
    void a_file_without_a_form_is_refused() {
        assertThatThrownBy(() -> writer.write(List.of(), new ByteArrayOutputStream()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_letter_has_its_paragraphs_in_order_and_headings_in_their_own_face() throws IOException {
        FormDescriptor report = Descriptors.of(Descriptors.CNIPA, "first-review-report");
        List<String> paragraphs =
                List.of(JIANGSU + "初审评选推荐工作报告", "领导小组办公室：", "一、推荐工作组织情况", "我省成立省级评选机构。", "2021年8月24日");
        byte[] letter = write(report, Filling.letter(paragraphs));

        assertThat(texts(letter)).containsSubsequence(paragraphs);
        try (XWPFDocument document = read(letter)) {
            assertThat(document.getParagraphs().stream()
                            .limit(5)
                            .map(paragraph -> paragraph.getRuns().get(0).getFontFamily(FontCharRange.eastAsia)))
                    .containsExactly("方正小标宋简体", "仿宋_GB2312", "黑体", "仿宋_GB2312", "仿宋_GB2312");
        }
    }

    @Test
    void a_cell_that_reaches_down_covers_its_rows() throws IOException {
        FormDescriptor form = Descriptors.of(Descriptors.CNIPA, "individual-approval-form");
        try (XWPFDocument document = read(write(form, Filling.none()))) {
            XWPFTable table = document.getTables().get(0);
            assertThat(table.getRow(0).getCell(4).getText()).startsWith("照片");
            assertThat(table.getRow(4).getTableCells()).hasSize(5);
            assertThat(table.getRow(4).getCell(4).getCTTc().getTcPr().isSetVMerge())
                    .isTrue();
            assertThat(table.getRow(5).getTableCells()).hasSize(2);
        }
    }

    private byte[] write(FormDescriptor form, Filling filling) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(form, filling, out);
        return out.toByteArray();
    }

    private static XWPFDocument read(byte[] docx) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(docx));
    }

    /** Paragraphs and cells in reading order. */
    private static List<String> texts(byte[] docx) throws IOException {
        List<String> texts = new ArrayList<>();
        try (XWPFDocument document = read(docx)) {
            for (IBodyElement element : document.getBodyElements()) {
                if (element instanceof XWPFParagraph paragraph) {
                    texts.add(paragraph.getText());
                } else if (element instanceof XWPFTable table) {
                    table.getRows().forEach(row -> row.getTableCells().forEach(cell -> texts.add(cell.getText())));
                }
            }
        }
        return texts;
    }

    private static List<String> labels(FormDescriptor form) {
        List<String> labels = new ArrayList<>();
        for (Entry block : form.layout().entries("blocks")) {
            block.entries("line").forEach(item -> labels.add(item.text("label")));
            if (block.has("table")) {
                block.entry("table").entries("rows").stream()
                        .flatMap(row -> row.entries("cells").stream())
                        .flatMap(cell -> cell.optionalText("label").stream())
                        .forEach(labels::add);
            }
            form.blocks().stream()
                    .filter(spec -> block.optionalText("entries")
                            .filter(spec.name()::equals)
                            .isPresent())
                    .flatMap(spec -> spec.columns().stream())
                    .forEach(column -> labels.add(column.label()));
        }
        return labels;
    }

    private static String withoutBlanks(String text) {
        return text.replaceAll("[\\s\u3000]", "");
    }
}
