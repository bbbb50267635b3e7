package org.mailroom.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.mailroom.reading.ScanPage;
import org.mailroom.reading.ScanPage.Box;
import org.mailroom.reading.ScanPage.Line;
import org.mailroom.reading.Sheet;

/**
 * The lines of scanned pages laid out as a sheet: a page becomes a table without rulings, whose columns are places across the
 * page, so that a label finds what stands right of it or below. A line alone in the middle is a paragraph.
 */
final class PageSheet {
    /** Columns across a page; finer than any cell's edge wavers. */
    private static final int COLUMNS = 200;

    /** Share of the smaller height by which two lines of one row overlap. */
    private static final double SAME_ROW = 0.5;

    /** Pieces of a label no further apart than this, of the page's width, may be one label: "name" set with wide spaces. */
    private static final double SPACED = 0.08;

    private static final int PIECE = 3;

    /** A row of so many labels and next to nothing else is the head of columns. */
    private static final int HEADS = 5;

    private final LabelText text;
    private final Set<String> labels;
    private final WrappedLines wrapped;

    /** @param labels all labels of all forms, as {@link LabelText#label} */
    PageSheet(LabelText text, Set<String> labels) {
        this.text = text;
        this.labels = Set.copyOf(labels);
        this.wrapped = new WrappedLines(text, this.labels);
    }

    Sheet of(List<ScanPage> pages) {
        List<Sheet.Block> blocks = new ArrayList<>();
        int tables = 0;
        for (ScanPage page : pages) {
            List<Sheet.Cell> cells = new ArrayList<>();
            List<Box> columns = List.of();
            int row = 0;
            for (List<Line> line : rows(wrapped.whole(page.lines()))) {
                List<Line> joined = joined(line);
                if (cells.isEmpty() && joined.size() == 1) {
                    blocks.add(new Sheet.Paragraph(joined.get(0).text()));
                } else {
                    row++;
                    columns = columns(joined, columns);
                    cells(columns.isEmpty() ? joined : inColumns(joined, columns), row, cells);
                }
            }
            if (!cells.isEmpty()) {
                blocks.add(new Sheet.Table(++tables, row, COLUMNS, cells));
            }
        }
        return new Sheet(blocks, List.of());
    }

    /** The columns that a row of labels heads; they go on down to a row that has a label again. */
    private List<Box> columns(List<Line> row, List<Box> before) {
        long named = row.stream()
                .filter(line -> labels.contains(text.label(line.text())))
                .count();
        if (named < HEADS || named * 5 < row.size() * 4) {
            return named > 0 ? List.of() : before;
        }
        List<Box> columns = new ArrayList<>();
        double left = 0;
        for (int i = 0; i < row.size(); i++) {
            Box box = row.get(i).box();
            double right = box.left() + box.width();
            double end = i + 1 < row.size() ? (right + row.get(i + 1).box().left()) / 2 : 1;
            columns.add(new Box(left, box.top(), end - left, box.height()));
            left = end;
        }
        return columns;
    }

    /** Every line as wide as the column in which its middle lies; several in one column become one. */
    private static List<Line> inColumns(List<Line> row, List<Box> columns) {
        List<Line> placed = new ArrayList<>();
        for (Box column : columns) {
            row.stream()
                    .filter(line -> within(middleAcross(line.box()), column))
                    .reduce(PageSheet::join)
                    .ifPresent(line -> placed.add(new Line(
                            line.text(),
                            new Box(
                                    column.left(),
                                    line.box().top(),
                                    column.width(),
                                    line.box().height()),
                            line.confidence())));
        }
        return placed;
    }

    private static boolean within(double x, Box column) {
        return x >= column.left() && x < column.left() + column.width();
    }

    private static double middleAcross(Box box) {
        return box.left() + box.width() / 2;
    }

    private static void cells(List<Line> line, int row, List<Sheet.Cell> cells) {
        int next = 1;
        for (Line one : line) {
            int column = Math.max(next, 1 + (int) (one.box().left() * COLUMNS));
            int span = Math.max(1, (int) Math.round(one.box().width() * COLUMNS));
            if (column > COLUMNS) {
                return;
            }
            span = Math.min(span, COLUMNS + 1 - column);
            cells.add(new Sheet.Cell(row, column, 1, span, one.text()));
            next = column + span;
        }
    }

    /** Lines by rows from top to bottom, each from left to right. */
    static List<List<Line>> rows(List<Line> lines) {
        List<List<Line>> rows = new ArrayList<>();
        List<Line> sorted = lines.stream()
                .filter(line -> !line.text().isBlank())
                .sorted(Comparator.comparingDouble(line -> middle(line.box())))
                .toList();
        for (Line line : sorted) {
            List<Line> last = rows.isEmpty() ? List.of() : rows.get(rows.size() - 1);
            if (!last.isEmpty() && last.stream().allMatch(other -> beside(other.box(), line.box()))) {
                last.add(line);
            } else {
                rows.add(new ArrayList<>(List.of(line)));
            }
        }
        rows.forEach(
                row -> row.sort(Comparator.comparingDouble(line -> line.box().left())));
        return rows;
    }

    private static double middle(Box box) {
        return box.top() + box.height() / 2;
    }

    private static boolean beside(Box a, Box b) {
        double overlap = Math.min(a.top() + a.height(), b.top() + b.height()) - Math.max(a.top(), b.top());
        return overlap >= SAME_ROW * Math.min(a.height(), b.height());
    }

    /** A label that was set with wide spaces comes in pieces. */
    private List<Line> joined(List<Line> row) {
        List<Line> joined = new ArrayList<>();
        int at = 0;
        while (at < row.size()) {
            int end = at + 1;
            Line whole = row.get(at);
            Line reach = whole;
            for (int next = at + 1; next < row.size() && mayContinue(reach, row.get(next)); next++) {
                reach = join(reach, row.get(next));
                if (labels.contains(text.label(reach.text()))) {
                    whole = reach;
                    end = next + 1;
                }
            }
            joined.add(whole);
            at = end;
        }
        return joined;
    }

    private static boolean mayContinue(Line left, Line right) {
        double gap = right.box().left() - left.box().left() - left.box().width();
        return right.text().strip().length() <= PIECE && gap < SPACED;
    }

    private static Line join(Line left, Line right) {
        Box a = left.box();
        Box b = right.box();
        double top = Math.min(a.top(), b.top());
        double bottom = Math.max(a.top() + a.height(), b.top() + b.height());
        return new Line(
                left.text() + right.text(),
                new Box(a.left(), top, b.left() + b.width() - a.left(), bottom - top),
                Math.min(left.confidence(), right.confidence()));
    }
}
