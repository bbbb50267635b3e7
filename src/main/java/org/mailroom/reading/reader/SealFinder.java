package org.mailroom.reading.reader;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.mailroom.reading.ScanPage;
import org.mailroom.reading.ScanPage.Box;

/**
 * Looks for round and oval red marks: red ink that lies together and, seen from its middle, has a ring nearly all
 * around. Red titles, rules and tables have none.
 */
final class SealFinder {
    /** Redness from which ink counts as red; the noise of a JPEG stays below. */
    static final int RED = 24;

    /** Round official seals have 38 to 50 mm, small ones from 25; a warped photograph makes them larger or smaller. */
    private static final double SMALLEST = 16;

    private static final double LARGEST = 66;
    private static final double ROUNDEST_ASPECT = 1.8;
    private static final int SECTORS = 48;
    private static final double CLOSED = 0.62;
    private static final double STRAY = 0.2;
    private static final int MOST_SEALS = 12;

    private final int width;
    private final int height;
    private final boolean[] mask;
    private final double perMillimetre;
    private final boolean measured;

    /**
     * @param perMillimetre pixels of this picture for a millimetre of paper
     * @param measured false if that was only guessed
     */
    private SealFinder(Ink ink, double perMillimetre, boolean measured) {
        this.width = ink.width();
        this.height = ink.height();
        this.perMillimetre = perMillimetre;
        this.measured = measured;
        this.mask = new boolean[width * height];
        for (int at = 0; at < mask.length; at++) {
            mask[at] = (ink.red()[at] & 0xff) > RED;
        }
    }

    static List<ScanPage.Seal> find(Ink ink, double perMillimetre, boolean measured) {
        return new SealFinder(ink, perMillimetre, measured).find();
    }

    private List<ScanPage.Seal> find() {
        List<Oval> seals = new ArrayList<>();
        RedBlobs blobs = RedBlobs.of(mask, width, height, (int) Math.ceil(perMillimetre * 0.5));
        for (RedBlobs.Blob blob : blobs.largest(60)) {
            if (seals.size() >= MOST_SEALS) {
                break;
            }
            double across = Math.max(blob.width(), blob.height()) / perMillimetre;
            double narrow = Math.min(blob.width(), blob.height()) / perMillimetre;
            if (narrow < SMALLEST) {
                continue;
            }
            Oval whole = new Oval(
                    blob.left() + (blob.width() - 1) / 2.0,
                    blob.top() + (blob.height() - 1) / 2.0,
                    blob.width() / 2.0,
                    blob.height() / 2.0);
            if (across <= LARGEST && across <= narrow * ROUNDEST_ASPECT && isSeal(whole, blob)) {
                seals.add(whole);
            } else {
                seals.addAll(circles(blob, MOST_SEALS - seals.size()));
            }
        }
        return seals.stream()
                .sorted(Comparator.comparingDouble(Oval::y).thenComparingDouble(Oval::x))
                .map(this::seal)
                .toList();
    }

    private record Oval(double x, double y, double a, double b) {}

    private ScanPage.Seal seal(Oval oval) {
        double left = Math.max(0, oval.x() - oval.a());
        double top = Math.max(0, oval.y() - oval.b());
        double right = Math.min(width, oval.x() + oval.a());
        double bottom = Math.min(height, oval.y() + oval.b());
        Box box = new Box(left / width, top / height, (right - left) / width, (bottom - top) / height);
        double size = 2 * Math.max(oval.a(), oval.b()) / perMillimetre;
        return new ScanPage.Seal(box, measured ? Math.round(size * 10) / 10.0 : 0);
    }

    private boolean isSeal(Oval oval, RedBlobs.Blob blob) {
        return ring(oval) >= CLOSED && stray(oval, blob) <= STRAY && holey(oval);
    }

