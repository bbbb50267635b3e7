package org.mailroom.agenda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.testing.Campaigns;
import org.mailroom.testing.TestDatabase;

/** The ledger, read back as a spreadsheet program reads it. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class LedgerTest {
    private static final int SECONDS = 180;

    private final DigestDesk desk;

    LedgerTest(TestDatabase database) {
        desk = new DigestDesk(Campaigns.chinese(), database.fresh(), "2021-08-17T09:00");
    }

    @Test
    void header_is_frozen_and_every_column_has_a_filter_and_a_width() throws IOException {
        GoldenDigestTest.busy(desk, "2021-08-29T10:00", "2021-08-29T15:00");
        try (XSSFWorkbook workbook = open()) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(3);
            for (int i = 0; i < 3; i++) {
                XSSFSheet sheet = workbook.getSheetAt(i);
                assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
                assertThat(sheet.getPaneInformation().getHorizontalSplitTopRow())
                        .isEqualTo((short) 1);
                int last = sheet.getRow(0).getLastCellNum() - 1;
                assertThat(sheet.getCTWorksheet().getAutoFilter().getRef())
                        .isEqualTo("A1:" + (char) ('A' + last) + (sheet.getLastRowNum() + 1));
                for (int column = 0; column <= last; column++) {
                    assertThat(sheet.getColumnWidth(column)).isBetween(6 * 256, 60 * 256);
                }
            }
        }
    }

    @Test
    void sheets_hold_every_unit_and_stage_every_document_and_every_open_task() throws IOException {
        GoldenDigestTest.busy(desk, "2021-08-29T10:00", "2021-08-29T15:00");
        try (XSSFWorkbook workbook = open()) {
            XSSFSheet stages = workbook.getSheet("各单位进度");
            assertThat(texts(stages.getRow(0)))
                    .containsExactly(
                            "代码", "报送单位", "阶段", "状态", "首次来件时间", "材料齐全时间", "最后来件时间", "按时报送", "缺少项数", "待更正项数", "回执数",
                            "补正期限");
            assertThat(stages.getLastRowNum()).isEqualTo(32 * 3);
            assertThat(row(stages, "640000", "初审材料"))
                    .containsExactly(
                            "640000",
                            "宁夏回族自治区",
                            "初审材料",
                            "待补正",
                            "2021-08-29 15:00",
                            "",
                            "2021-08-29 15:00",
                            "是",
                            "2",
                            "2",
                            "1",
                            "2021-08-31");
            assertThat(row(stages, "110000", "初审材料")).startsWith("110000", "北京市", "初审材料", "未报", "", "");

            XSSFSheet documents = workbook.getSheet("收到材料");
            assertThat(documents.getLastRowNum()).isEqualTo(4);
            assertThat(texts(documents.getRow(2)))
                    .containsExactly(
                            "320000",
                            "江苏省",
                            "初审材料",
                            "推荐对象初审表",
                            "电子版",
                            "先进个人1",
                            "1",
                            "是",
                            "附件1(*********).docx",
                            "2021-08-29 10:00",
                            "4");

            XSSFSheet tasks = workbook.getSheet("待处理事项");
            assertThat(texts(tasks.getRow(1))).startsWith("未登记发件人").endsWith("1", "2021-08-26 09:00");
            assertThat(texts(tasks.getRow(tasks.getLastRowNum() - 1)))
                    .startsWith("异议（限阅）")
                    .contains("2");
            assertThat(texts(tasks.getRow(tasks.getLastRowNum()))).contains("R-19", "1");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://x.example\",\"y\").docx",
                "+1.docx",
                "-1.docx",
                "@SUM(A1).docx",
                "\t=1+1.docx",
                "\r=1+1.docx"
            })
    void text_that_looks_like_a_formula_stays_text(String name) throws IOException {
        named(name);
        try (XSSFWorkbook workbook = open()) {
            XSSFCell cell = workbook.getSheet("收到材料").getRow(1).getCell(8);
            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
            assertThat(cell.getStringCellValue().strip()).isEqualTo(name.strip());
            assertThat(workbook.getSheet("收到材料")
                            .getRow(1)
                            .getCell(1)
                            .getCellStyle()
                            .getQuotePrefixed())
                    .isFalse();
        }
    }

    @Test
    void no_identity_number_phone_or_nominee_stands_in_a_file_name() throws IOException {
        desk.nominee("320000", "individual", "张三丰");
        named("张三丰 110101197508150018 13800138000\u0007.docx");
        try (XSSFWorkbook workbook = open()) {
            assertThat(workbook.getSheet("收到材料").getRow(1).getCell(8).getStringCellValue())
                    .isEqualTo("*** ****** ******.docx");
        }
    }

    @Test
    void same_tables_give_the_same_octets() throws IOException {
        GoldenDigestTest.busy(desk, "2021-08-29T10:00", "2021-08-29T15:00");
        byte[] first = workbook();
        assertThat(workbook()).isEqualTo(first);

        try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(first))) {
            for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                assertThat(part.getTimeLocal()).as(part.getName()).isEqualTo("1980-01-01T12:00");
                if (part.getName().equals("docProps/core.xml")) {
                    assertThat(new String(parts.readAllBytes(), UTF_8))
                            .contains("2021-08-29T07:00:00Z")
                            .doesNotContain("modified");
                }
            }
        }
    }

    @Test
    void libreoffice_opens_it(@TempDir Path folder) throws Exception {
        assumeTrue(installed(), "LibreOffice Calc (localc) is not installed");
        GoldenDigestTest.busy(desk, "2021-08-29T10:00", "2021-08-29T15:00");
        named("=1+1.docx");
        Path file = Files.write(folder.resolve("ledger.xlsx"), workbook());
        Process process = new ProcessBuilder(
                        "soffice",
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1",
                        "--outdir",
                        folder.toString(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
        StringBuilder csv = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path sheet :
                    (Iterable<Path>) files.filter(one -> one.toString().endsWith(".csv"))::iterator) {
                csv.append(Files.readString(sheet));
            }
        }
        assertThat(csv.toString()).contains("推荐对象汇总表", "2021-08-29 10:00", "=1+1.docx", "未登记发件人");
    }

    private void named(String fileName) {
        long dossier = desk.dossier("330000", "S0", "PARTIAL", 1, 0);
        desk.document(dossier, "contact-form", "SCAN", null, desk.mail("FILED"), fileName, new byte[0]);
    }

    private byte[] workbook() {
        return new Ledger(desk.ground(DigestDesk.settings("staff@example.cn"))).workbook(desk.clock.instant());
    }

    private XSSFWorkbook open() throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(workbook()));
    }

    private static List<String> row(XSSFSheet sheet, String code, String stage) {
        List<String> found = new ArrayList<>();
        sheet.forEach(row -> {
            List<String> texts = texts((XSSFRow) row);
            if (texts.get(0).equals(code) && texts.get(2).equals(stage)) {
                found.addAll(texts);
            }
        });
        return found;
    }

    private static List<String> texts(XSSFRow row) {
        DataFormatter shown = new DataFormatter();
        int columns = row.getSheet().getRow(0).getLastCellNum();
        return IntStream.range(0, columns)
                .mapToObj(column -> shown.formatCellValue(row.getCell(column)))
                .toList();
    }

    private static boolean installed() {
        return List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "localc")));
    }
}
