package org.mailroom.reading.reader;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.mailroom.reading.Sheet.Block;
import org.mailroom.reading.Sheet.Table;

/**
 * Paragraphs and tables of an RTF file or of one text box in it. RTF has no table as such: there are rows, and cells that end
 * with a mark; rows that follow each other are a table (RTF 1.9, "Table Definitions").
 */
final class RtfFlow {
    private final SheetDraft draft;
    private final Tally tally;
    private final StringBuilder line = new StringBuilder();
    private final List<Block> boxes = new ArrayList<>();
    /** The text outside tables first, then a table within another each. */
    private final Deque<Level> levels = new ArrayDeque<>();

    private boolean inTable;
    private int nesting;

    RtfFlow(SheetDraft draft, Tally tally) {
        this.draft = draft;
        this.tally = tally;
        levels.push(new Level());
    }

    private static final class Level {
        /** What stands since the last cell or row. */
        private List<Block> blocks = new ArrayList<>();

        private final List<String> row = new ArrayList<>();
        private final List<Block> framed = new ArrayList<>();
        private final EdgeTable table = new EdgeTable();
        private final List<EdgeTable.Cell> shapes = new ArrayList<>();
        private int left;
        private boolean startsBelow;
        private boolean continuesAbove;
        private boolean continuesLeft;
        private boolean rowOpen;
    }

    void text(String text) {
        line.append(text);
    }

    void box(List<Block> blocks) {
        boxes.addAll(blocks);
    }

    void word(String word, int number, boolean nestedRow) throws Refusal {
        switch (word) {
            case "pard" -> {
                inTable = false;
                nesting = 0;
            }
            case "intbl" -> inTable = true;
            case "itap" -> nesting = Math.max(0, number);
            case "par", "sect" -> paragraph();
            case "cell" -> cell(1);
            case "nestcell" -> cell(Math.max(2, nesting));
            case "row" -> row(1);
            case "nestrow" -> row(Math.max(2, nesting));
            default -> definition(word, number, nestedRow);
        }
    }

    private void definition(String word, int number, boolean nestedRow) throws Refusal {
        switch (word) {
            case "trowd", "trleft", "clvmgf", "clvmrg", "clmrg", "cellx" -> {}
            default -> {
                return;
            }
        }
        Level level = level(nestedRow ? Math.max(2, nesting) : 1);
        switch (word) {
            case "trowd" -> {
                level.shapes.clear();
                level.left = 0;
                level.rowOpen = true;
            }
            case "trleft" -> level.left = number;
            case "clvmgf" -> level.startsBelow = true;
            case "clvmrg" -> level.continuesAbove = true;
            case "clmrg" -> level.continuesLeft = true;
            default -> {
                tally.depth(level.shapes.size() / 100);
                level.shapes.add(new EdgeTable.Cell(
                        level.left,
                        number,
                        new EdgeTable.Merge(level.startsBelow, level.continuesAbove, level.continuesLeft),
                        ""));
                level.left = number;
                level.startsBelow = false;
                level.continuesAbove = false;
                level.continuesLeft = false;
            }
        }
    }

    /** The level of so many tables; tables deeper than it end. */
    private Level level(int depth) throws Refusal {
        tally.depth(depth);
        while (levels.size() - 1 > depth) {
            endTable();
        }
        while (levels.size() - 1 < depth) {
            levels.push(new Level());
        }
        return levels.element();
    }

    private void endTable() {
        Level table = levels.pop();
        Level outer = levels.element();
        if (!table.table.isEmpty()) {
            Table grid = table.table.grid(draft.table());
            if (!Contents.frame(grid, table.framed)) {
                outer.blocks.add(grid);
            }
            outer.blocks.addAll(table.framed);
        }
        // Cells of a row that never ended, in a file that was cut off.
        table.row.forEach(text -> SheetDraft.paragraph(outer.blocks, text));
        outer.blocks.addAll(table.blocks);
    }

    private void paragraph() throws Refusal {
        boolean rowOpen = levels.size() > 1 && levels.element().rowOpen;
        Level level = level(inTable || rowOpen ? Math.max(1, nesting) : 0);
        end(level);
    }

    private void end(Level level) {
        SheetDraft.paragraph(level.blocks, line.toString());
        line.setLength(0);
        level.blocks.addAll(boxes);
        boxes.clear();
    }

    private void cell(int depth) throws Refusal {
        Level level = level(depth);
        tally.cell();
        end(level);
        Contents contents = new Contents(level.blocks);
        boolean alone = contents.framed();
        if (alone) {
            level.framed.addAll(level.blocks);
        }
        level.row.add(alone ? "" : contents.text());
        level.blocks = new ArrayList<>();
    }

    private void row(int depth) throws Refusal {
        Level level = level(depth);
        List<EdgeTable.Cell> cells = new ArrayList<>();
        int right = 0;
        for (int i = 0; i < level.row.size(); i++) {
            boolean shaped = i < level.shapes.size();
            EdgeTable.Cell shape =
                    shaped ? level.shapes.get(i) : new EdgeTable.Cell(right, right + 1000, EdgeTable.Merge.NONE, "");
            cells.add(new EdgeTable.Cell(shape.left(), shape.right(), shape.merge(), level.row.get(i)));
            right = shape.right();
        }
        if (!cells.isEmpty()) {
            level.table.row(cells);
        }
        level.row.clear();
        level.rowOpen = false;
    }

    /** Ends what is open and gives all blocks. */
    List<Block> finish() throws Refusal {
        Level outside = level(0);
        end(outside);
        return outside.blocks;
    }
}
