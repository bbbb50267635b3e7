package org.mailroom.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mailroom.reading.ScanPage.Box;
import org.mailroom.reading.ScanPage.Line;

/**
 * Lines that a narrow cell broke, put together again: a label in several lines, a value that goes on in the next. A page shows
 * no cells; what belongs together is told by the labels that are known, and by lines that are full.
 */
final class WrappedLines {
    /** A label may be broken into so many lines: one character below the other. */
    private static final int PIECES = 12;

    /** Blank between two lines of a label, in their heights. */
    private static final double LABEL_GAP = 1.2;

    /** Blank between two lines of a value; between rows it is wider. */
    private static final double VALUE_GAP = 0.65;

    /** How far lines of one cell may stand out of line, in characters. */
    private static final double ASKEW = 0.6;

    /** A line that ends nearer to what stands right of it, in characters, is full. */
    private static final double FULL = 2.6;

    private final LabelText text;
    private final Set<String> labels;
    private final Set<String> beginnings = new HashSet<>();

    /** @param labels as {@link LabelText#label} */
    WrappedLines(LabelText text, Set<String> labels) {
        this.text = text;
        this.labels = labels;
        for (String label : labels) {
            for (int end = 1; end < label.length(); end++) {
                beginnings.add(label.substring(0, end));
            }
        }
    }

    List<Line> whole(List<Line> lines) {
        List<Line> sorted = new ArrayList<>(lines.stream()
                .filter(line -> !line.text().isBlank())
                .sorted(Comparator.comparingDouble(line -> line.box().top()))
                .toList());
        return values(labels(sorted));
    }

    private List<Line> labels(List<Line> lines) {
        List<Line> left = new ArrayList<>(lines);
        List<Line> whole = new ArrayList<>();
        while (!left.isEmpty()) {
            Line first = left.remove(0);
            List<Line> best = List.of();
            List<Line> pieces = new ArrayList<>();
            Line reach = first;
            while (pieces.size() < PIECES && beginnings.contains(text.label(reach.text()))) {
                Line last = pieces.isEmpty() ? first : pieces.get(pieces.size() - 1);
                Line upper = reach;
                Line next = below(last, left, LABEL_GAP, piece -> begins(upper.text() + piece.text()));
                if (next == null) {
                    break;
                }
                pieces.add(next);
                reach = join(reach, next);
                if (labels.contains(text.label(reach.text()))) {
                    best = List.copyOf(pieces);
                }
            }
            left.removeAll(best);
            whole.add(best.stream().reduce(first, WrappedLines::join));
        }
        return whole;
    }

    private boolean begins(String raw) {
        String label = text.label(raw);
        return labels.contains(label) || beginnings.contains(label);
    }

    private List<Line> values(List<Line> lines) {
        List<Line> left = new ArrayList<>(lines);
        List<Line> whole = new ArrayList<>();
        while (!left.isEmpty()) {
            Line value = left.remove(0);
            Line last = value;
            while (!label(value) && full(last, lines)) {
                Line next = below(last, left, VALUE_GAP, line -> !label(line));
                if (next == null) {
                    break;
                }
                left.remove(next);
                value = join(value, next);
                last = next;
            }
            whole.add(value);
        }
        return whole;
    }

    private boolean label(Line line) {
        return labels.contains(text.label(line.text()));
    }

    /** Whether the line reaches what stands right of it, or the right edge of what stands on the page. */
    private static boolean full(Line line, List<Line> lines) {
        double right = line.box().left() + line.box().width();
        double edge = 0;
        double next = 1;
        for (Line other : lines) {
            Box box = other.box();
            edge = Math.max(edge, box.left() + box.width());
            if (box.left() >= right - character(line) && overlap(box, line.box())) {
                next = Math.min(next, box.left());
            }
        }
        return Math.min(next, edge) - right < FULL * character(line);
    }

    private static boolean overlap(Box a, Box b) {
        double common = Math.min(a.top() + a.height(), b.top() + b.height()) - Math.max(a.top(), b.top());
        return common > -0.5 * Math.min(a.height(), b.height());
    }

    /** The nearest line under another that may go on with it. */
    private static @Nullable Line below(Line line, List<Line> lines, double gap, Predicate<Line> wanted) {
        return lines.stream()
                .filter(next -> under(line, next, gap) && wanted.test(next))
                .min(Comparator.comparingDouble(next -> next.box().top()))
                .orElse(null);
    }

    private static boolean under(Line upper, Line lower, double gap) {
        Box a = upper.box();
        Box b = lower.box();
        double height = Math.min(a.height(), b.height());
        double between = b.top() - a.top() - a.height();
        double askew = ASKEW * Math.max(character(upper), character(lower));
        boolean inLine = Math.abs(a.left() - b.left()) < askew
                || Math.abs(a.left() + a.width() / 2 - b.left() - b.width() / 2) < askew;
        return inLine && b.top() > a.top() + height / 2 && between < gap * height;
    }

    /** Width of a full-width character. */
    private static double character(Line line) {
        double halves = line.text().codePoints().map(c -> c < 0x1100 ? 1 : 2).sum();
        return 2 * line.box().width() / Math.max(1, halves);
    }

    private static Line join(Line upper, Line lower) {
        Box a = upper.box();
        Box b = lower.box();
        double left = Math.min(a.left(), b.left());
        double right = Math.max(a.left() + a.width(), b.left() + b.width());
        return new Line(
                upper.text() + lower.text(),
                new Box(left, a.top(), right - left, b.top() + b.height() - a.top()),
                Math.min(upper.confidence(), lower.confidence()));
    }
}
