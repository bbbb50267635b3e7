package org.mailroom.reading.reader;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Every red pixel votes for the middles of the circles it may lie on, at a coarse grid of about two pixels a millimetre. */
final class CircleVotes {
    private static final double PER_MILLIMETRE = 1.6;
    private static final double SMALLEST_RADIUS = 11;
    private static final double LARGEST_RADIUS = 26;
    private static final double RADIUS_STEP = 0.7;
    private static final int DIRECTIONS = 64;
    private static final int MOST_POINTS = 6000;

    private final double scale;
    private final int left;
    private final int top;
    private final int columns;
    private final int rows;
    private final double perMillimetre;
    private List<double[]> points = new ArrayList<>();

    record Circle(double x, double y, double radius, int votes) {}

    CircleVotes(boolean[] mask, int width, RedBlobs.Blob blob, double perMillimetre) {
        this.scale = Math.max(1, perMillimetre / PER_MILLIMETRE);
        this.perMillimetre = perMillimetre;
        this.left = blob.left();
        this.top = blob.top();
        this.columns = (int) Math.ceil(blob.width() / scale) + 1;
        this.rows = (int) Math.ceil(blob.height() / scale) + 1;
        boolean[] coarse = new boolean[columns * rows];
        for (int y = 0; y < blob.height(); y++) {
            for (int x = 0; x < blob.width(); x++) {
                if (mask[(top + y) * width + left + x]) {
                    coarse[(int) (y / scale) * columns + (int) (x / scale)] = true;
                }
            }
        }
        for (int at = 0; at < coarse.length; at++) {
            if (coarse[at]) {
                points.add(new double[] {at % columns + 0.5, at / columns + 0.5});
            }
        }
    }

    /** The circles with most votes, best first. */
    List<Circle> best(int most) {
        if (points.size() < DIRECTIONS || points.size() > MOST_POINTS) {
            return List.of();
        }
        List<Circle> best = new ArrayList<>();
        for (double radius = SMALLEST_RADIUS; radius <= LARGEST_RADIUS; radius += RADIUS_STEP) {
            best.add(best(radius * perMillimetre / scale));
        }
        return best.stream()
                .sorted(Comparator.comparingDouble((Circle circle) -> -circle.votes() / circle.radius()))
                .limit(most)
                .toList();
    }

    private Circle best(double radius) {
        int[] votes = new int[columns * rows];
        double[] dx = new double[DIRECTIONS];
        double[] dy = new double[DIRECTIONS];
        for (int direction = 0; direction < DIRECTIONS; direction++) {
            dx[direction] = radius * Math.cos(2 * Math.PI * direction / DIRECTIONS);
            dy[direction] = radius * Math.sin(2 * Math.PI * direction / DIRECTIONS);
        }
        int winner = 0;
        for (double[] point : points) {
            for (int direction = 0; direction < DIRECTIONS; direction++) {
                int x = (int) (point[0] + dx[direction]);
                int y = (int) (point[1] + dy[direction]);
                if (x >= 0 && y >= 0 && x < columns && y < rows && ++votes[y * columns + x] > votes[winner]) {
                    winner = y * columns + x;
                }
            }
        }
        return new Circle(
                left + (winner % columns + 0.5) * scale,
                top + (winner / columns + 0.5) * scale,
                radius * scale,
                votes[winner]);
    }

    void erase(double x, double y, double radius) {
        points = new ArrayList<>(points.stream()
                .filter(point -> Math.hypot(left + point[0] * scale - x, top + point[1] * scale - y)
                        > radius + 1.5 * perMillimetre)
                .toList());
    }
}
