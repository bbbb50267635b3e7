package org.mailroom.reading.reader;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.mailroom.reading.ScanPage.Line;

/** Puts lines into the order they are read in: row by row from the top, cells of a row from the left. */
final class ReadingOrder {
    private static final double SAME_ROW = 0.5;

    static List<Line> of(List<Line> lines) {
        List<Line> down = lines.stream()
                .sorted(Comparator.comparingDouble(ReadingOrder::middle))
                .toList();
        List<Line> ordered = new ArrayList<>();
        List<Line> row = new ArrayList<>();
        double middle = 0;
        for (Line line : down) {
            double height = line.box().height();
            if (!row.isEmpty()
                    && middle(line) - middle
                            > SAME_ROW * Math.max(height, row.get(0).box().height())) {
                row.sort(Comparator.comparingDouble(cell -> cell.box().left()));
                ordered.addAll(row);
                row.clear();
            }
            if (row.isEmpty()) {
                middle = middle(line);
            }
            row.add(line);
        }
        row.sort(Comparator.comparingDouble(cell -> cell.box().left()));
        ordered.addAll(row);
        return ordered;
    }

    private static double middle(Line line) {
        return line.box().top() + line.box().height() / 2;
    }

    private ReadingOrder() {}
}
