package org.mailroom.reading.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.reading.Reading;
import org.mailroom.reading.Sheet;
import org.mailroom.reading.Sheet.Cell;
import org.mailroom.reading.Sheet.Table;

/** Workbooks of both formats show what the spreadsheet shows. */
class SpreadsheetTest {
    private static final String NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static byte[] book(String type, Consumer<Workbook> content) throws IOException {
        try (Workbook book = type.equals("xls") ? new HSSFWorkbook() : new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            content.accept(book);
            book.write(out);
            return out.toByteArray();
        }
    }

    private static Sheet read(String type, Consumer<Workbook> content) throws IOException {
        return Parts.sheet("a." + type, book(type, content));
    }

    private static Reading reading(byte[] octets) throws IOException {
        return Parts.read(Parts.part("a.xlsx", octets)).get(0).reading();
    }

    private static void number(Workbook book, Row row, double value, int format, String text) {
        CellStyle style = book.createCellStyle();
        style.setDataFormat(
                text.isEmpty() ? (short) format : book.createDataFormat().getFormat(text));
        var cell = row.createCell(Math.max(0, row.getLastCellNum()));
        cell.setCellValue(value);
        cell.setCellStyle(style);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void numbers_and_dates_are_as_they_are_shown(String type) throws IOException {
        double day = LocalDate.of(1975, 8, 15).toEpochDay() + 25569;
        Sheet sheet = read(type, book -> {
            Row row = book.createSheet().createRow(0);
            number(book, row, 12, 0, "");
            number(book, row, 0.5, 0, "");
            number(book, row, 13800000001d, 0, "");
            number(book, row, 430102197508150018d, 0, "");
            number(book, row, 430102197508150018d, 1, "");
            number(book, row, day, 14, "");
            number(book, row, day, 57, "");
            number(book, row, day, 0, "yyyy\"年\"m\"月\"");
            number(book, row, day, 0, "yyyy.mm");
            number(book, row, 0.853, 10, "");
            row.createCell(10).setCellFormula("A1*2");
            row.getCell(10).setCellValue(24);
            row.createCell(11).setCellFormula("\"张\"&\"三\"");
            row.getCell(11).setCellValue("张三");
            row.createCell(12).setCellValue(true);
        });
        assertThat(((Table) sheet.blocks().get(0)).cells())
                .extracting(Cell::text)
                .containsExactly(
                        "12",
                        "0.5",
                        "13800000001",
                        "4.30102E+17",
                        "430102197508150000",
                        "1975/8/15",
                        "1975/8",
                        "1975年8月",
                        "1975.08",
                        "85.30%",
                        "24",
                        "张三",
                        "TRUE");
        assertThat(sheet.notes()).containsExactly("spreadsheet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void places_stay_those_the_sender_sees_and_what_is_hidden_is_left_out_and_noted(String type) throws IOException {
        Sheet sheet = read(type, book -> {
            var page = book.createSheet();
            page.createRow(2).createCell(1).setCellValue("头");
            page.addMergedRegion(new CellRangeAddress(2, 3, 1, 2));
            page.createRow(4).createCell(1).setCellValue("见");
            page.createRow(5).createCell(1).setCellValue("藏");
            page.getRow(5).setZeroHeight(true);
            page.createRow(60_000).createCell(3).setCellValue("远");
            page.setColumnHidden(6, true);
            book.createSheet().createRow(0).createCell(0).setCellValue("藏页");
            book.setSheetHidden(1, true);
        });
        List<Cell> shown = ((Table) sheet.blocks().get(0))
                .cells().stream().filter(cell -> !cell.text().isEmpty()).toList();
        assertThat(shown)
                .containsExactly(new Cell(3, 2, 2, 2, "头"), new Cell(5, 2, 1, 1, "见"), new Cell(106, 4, 1, 1, "远"));
        assertThat(sheet.blocks()).hasSize(1);
        assertThat(sheet.notes())
                .containsExactlyInAnyOrder("spreadsheet", "hidden-rows", "hidden-sheets", "hidden-columns");
    }

    @Test
    void macros_are_never_run_and_noted() throws IOException {
        byte[] xlsm = new Packages()
                .with("[Content_Types].xml", "<Types/>")
                .with("xl/workbook.xml", "<workbook xmlns=\"" + NAMESPACE + "\"/>")
                .with("xl/vbaProject.bin", "x")
                .with("xl/externalLinks/externalLink1.xml", "x")
                .with("xl/embeddings/oleObject1.bin", "x")
                .zip();
        assertThat(Parts.sheet("a.xlsm", xlsm).notes())
                .containsExactlyInAnyOrder("spreadsheet", "macros", "external-links", "embedded-objects");
    }

    @Test
    void a_locked_workbook_is_encrypted() throws IOException {
        byte[] plain = book(
                "xls", book -> book.createSheet().createRow(0).createCell(0).setCellValue("密"));
        Biff8EncryptionKey.setCurrentUserPassword("123456");
        try (HSSFWorkbook book = new HSSFWorkbook(new POIFSFileSystem(new ByteArrayInputStream(plain)));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            book.write(out);
            Biff8EncryptionKey.setCurrentUserPassword(null);
            assertThat(reading(out.toByteArray())).isEqualTo(new Reading.Refused(Reading.Reason.ENCRYPTED));
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    private static byte[] page(String sheet) throws IOException {
        String relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        return new Packages()
                .with("[Content_Types].xml", "<Types/>")
                .with(
                        "xl/workbook.xml",
                        "<workbook xmlns=\"" + NAMESPACE + "\" xmlns:r=\"" + relations
                                + "\"><sheets><sheet name=\"a\" r:id=\"r1\"/></sheets></workbook>")
                .with(
                        "xl/_rels/workbook.xml.rels",
                        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                                + "<Relationship Id=\"r1\" Type=\"" + relations
                                + "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>")
                .with("xl/worksheets/sheet1.xml", sheet)
                .zip();
    }

    @Test
    void sheets_that_unfold_too_far_are_over_the_limit_and_sparse_ones_cost_little() throws IOException {
        String open = "<worksheet xmlns=\"" + NAMESPACE + "\"><sheetData>";
        String many = "<row>" + "<c t=\"str\"><v>x</v></c>".repeat(16_000) + "</row>";
        assertThat(reading(page(open + many.repeat(13) + "</sheetData></worksheet>")))
                .isEqualTo(new Reading.Refused(Reading.Reason.OVER_LIMIT));
        String corners = "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>a</v></c><c r=\"XFD1\" t=\"str\"><v>b</v></c></row>"
                + "<row r=\"1048576\"><c r=\"A1048576\" t=\"str\"><v>c</v></c></row></sheetData>"
                + "<mergeCells><mergeCell ref=\"A1:XFD1048576\"/></mergeCells></worksheet>";
        Reading sparse = reading(page(open + corners));
        assertThat(((Table) ((Reading.Readable) sparse).sheet().blocks().get(0)).cells())
                .extracting(Cell::text)
                .containsExactly("a", "b", "c");
        assertThat(reading(page("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>" + open
                        + "<row><c t=\"str\"><v>&e;</v></c></row></sheetData></worksheet>")))
                .isEqualTo(new Reading.Refused(Reading.Reason.UNREADABLE));
    }
}
