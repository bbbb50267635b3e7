package org.mailroom.reading.reader;

import java.util.ArrayList;
import java.util.List;
import org.mailroom.reading.ScanPage;
import org.mailroom.reading.ScanPage.Box;
import org.mailroom.reading.ScanPage.Line;
import org.mailroom.reading.ScanPage.Seal;
import org.mailroom.reading.ScanPage.Text;

/**
 * What was recognised on one page, put upright and in reading order.
 *
 * @param turn degrees clockwise that put the picture upright
 */
record Recognition(List<Line> lines, int turn) {
    private static final double STEEPEST = Math.toRadians(20);

    /** Lines that are much longer than high tell how the page lies; single letters do not. */
    private static final double LONG = 2;

    static Recognition of(Ocr ocr, Pixels picture) throws Ocr.Failure {
        List<Ocr.Found> found = ocr.recognise(picture);
        int turn = turn(found);
        if (turn % 180 != 0) {
            // Single letters are as high as wide: the recogniser cannot see that they lie on their side.
            Recognition upright = of(ocr.recognise(picture.turned(turn)), 0, picture.turned(turn));
            return new Recognition(upright.lines(), turn);
        }
        return of(found, turn, picture);
    }

    private static Recognition of(List<Ocr.Found> found, int turn, Pixels picture) {
        boolean sideways = turn % 180 != 0;
        int width = sideways ? picture.height() : picture.width();
        int height = sideways ? picture.width() : picture.height();
        List<Corners> upright = found.stream()
                .filter(line -> !line.text().isBlank())
                .map(line -> Corners.of(line, turn, picture))
                .toList();
        double slope = slope(upright);
        return new Recognition(inOrder(upright, slope, width, height), turn);
    }

    /** Corners on the upright page. */
    private record Corners(Ocr.Found line, double[] x, double[] y) {
        static Corners of(Ocr.Found line, int turn, Pixels picture) {
            double[] x = new double[4];
            double[] y = new double[4];
            for (int i = 0; i < 4; i++) {
                x[i] = turn == 90
                        ? picture.height() - line.y()[i]
                        : turn == 180 ? picture.width() - line.x()[i] : turn == 270 ? line.y()[i] : line.x()[i];
                y[i] = turn == 90
                        ? line.x()[i]
                        : turn == 180
                                ? picture.height() - line.y()[i]
                                : turn == 270 ? picture.width() - line.x()[i] : line.y()[i];
            }
            return new Corners(line, x, y);
        }

        double left() {
            return Math.min(Math.min(x[0], x[1]), Math.min(x[2], x[3]));
        }

        double right() {
            return Math.max(Math.max(x[0], x[1]), Math.max(x[2], x[3]));
        }

        double top() {
            return Math.min(Math.min(y[0], y[1]), Math.min(y[2], y[3]));
        }

        double bottom() {
            return Math.max(Math.max(y[0], y[1]), Math.max(y[2], y[3]));
        }
    }

    private static int turn(List<Ocr.Found> found) {
        double level = 0;
        double upended = 0;
        double flipped = 0;
        double standing = 0;
        for (Ocr.Found line : found) {
            double weight = line.text().length() * line.confidence();
            boolean tall = line.down() > line.across() * LONG;
            if (tall || line.across() > line.down() * LONG) {
                upended += tall ? weight : 0;
                level += tall ? 0 : weight;
                flipped += line.flipped() ? weight : 0;
                standing += line.flipped() ? 0 : weight;
            }
        }
        if (upended > level) {
            return flipped > standing ? 90 : 270;
        }
        return flipped > standing ? 180 : 0;
    }

    /** The slope of most lines: a photographed page is seldom straight. */
    private static double slope(List<Corners> lines) {
        double[] slopes = lines.stream()
                .filter(line -> line.right() - line.left() > (line.bottom() - line.top()) * LONG)
                .mapToDouble(line -> {
                    boolean first = line.x()[1] > line.x()[0];
                    double dx = first ? line.x()[1] - line.x()[0] : line.x()[0] - line.x()[1];
                    double dy = first ? line.y()[1] - line.y()[0] : line.y()[0] - line.y()[1];
                    return Math.atan2(dy, dx);
                })
                .filter(angle -> Math.abs(angle) < STEEPEST)
                .sorted()
                .toArray();
        return slopes.length < 3 ? 0 : slopes[slopes.length / 2];
    }

    /** Orders by where the lines would stand on a straight page, and says where they stand on this one. */
    private static List<Line> inOrder(List<Corners> lines, double slope, int width, int height) {
        double cos = Math.cos(-slope);
        double sin = Math.sin(-slope);
        List<Line> straight = new ArrayList<>();
        List<Line> real = new ArrayList<>();
        for (Corners corners : lines) {
            double x = (corners.left() + corners.right()) / 2;
            double y = (corners.top() + corners.bottom()) / 2;
            double high = Math.min(
                    Math.min(corners.line().down(), corners.line().across()), corners.bottom() - corners.top());
            double straightX = x * cos - y * sin;
            double straightY = x * sin + y * cos;
            String text = corners.line().text().strip();
            double confidence = corners.line().confidence();
            Box place = new Box(
                    straightX - (corners.right() - corners.left()) / 2,
                    straightY - high / 2,
                    corners.right() - corners.left(),
                    high);
            straight.add(new Line(text, place, confidence));
            real.add(new Line(text, box(corners, width, height), confidence));
        }
        return ReadingOrder.of(straight).stream()
                .map(line -> real.get(identity(straight, line)))
                .toList();
    }

    private static int identity(List<Line> lines, Line wanted) {
        for (int at = 0; at < lines.size(); at++) {
            if (lines.get(at) == wanted) {
                return at;
            }
        }
        throw new IllegalStateException("a line was lost while ordering");
    }

    private static Box box(Corners corners, int width, int height) {
        double left = share(corners.left(), width);
        double top = share(corners.top(), height);
        return new Box(left, top, share(corners.right(), width) - left, share(corners.bottom(), height) - top);
    }

    private static double share(double value, int whole) {
        return Math.max(0, Math.min(1, value / whole));
    }

    /** The page as seen before, turned as its text says. */
    ScanPage on(ScanPage seen) {
        boolean sideways = turn % 180 != 0;
        return new ScanPage(
                seen.number(),
                sideways ? seen.height() : seen.width(),
                sideways ? seen.width() : seen.height(),
                seen.dpi(),
                (seen.turned() + turn) % 360,
                false,
                seen.colour(),
                seen.seals().stream()
                        .map(seal -> new Seal(turned(seal.box(), turn), seal.millimetres()))
                        .toList(),
                Text.RECOGNISED,
                lines);
    }

    private static Box turned(Box box, int turn) {
        return switch (turn) {
            case 90 -> new Box(1 - box.top() - box.height(), box.left(), box.height(), box.width());
            case 180 -> new Box(1 - box.left() - box.width(), 1 - box.top() - box.height(), box.width(), box.height());
            case 270 -> new Box(box.top(), 1 - box.left() - box.width(), box.height(), box.width());
            default -> box;
        };
    }
}
