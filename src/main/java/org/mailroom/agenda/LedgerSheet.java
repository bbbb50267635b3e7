package org.mailroom.agenda;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Writes tables into a workbook: header frozen, filters on, columns as wide as their words. What senders wrote is never a
 * formula: a text that a spreadsheet could take for one is marked as text (quotePrefix), and no cell is of type formula.
 */
final class LedgerSheet {
    private static final int WIDEST = 60;
    private static final int NARROWEST = 6;
    private static final int UNITS_A_CHARACTER = 256;
    private static final String STARTS_FORMULA = "=+-@\t\r";

    private final XSSFWorkbook workbook;
    private final XSSFCellStyle head;
    private final XSSFCellStyle plain;
    private final XSSFCellStyle quoted;
    private final XSSFCellStyle minute;
    private final XSSFCellStyle day;

    LedgerSheet(XSSFWorkbook workbook) {
        this.workbook = workbook;
        XSSFFont bold = workbook.createFont();
        bold.setBold(true);
        head = style();
        head.setFont(bold);
        head.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        head.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        head.setBorderBottom(BorderStyle.THIN);
        plain = style();
        quoted = style();
        quoted.setQuotePrefixed(true);
        minute = style();
        minute.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd hh:mm"));
        day = style();
        day.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
    }

    private XSSFCellStyle style() {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setVerticalAlignment(VerticalAlignment.TOP);
        return style;
    }

    /**
     * @param rows texts, integers, dates and local times; an empty Optional is an empty cell
     */
    void write(String name, List<String> heads, List<List<Optional<?>>> rows) {
        XSSFSheet sheet = workbook.createSheet(name);
        int[] widths = new int[heads.size()];
        XSSFRow first = sheet.createRow(0);
        for (int column = 0; column < heads.size(); column++) {
            XSSFCell cell = first.createCell(column);
            cell.setCellValue(heads.get(column));
            cell.setCellStyle(head);
            // the arrow of the filter stands beside the words
            widths[column] = width(heads.get(column)) + 3;
        }
        for (int line = 0; line < rows.size(); line++) {
            XSSFRow row = sheet.createRow(line + 1);
            for (int column = 0; column < heads.size(); column++) {
                Optional<?> value = rows.get(line).get(column);
                if (value.isPresent()) {
                    widths[column] = Math.max(widths[column], fill(row.createCell(column), value.get()));
                }
            }
        }
        for (int column = 0; column < widths.length; column++) {
            int width = Math.max(NARROWEST, Math.min(WIDEST, widths[column] + 1));
            sheet.setColumnWidth(column, width * UNITS_A_CHARACTER);
        }
        sheet.createFreezePane(0, 1);
        sheet.setAutoFilter(new CellRangeAddress(0, rows.size(), 0, heads.size() - 1));
    }

    /** @return how wide the cell wants to be, in characters */
    private int fill(XSSFCell cell, Object value) {
        if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
            cell.setCellStyle(plain);
            return String.valueOf(number).length();
        }
        if (value instanceof LocalDateTime time) {
            cell.setCellValue(time);
            cell.setCellStyle(minute);
            return "2021-08-27 16:05".length();
        }
        if (value instanceof LocalDate date) {
            cell.setCellValue(date);
            cell.setCellStyle(day);
            return "2021-08-27".length();
        }
        String text = value.toString();
        cell.setCellValue(text);
        cell.setCellStyle(startsFormula(text) ? quoted : plain);
        return width(text);
    }

    private static boolean startsFormula(String text) {
        return !text.isEmpty() && STARTS_FORMULA.indexOf(text.charAt(0)) >= 0;
    }

    /** In halves of a full-width character. */
    private static int width(String text) {
        return text.codePoints()
                .map(point -> Character.isIdeographic(point) || point >= 0x3000 ? 2 : 1)
                .sum();
    }
}
