package org.mailroom.reading.reader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.OldFileFormatException;
import org.apache.poi.hpsf.HPSFRuntimeException;
import org.apache.poi.hpsf.SummaryInformation;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.hwpf.usermodel.Section;
import org.apache.poi.hwpf.usermodel.Table;
import org.apache.poi.hwpf.usermodel.TableCell;
import org.apache.poi.hwpf.usermodel.TableRow;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.mailroom.reading.Reading;
import org.mailroom.reading.ReadingLimits;
import org.mailroom.reading.Sheet;
import org.mailroom.reading.Sheet.Block;

/** A Word document of before 2007, or a WPS text document ([MS-DOC]). Text boxes stand behind the text: where they float is not told. */
final class OldWord {
    private final Tally tally;
    private final SheetDraft draft = new SheetDraft();

    OldWord(ReadingLimits limits) {
        this.tally = new Tally(limits);
    }

    Reading read(DirectoryNode root) throws IOException {
        try (HWPFDocument document = new HWPFDocument(root)) {
            return new Reading.Readable(sheet(document, root));
        } catch (EncryptedDocumentException locked) {
            return new Reading.Refused(Reading.Reason.ENCRYPTED);
        } catch (OldFileFormatException older) {
            return new Reading.Unchecked("doc");
        }
    }

    private Sheet sheet(HWPFDocument document, DirectoryNode root) throws IOException {
        OldWordText text = new OldWordText(document, tally, draft);
        blocks(document.getRange(), 0, draft.blocks(), text);
        Range boxes = document.getMainTextboxRange();
        if (boxes.getEndOffset() > boxes.getStartOffset()) {
            blocks(boxes, 0, draft.blocks(), text);
        }
        Range comments = document.getCommentsRange();
        if (comments.getEndOffset() - comments.getStartOffset() > 1) {
            draft.note("comments");
        }
        if (root.hasEntry("Macros")) {
            draft.note("macros");
        }
        // Many programs write the folder whether or not they have anything to put into it.
        if (root.hasEntry("ObjectPool")
                && root.getEntry("ObjectPool") instanceof DirectoryEntry pool
                && !pool.isEmpty()) {
            draft.note("embedded-objects");
        }
        page(document.getRange());
        draft.printed(printed(document));
        return draft.sheet();
    }

    /** What the program that saved it counted; 0 if it did not say, or not in a way that can be read. */
    private static int printed(HWPFDocument document) {
        try {
            SummaryInformation summary = document.getSummaryInformation();
            return summary == null ? 0 : summary.getPageCount();
        } catch (HPSFRuntimeException broken) {
            return 0;
        }
    }

    private void page(Range whole) {
        List<Sheet.Page> pages = new ArrayList<>();
        for (int i = 0; i < whole.numSections(); i++) {
            Section section = whole.getSection(i);
            if (section.getPageWidth() > 0 && section.getPageHeight() > 0) {
                pages.add(new Sheet.Page(section.getPageWidth(), section.getPageHeight()));
            }
        }
        if (pages.stream().distinct().count() == 1) {
            draft.page(pages.get(0));
        }
    }

    /** Reads the paragraphs and tables of a range that lies in {@code level} tables. */
    private void blocks(Range range, int level, List<Block> blocks, OldWordText text) throws Refusal {
        tally.depth(level);
        int count = range.numParagraphs();
        for (int i = 0; i < count; i++) {
            Paragraph paragraph = range.getParagraph(i);
            if (paragraph.isInTable() && paragraph.getTableLevel() > level) {
                Table table = table(range, paragraph);
                table(table, level, blocks, text);
                i += Math.max(1, table.numParagraphs()) - 1;
            } else {
                SheetDraft.paragraph(blocks, text.of(paragraph));
            }
        }
    }

    private static Table table(Range range, Paragraph first) throws Refusal {
        try {
            return range.getTable(first);
        } catch (IllegalArgumentException | IndexOutOfBoundsException broken) {
            throw new Refusal(Reading.Reason.UNREADABLE);
        }
    }

    private void table(Table table, int level, List<Block> blocks, OldWordText text) throws Refusal {
        int number = draft.table();
        EdgeTable grid = new EdgeTable();
        List<Block> framed = new ArrayList<>();
        for (int row = 0; row < table.numRows(); row++) {
            grid.row(cells(table.getRow(row), level, framed, text));
        }
        Sheet.Table read = grid.grid(number);
        if (!Contents.frame(read, framed)) {
            blocks.add(read);
        }
        blocks.addAll(framed);
    }

    private List<EdgeTable.Cell> cells(TableRow row, int level, List<Block> framed, OldWordText text) throws Refusal {
        List<EdgeTable.Cell> cells = new ArrayList<>();
        for (int i = 0; i < row.numCells(); i++) {
            tally.cell();
            TableCell cell = row.getCell(i);
            List<Block> inside = new ArrayList<>();
            blocks(cell, level + 1, inside, text);
            Contents contents = new Contents(inside);
            boolean alone = contents.framed();
            if (alone) {
                framed.addAll(inside);
            }
            EdgeTable.Merge merge = new EdgeTable.Merge(
                    cell.isFirstVerticallyMerged(),
                    cell.isVerticallyMerged() && !cell.isFirstVerticallyMerged(),
                    cell.isMerged() && !cell.isFirstMerged());
            cells.add(new EdgeTable.Cell(
                    cell.getLeftEdge(), cell.getLeftEdge() + cell.getWidth(), merge, alone ? "" : contents.text()));
        }
        return cells;
    }
}