    /** Share of the directions from the middle in which red lies on the ring. */
    private double ring(Oval oval) {
        double slack = Math.max(1.5, perMillimetre * 0.9);
        int found = 0;
        for (int sector = 0; sector < SECTORS; sector++) {
            double angle = 2 * Math.PI * sector / SECTORS;
            boolean red = false;
            for (double off = -slack; off <= slack * 0.7 && !red; off += 0.7) {
                red = red(oval.x() + (oval.a() + off) * Math.cos(angle), oval.y() + (oval.b() + off) * Math.sin(angle));
            }
            found += red ? 1 : 0;
        }
        return (double) found / SECTORS;
    }

    /** Share of the blob that lies outside the ring: the corners of a red frame. */
    private double stray(Oval oval, RedBlobs.Blob blob) {
        int outside = 0;
        int all = 0;
        for (int y = blob.top(); y < blob.top() + blob.height(); y++) {
            for (int x = blob.left(); x < blob.left() + blob.width(); x++) {
                if (mask[y * width + x]) {
                    all++;
                    double dx = (x - oval.x()) / oval.a();
                    double dy = (y - oval.y()) / oval.b();
                    outside += dx * dx + dy * dy > 1.12 ? 1 : 0;
                }
            }
        }
        return all == 0 ? 1 : (double) outside / all;
    }

    /** A stamp lets paper through; a red disc or a red dress in a portrait does not. */
    private boolean holey(Oval oval) {
        int inside = 0;
        int red = 0;
        for (int y = (int) (oval.y() - oval.b()); y <= oval.y() + oval.b(); y++) {
            for (int x = (int) (oval.x() - oval.a()); x <= oval.x() + oval.a(); x++) {
                double dx = (x - oval.x()) / oval.a();
                double dy = (y - oval.y()) / oval.b();
                if (dx * dx + dy * dy < 0.85) {
                    inside++;
                    red += red(x, y) ? 1 : 0;
                }
            }
        }
        return inside > 0 && red < inside * 0.75;
    }

    private boolean red(double x, double y) {
        int column = (int) Math.round(x);
        int row = (int) Math.round(y);
        return column >= 0 && row >= 0 && column < width && row < height && mask[row * width + column];
    }

    /** Circles within red that hangs together: two stamps over each other, a stamp on red rules, a stamp cut by the edge. */
    private List<Oval> circles(RedBlobs.Blob blob, int most) {
        List<Oval> found = new ArrayList<>();
        CircleVotes votes = new CircleVotes(mask, width, blob, perMillimetre);
        for (int round = 0; round < most; round++) {
            boolean any = false;
            for (CircleVotes.Circle circle : votes.best(6)) {
                Oval oval = new Oval(circle.x(), circle.y(), circle.radius(), circle.radius());
                boolean apart = found.stream()
                        .noneMatch(other -> Math.hypot(other.x() - oval.x(), other.y() - oval.y()) < other.a() * 0.4);
                if (apart && ring(oval) >= CLOSED + 0.06 && holey(oval) && hollow(oval)) {
                    found.add(oval);
                    any = true;
                    break;
                }
            }
            if (!any) {
                break;
            }
            Oval last = found.get(found.size() - 1);
            votes.erase(last.x(), last.y(), last.a());
        }
        // The words within a ring make a smaller, poorer ring of their own.
        return found.stream()
                .filter(oval -> found.stream()
                        .noneMatch(other -> oval.a() < other.a() * 0.75
                                && Math.hypot(other.x() - oval.x(), other.y() - oval.y()) < other.a()))
                .toList();
    }

    /** Just outside and just inside a ring there is mostly paper; in the midst of red print there is not. */
    private boolean hollow(Oval oval) {
        double step = Math.max(2.5, perMillimetre * 1.8);
        int red = 0;
        for (int sector = 0; sector < SECTORS; sector++) {
            double angle = 2 * Math.PI * sector / SECTORS;
            red += red(oval.x() + (oval.a() + step) * Math.cos(angle), oval.y() + (oval.b() + step) * Math.sin(angle))
                    ? 1
                    : 0;
        }
        return red < SECTORS * 0.45;
    }
}
