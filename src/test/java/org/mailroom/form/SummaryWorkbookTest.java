package org.mailroom.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.reading.reader.Parts;

/** 附件5 as spreadsheets of other hands: both workbook formats, title rows, two blocks on one sheet or on two. */
class SummaryWorkbookTest {
    private static final List<String> COLLECTIVES = List.of("序号", "集体名称", "单位性质", "单位级别", "集体人数", "负责人", "联系电话", "备注");
    private static final List<String> INDIVIDUALS = List.of(
            "序号",
            "姓名",
            "性别",
            "民族",
            "出生年月",
            "政治面貌",
            "学历（学位）",
            "工作单位及职务",
            "职称",
            "行政级别",
            "从事知识产权工作年限",
            "身份证号",
            "联系电话",
            "备注");

    private final Recogniser recogniser = Descriptors.recogniser(Descriptors.CNIPA);

    SummaryWorkbookTest() throws IOException {}

    private List<Form> read(String type, Consumer<Workbook> content) throws IOException {
        try (Workbook book = type.equals("xls") ? new HSSFWorkbook() : new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            content.accept(book);
            book.write(out);
            return recogniser.recognise(Parts.sheet("汇总表." + type, out.toByteArray()));
        }
    }

    private static void row(Sheet sheet, int at, List<?> values) {
        Row row = sheet.createRow(at);
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) instanceof Number number) {
                row.createCell(i).setCellValue(number.doubleValue());
            } else if (values.get(i) instanceof LocalDate date) {
                CellStyle style = sheet.getWorkbook().createCellStyle();
                style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat("yyyy.mm"));
                row.createCell(i).setCellValue(date.atStartOfDay());
                row.getCell(i).setCellStyle(style);
            } else {
                row.createCell(i).setCellValue((String) values.get(i));
            }
        }
    }

    private static List<?> collective(int number) {
        return List.of(number, "南京第" + number + "中心", "事业单位", "正处级", 30 + number, "王强", 13800000001L, "");
    }

    private static List<?> individual(int number) {
        return List.of(
                number,
                "张三",
                "男",
                "汉族",
                LocalDate.of(1975, 8, 15),
                "中共党员",
                "研究生",
                "南京市中心　科长",
                "研究员",
                "正科级",
                12,
                "110101197508150018",
                "025-83236300",
                "无");
    }

    private static void head(Sheet sheet) {
        row(sheet, 0, List.of("附件5"));
        row(sheet, 1, List.of("推荐对象汇总表"));
        sheet.addMergedRegion(new CellRangeAddress(1, 1, 0, 13));
        row(sheet, 2, List.of("填报单位（盖章）：江苏省　　　填报日期：2021年8月27日"));
        sheet.addMergedRegion(new CellRangeAddress(2, 2, 0, 13));
    }

    private static void same(List<Form> forms, int collectives, int individuals) {
        assertThat(forms).extracting(Form::document).containsExactly("summary-form");
        Form form = forms.get(0);
        assertThat(form.field("recommendingUnit").map(Field::text)).contains("江苏省");
        assertThat(form.field("filledOn").map(Field::text)).contains("2021年8月27日");
        assertThat(form.rows().stream().filter(row -> row.block().equals("collectives")))
                .hasSize(collectives);
        List<org.mailroom.form.Row> people = form.rows().stream()
                .filter(row -> row.block().equals("individuals"))
                .toList();
        assertThat(people).hasSize(individuals);
        org.mailroom.form.Row last = people.get(people.size() - 1);
        assertThat(text(last, "serial")).isEqualTo(String.valueOf(individuals));
        assertThat(text(last, "name")).isEqualTo("张三");
        assertThat(text(last, "birth")).isEqualTo("1975.08");
        assertThat(text(last, "ipYears")).isEqualTo("12");
        assertThat(text(last, "identityNumber")).isEqualTo("110101197508150018");
        assertThat(text(form.rows().get(0), "phone")).isEqualTo("13800000001");
        assertThat(text(form.rows().get(0), "name")).isEqualTo("南京第1中心");
    }

    private static String text(org.mailroom.form.Row row, String field) {
        return row.field(field).orElseThrow().text();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void two_blocks_on_one_sheet_with_title_rows_and_a_repeated_header(String type) throws IOException {
        same(
                read(type, book -> {
                    Sheet sheet = book.createSheet();
                    head(sheet);
                    row(sheet, 3, List.of("一、先进集体"));
                    row(sheet, 4, COLLECTIVES);
                    row(sheet, 5, collective(1));
                    row(sheet, 6, collective(2));
                    row(sheet, 7, List.of("合计", "2个"));
                    row(sheet, 9, List.of("二、先进个人"));
                    row(sheet, 10, INDIVIDUALS);
                    row(sheet, 11, individual(1));
                    row(sheet, 12, INDIVIDUALS);
                    row(sheet, 13, individual(2));
                    row(sheet, 15, List.of("填表人：赵敏", "", "", "", "联系电话：025-83236300"));
                }),
                2,
                2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void a_block_on_each_of_two_sheets_under_the_same_title_is_one_form(String type) throws IOException {
        same(
                read(type, book -> {
                    Sheet collectives = book.createSheet("先进集体");
                    head(collectives);
                    row(collectives, 3, COLLECTIVES);
                    row(collectives, 4, collective(1));
                    Sheet individuals = book.createSheet("先进个人");
                    head(individuals);
                    row(individuals, 3, INDIVIDUALS);
                    row(individuals, 4, individual(1));
                    row(individuals, 5, individual(2));
                    row(book.createSheet("Sheet3"), 0, List.of(""));
                    Sheet hidden = book.createSheet("旧表");
                    head(hidden);
                    row(hidden, 3, INDIVIDUALS);
                    row(hidden, 4, individual(9));
                    book.setSheetHidden(3, true);
                }),
                1,
                2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void a_header_in_two_rows_with_merged_cells_is_one_header(String type) throws IOException {
        same(
                read(type, book -> {
                    Sheet sheet = book.createSheet();
                    head(sheet);
                    row(sheet, 4, COLLECTIVES);
                    row(sheet, 5, List.of());
                    for (int column = 0; column < COLLECTIVES.size(); column++) {
                        sheet.addMergedRegion(new CellRangeAddress(4, 5, column, column));
                    }
                    row(sheet, 6, collective(1));
                    row(sheet, 8, INDIVIDUALS);
                    row(sheet, 9, List.of());
                    for (int column = 0; column < INDIVIDUALS.size(); column++) {
                        sheet.addMergedRegion(new CellRangeAddress(8, 9, column, column));
                    }
                    row(sheet, 10, individual(1));
                }),
                1,
                1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void an_identity_number_typed_as_a_number_is_shown_as_the_spreadsheet_shows_it(String type) throws IOException {
        List<Form> forms = read(type, book -> {
            Sheet sheet = book.createSheet();
            head(sheet);
            row(sheet, 3, INDIVIDUALS);
            row(sheet, 4, individual(1));
            sheet.getRow(4).getCell(11).setCellValue(430102197508150018d);
            row(sheet, 5, individual(2));
            sheet.getRow(5).getCell(11).setCellValue(430102197508150018d);
            CellStyle whole = book.createCellStyle();
            whole.setDataFormat(book.createDataFormat().getFormat("0"));
            sheet.getRow(5).getCell(11).setCellStyle(whole);
            row(sheet, 6, individual(3));
            sheet.getRow(6).getCell(11).setCellValue(430102750815001d);
        });
        assertThat(forms).hasSize(1);
        assertThat(forms.get(0).rows())
                .extracting(row -> text(row, "identityNumber"))
                .containsExactly("4.30102E+17", "430102197508150000", "430102750815001");
    }
}
