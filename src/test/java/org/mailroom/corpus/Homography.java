package org.mailroom.corpus;

/** The map between two quadrangles seen in perspective: x' = (a x + b y + c) / (g x + h y + 1), y' likewise with d, e, f. */
final class Homography {
    private static final int UNKNOWN = 8;

    private Homography() {}

    /** @return a to h; corners as x and y in turn */
    static double[] between(double[] from, double[] to) {
        double[][] rows = new double[UNKNOWN][];
        for (int i = 0; i < UNKNOWN; i += 2) {
            double x = from[i];
            double y = from[i + 1];
            rows[i] = new double[] {x, y, 1, 0, 0, 0, -x * to[i], -y * to[i], to[i]};
            rows[i + 1] = new double[] {0, 0, 0, x, y, 1, -x * to[i + 1], -y * to[i + 1], to[i + 1]};
        }
        return solved(rows);
    }

    /** Gauss and Jordan, with the largest pivot. */
    private static double[] solved(double[][] rows) {
        for (int column = 0; column < UNKNOWN; column++) {
            int best = column;
            for (int row = column + 1; row < UNKNOWN; row++) {
                best = Math.abs(rows[row][column]) > Math.abs(rows[best][column]) ? row : best;
            }
            double[] pivot = rows[best];
            rows[best] = rows[column];
            rows[column] = pivot;
            for (int row = 0; row < UNKNOWN; row++) {
                double factor = row == column ? 0 : rows[row][column] / pivot[column];
                for (int k = column; k <= UNKNOWN; k++) {
                    rows[row][k] -= factor * pivot[k];
                }
            }
        }
        double[] solution = new double[UNKNOWN];
        for (int i = 0; i < UNKNOWN; i++) {
            solution[i] = rows[i][UNKNOWN] / rows[i][i];
        }
        return solution;
    }
}
