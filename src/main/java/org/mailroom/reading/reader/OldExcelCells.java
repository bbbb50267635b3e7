package org.mailroom.reading.reader;

import org.apache.poi.hssf.eventusermodel.FormatTrackingHSSFListener;
import org.apache.poi.hssf.record.BlankRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** The cells of one sheet after the other, from the records that hold them. */
final class OldExcelCells {
    private final Tally tally;
    private final FormatTrackingHSSFListener formats;
    private final CellFormats numbers = new CellFormats();
    private SpreadsheetGrid grid;
    private @Nullable SSTRecord texts;
    private boolean from1904;
    /** A formula whose text follows in a record of its own. */
    private @Nullable FormulaRecord awaited;

    OldExcelCells(Tally tally, FormatTrackingHSSFListener formats) {
        this.tally = tally;
        this.formats = formats;
        this.grid = new SpreadsheetGrid(tally);
    }

    void texts(SSTRecord shared) {
        texts = shared;
    }

    void from1904(boolean from) {
        from1904 = from;
    }

    void begin() {
        grid = new SpreadsheetGrid(tally);
        awaited = null;
    }

    void merge(CellRangeAddress area) throws Refusal {
        grid.merge(area.getFirstRow() + 1, area.getFirstColumn() + 1, area.getLastRow() + 1, area.getLastColumn() + 1);
    }

    void hide(int row) {
        grid.hide(row + 1);
    }

    /** @param place the record as a cell, if it is one */
    void cell(Record record, @Nullable CellValueRecordInterface place) throws Refusal {
        FormulaRecord formula = awaited;
        if (record instanceof StringRecord text && formula != null) {
            put(formula, text.getString());
        }
        if (place == null) {
            return;
        }
        awaited = null;
        if (record instanceof NumberRecord number) {
            put(place, number(place, number.getValue()));
        } else if (record instanceof LabelSSTRecord label) {
            SSTRecord shared = texts;
            boolean there =
                    shared != null && label.getSSTIndex() >= 0 && label.getSSTIndex() < shared.getNumUniqueStrings();
            put(
                    place,
                    there && shared != null
                            ? shared.getString(label.getSSTIndex()).getString()
                            : "");
        } else if (record instanceof LabelRecord label) {
            put(place, label.getValue());
        } else if (record instanceof BoolErrRecord value) {
            put(place, value.isBoolean() ? truth(value.getBooleanValue()) : "");
        } else if (record instanceof BlankRecord) {
            put(place, "");
        } else if (record instanceof FormulaRecord cached) {
            formula(cached);
        }
    }

    private void formula(FormulaRecord formula) throws Refusal {
        if (formula.hasCachedResultString()) {
            awaited = formula;
            return;
        }
        CellType type = formula.getCachedResultTypeEnum();
        if (type == CellType.BOOLEAN) {
            put(formula, truth(formula.getCachedBooleanValue()));
        } else if (type == CellType.NUMERIC) {
            put(formula, number(formula, formula.getValue()));
        }
    }

    private static String truth(boolean value) {
        return value ? "TRUE" : "FALSE";
    }

    private String number(CellValueRecordInterface cell, double value) {
        int index = formats.getFormatIndex(cell);
        String format = formats.getFormatString(cell);
        return numbers.shown(value, index, format == null ? "" : format, from1904);
    }

    private void put(CellValueRecordInterface cell, @Nullable String text) throws Refusal {
        grid.put(cell.getRow() + 1, cell.getColumn() + 1, text == null ? "" : text);
    }

    /** Adds the sheet as a table, if it shows anything. */
    void end(SheetDraft draft) throws Refusal {
        if (grid.hidesText()) {
            draft.note("hidden-rows");
        }
        if (!grid.isBlank()) {
            draft.add(grid.table(draft.table()));
        }
    }
}
