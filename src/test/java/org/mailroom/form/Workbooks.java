package org.mailroom.form;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.mailroom.reading.Sheet;
import org.mailroom.reading.Sheet.Cell;
import org.mailroom.reading.Sheet.Paragraph;
import org.mailroom.reading.Sheet.Table;

/** A form typed over into a spreadsheet: what stood in paragraphs stands in the first column. */
public final class Workbooks {
    public static byte[] xlsx(Sheet sheet) throws IOException {
        try (Workbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            var page = book.createSheet();
            int row = 0;
            for (Sheet.Block block : sheet.blocks()) {
                if (block instanceof Paragraph paragraph) {
                    page.createRow(row++).createCell(0).setCellValue(paragraph.text());
                } else if (block instanceof Table table) {
                    for (Cell cell : table.cells()) {
                        int top = row + cell.row() - 1;
                        var line = page.getRow(top) == null ? page.createRow(top) : page.getRow(top);
                        line.createCell(cell.column() - 1).setCellValue(cell.text());
                        if (cell.rowSpan() * cell.columnSpan() > 1) {
                            page.addMergedRegion(new CellRangeAddress(
                                    top,
                                    top + cell.rowSpan() - 1,
                                    cell.column() - 1,
                                    cell.column() + cell.columnSpan() - 2));
                        }
                    }
                    row += table.rows();
                }
            }
            book.write(out);
            return out.toByteArray();
        }
    }

    private Workbooks() {}
}
