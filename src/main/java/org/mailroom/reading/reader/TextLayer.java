package org.mailroom.reading.reader;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mailroom.reading.ScanPage.Line;
import org.mailroom.reading.reader.PageMarks.Glyph;
import org.mailroom.reading.reader.PageMarks.Rule;

/** Lines out of the single letters of a PDF page: a wide gap or an upright rule between two letters parts two cells. */
record TextLayer(PageFrame frame, List<Rule> rules) {
    private static final double CELL_GAP = 0.9;
    private static final double WORD_GAP = 0.22;
    private static final double ASCENT = 0.86;
    private static final double DESCENT = 0.16;

    /** The direction of most letters, in degrees counter-clockwise; that many clockwise put them upright. */
    static int direction(List<Glyph> glyphs, int otherwise) {
        Map<Integer, Integer> counts = new HashMap<>();
        glyphs.forEach(glyph -> counts.merge(glyph.angle(), 1, Integer::sum));
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() * 2 > glyphs.size() && glyphs.size() >= 8)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(otherwise);
    }

    /** A letter on the upright page, in points from the left top. */
    private record Placed(String text, double left, double right, double base, double size) {}

    List<Line> lines(List<Glyph> glyphs, double confidence) {
        List<Placed> placed = new ArrayList<>();
        for (Glyph glyph : glyphs) {
            double x = frame.across(glyph.x(), glyph.y());
            double y = frame.down(glyph.x(), glyph.y());
            double end = frame.across(glyph.x() + glyph.dx(), glyph.y() + glyph.dy());
            boolean upright = glyph.angle() == frame.turned();
            double right = upright && end > x ? end : x + glyph.size() * 0.5;
            placed.add(new Placed(glyph.text(), x, right, y, Math.max(1, glyph.size())));
        }
        List<Line> lines = new ArrayList<>();
        for (List<Placed> row : rows(placed)) {
            row(row, confidence, lines);
        }
        return ReadingOrder.of(lines);
    }

    /** Letters on one base line. */
    private static List<List<Placed>> rows(List<Placed> letters) {
        List<Placed> down = letters.stream()
                .sorted(Comparator.comparingDouble(Placed::base))
                .toList();
        List<List<Placed>> rows = new ArrayList<>();
        double base = Double.NEGATIVE_INFINITY;
        for (Placed letter : down) {
            if (letter.base() - base > letter.size() * 0.3) {
                rows.add(new ArrayList<>());
                base = letter.base();
            }
            rows.get(rows.size() - 1).add(letter);
        }
        rows.forEach(row -> row.sort(Comparator.comparingDouble(Placed::left)));
        return rows;
    }

    private void row(List<Placed> row, double confidence, List<Line> lines) {
        StringBuilder text = new StringBuilder();
        List<Placed> cell = new ArrayList<>();
        for (Placed letter : row) {
            if (!cell.isEmpty()) {
                Placed last = cell.get(cell.size() - 1);
                double gap = letter.left() - last.right();
                // Bold made by printing the same letter twice.
                if (letter.text().equals(last.text()) && Math.abs(letter.left() - last.left()) < last.size() * 0.2) {
                    continue;
                }
                if (gap > CELL_GAP * letter.size() || ruled(last, letter)) {
                    flush(text, cell, confidence, lines);
                } else if (gap > WORD_GAP * letter.size() && latin(last.text()) && latin(letter.text())) {
                    text.append(' ');
                }
            }
            if (cell.isEmpty() && letter.text().isBlank()) {
                continue;
            }
            text.append(letter.text());
            cell.add(letter);
        }
        flush(text, cell, confidence, lines);
    }

    private boolean ruled(Placed left, Placed right) {
        double from = (left.left() + left.right()) / 2;
        double to = (right.left() + right.right()) / 2;
        double middle = right.base() - right.size() * 0.3;
        return rules.stream().anyMatch(rule -> {
            double x = frame.across(rule.x(), rule.bottom());
            double y = frame.down(rule.x(), rule.bottom());
            double otherX = frame.across(rule.x(), rule.top());
            double otherY = frame.down(rule.x(), rule.top());
            boolean upright = Math.abs(x - otherX) < 1;
            return upright && x > from && x < to && middle > Math.min(y, otherY) && middle < Math.max(y, otherY);
        });
    }

    private static boolean latin(String text) {
        return text.codePoints().allMatch(letter -> letter < 0x2000);
    }

    private void flush(StringBuilder text, List<Placed> cell, double confidence, List<Line> lines) {
        String shown = text.toString().replace('\u00a0', ' ').strip();
        if (!shown.isEmpty()) {
            double top = cell.stream()
                    .mapToDouble(letter -> letter.base() - letter.size() * ASCENT)
                    .min()
                    .orElse(0);
            double bottom = cell.stream()
                    .mapToDouble(letter -> letter.base() + letter.size() * DESCENT)
                    .max()
                    .orElse(0);
            double right = cell.stream()
                    .filter(letter -> !letter.text().isBlank())
                    .mapToDouble(Placed::right)
                    .max()
                    .orElse(0);
            lines.add(new Line(shown, frame.box(cell.get(0).left(), top, right, bottom), confidence));
        }
        text.setLength(0);
        cell.clear();
    }
}
