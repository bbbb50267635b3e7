package org.mailroom.reading.reader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.OldFileFormatException;
import org.apache.poi.hssf.eventusermodel.AbortableHSSFListener;
import org.apache.poi.hssf.eventusermodel.FormatTrackingHSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.hssf.eventusermodel.HSSFUserException;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.ColumnInfoRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.NoteRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RowRecord;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.SupBookRecord;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.ss.util.CellRangeAddress;
import org.mailroom.reading.Reading;
import org.mailroom.reading.ReadingLimits;

/** A workbook of before 2007, or a WPS spreadsheet ([MS-XLS]), record by record; its visible sheets as tables. */
final class OldExcel extends AbortableHSSFListener {
    private final Tally tally;
    private final SheetDraft draft = new SheetDraft();
    private final FormatTrackingHSSFListener formats = new FormatTrackingHSSFListener(record -> {}, Locale.US);
    private final List<BoundSheetRecord> sheets = new ArrayList<>();
    private OldExcelCells cells;
    private List<BoundSheetRecord> inOrder = List.of();
    /** Sheets may hold charts, which are streams of their own within them. */
    private int depth;

    private int sheet = -1;
    private boolean worksheet;

    OldExcel(ReadingLimits limits) {
        this.tally = new Tally(limits);
        this.cells = new OldExcelCells(tally, formats);
    }

    Reading read(DirectoryNode root) throws IOException {
        draft.note("spreadsheet");
        Set<String> names = root.getEntryNames();
        if (names.contains("_VBA_PROJECT_CUR")) {
            draft.note("macros");
        }
        HSSFRequest request = new HSSFRequest();
        request.addListenerForAllRecords(this);
        try {
            new HSSFEventFactory().abortableProcessWorkbookEvents(request, root);
        } catch (EncryptedDocumentException locked) {
            return new Reading.Refused(Reading.Reason.ENCRYPTED);
        } catch (OldFileFormatException older) {
            return new Reading.Unchecked("xls");
        } catch (HSSFUserException over) {
            throw over.getReason() instanceof Refusal refusal ? refusal : new Refusal(Reading.Reason.UNREADABLE);
        }
        return new Reading.Readable(draft.sheet());
    }

    @Override
    public short abortableProcessRecord(Record record) throws HSSFUserException {
        try {
            process(record);
            return 0;
        } catch (Refusal refusal) {
            throw new HSSFUserException(refusal);
        }
    }

    private void process(Record record) throws Refusal {
        formats.processRecordInternally(record);
        if (record instanceof BOFRecord begin) {
            begin(begin);
        } else if (record instanceof EOFRecord) {
            end();
        } else if (depth == 1 && sheet < 0) {
            workbook(record);
        } else if (depth == 1 && worksheet) {
            page(record);
        }
    }

    private void begin(BOFRecord record) throws Refusal {
        tally.depth(depth);
        if (depth++ > 0) {
            return;
        }
        if (record.getType() == BOFRecord.TYPE_WORKBOOK) {
            sheet = -1;
            return;
        }
        if (sheet < 0) {
            inOrder = List.of(BoundSheetRecord.orderByBofPosition(sheets));
        }
        sheet++;
        boolean hidden = sheet < inOrder.size()
                && (inOrder.get(sheet).isHidden() || inOrder.get(sheet).isVeryHidden());
        worksheet = record.getType() == BOFRecord.TYPE_WORKSHEET && !hidden;
        if (hidden) {
            draft.note("hidden-sheets");
        }
        cells.begin();
    }

    private void end() throws Refusal {
        depth = Math.max(0, depth - 1);
        if (depth == 0 && sheet >= 0 && worksheet) {
            cells.end(draft);
            worksheet = false;
        }
    }

    private void workbook(Record record) throws Refusal {
        if (record instanceof BoundSheetRecord bound) {
            tally.cell();
            sheets.add(bound);
        } else if (record instanceof SSTRecord shared) {
            cells.texts(shared);
        } else if (record instanceof DateWindow1904Record window) {
            cells.from1904(window.getWindowing() == 1);
        } else if (record instanceof SupBookRecord book && book.isExternalReferences()) {
            draft.note("external-links");
        }
    }

    private void page(Record record) throws Refusal {
        if (record instanceof MergeCellsRecord merged) {
            for (int i = 0; i < merged.getNumAreas(); i++) {
                CellRangeAddress area = merged.getAreaAt(i);
                cells.merge(area);
            }
        } else if (record instanceof RowRecord row && row.getZeroHeight()) {
            cells.hide(row.getRowNumber());
        } else if (record instanceof ColumnInfoRecord columns && columns.getHidden()) {
            draft.note("hidden-columns");
        } else if (record instanceof NoteRecord) {
            draft.note("comments");
        } else {
            cells.cell(record, record instanceof CellValueRecordInterface place ? place : null);
        }
    }
}
