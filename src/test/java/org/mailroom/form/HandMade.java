package org.mailroom.form;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/** A document as a person draws it in Word: no descriptor has a part in it. */
public final class HandMade {
    private final XWPFDocument document = new XWPFDocument();

    public HandMade() {
        page(11906, 16838);
    }

    /** A cell: {@code span} columns wide; merged with those under it, or with the one above. */
    public record Cell(String text, int span, boolean starts, boolean goesOn) {
        public Cell span(int columns) {
            return new Cell(text, columns, starts, goesOn);
        }

        public Cell top() {
            return new Cell(text, span, true, false);
        }
    }

    public static Cell c(String text) {
        return new Cell(text, 1, false, false);
    }

    public static Cell under() {
        return new Cell("", 1, false, true);
    }

    public static Cell under(int span) {
        return new Cell("", span, false, true);
    }

    public static Cell[] row(Object... cells) {
        Cell[] row = new Cell[cells.length];
        for (int i = 0; i < cells.length; i++) {
            row[i] = cells[i] instanceof Cell cell ? cell : c((String) cells[i]);
        }
        return row;
    }

    /** A paragraph; {@code |} parts runs, a line feed is a line break, a tab a tab. */
    public HandMade paragraph(String text) {
        write(document.createParagraph(), text);
        return this;
    }

    public HandMade table(int[] widths, Cell[]... rows) {
        XWPFTable table = document.createTable(rows.length, 1);
        for (int width : widths) {
            var grid = table.getCTTbl().getTblGrid() == null
                    ? table.getCTTbl().addNewTblGrid()
                    : table.getCTTbl().getTblGrid();
            grid.addNewGridCol().setW(BigInteger.valueOf(width));
        }
        for (int i = 0; i < rows.length; i++) {
            fill(table.getRow(i), rows[i]);
        }
        return this;
    }

    private static void fill(XWPFTableRow row, Cell[] cells) {
        for (int k = 0; k < cells.length; k++) {
            XWPFTableCell cell = k == 0 ? row.getCell(0) : row.addNewTableCell();
            CTTcPr properties = cell.getCTTc().isSetTcPr()
                    ? cell.getCTTc().getTcPr()
                    : cell.getCTTc().addNewTcPr();
            if (cells[k].span() > 1) {
                properties.addNewGridSpan().setVal(BigInteger.valueOf(cells[k].span()));
            }
            if (cells[k].starts() || cells[k].goesOn()) {
                properties.addNewVMerge().setVal(cells[k].starts() ? STMerge.RESTART : STMerge.CONTINUE);
            }
            String[] paragraphs = cells[k].text().split("\n", -1);
            write(cell.getParagraphs().get(0), paragraphs[0]);
            for (int p = 1; p < paragraphs.length; p++) {
                write(cell.addParagraph(), paragraphs[p]);
            }
        }
    }

    private static void write(XWPFParagraph paragraph, String text) {
        for (String run : text.split("\\|", -1)) {
            var written = paragraph.createRun();
            String[] lines = run.split("\n", -1);
            for (int i = 0; i < lines.length; i++) {
                if (i > 0) {
                    written.addBreak();
                }
                written.setText(lines[i]);
            }
        }
    }

    /** The page it is printed on, in twips; A4 upright if nobody says otherwise. */
    public HandMade page(int width, int height) {
        var section = document.getDocument().getBody();
        var properties = section.isSetSectPr() ? section.getSectPr() : section.addNewSectPr();
        var size = properties.isSetPgSz() ? properties.getPgSz() : properties.addNewPgSz();
        size.setW(BigInteger.valueOf(width));
        size.setH(BigInteger.valueOf(height));
        return this;
    }

    public HandMade landscape() {
        return page(16838, 11906);
    }

    XWPFDocument document() {
        return document;
    }

    public byte[] docx() throws IOException {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.write(out);
            return out.toByteArray();
        }
    }
}
