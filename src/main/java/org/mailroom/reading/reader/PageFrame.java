package org.mailroom.reading.reader;

import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.mailroom.reading.ScanPage.Box;

/**
 * From points of a PDF page, counted from its left bottom, to shares of the page as it lies upright.
 *
 * @param turned degrees clockwise that put it upright
 */
record PageFrame(PDRectangle paper, int turned) {
    private static final double POINTS_PER_MILLIMETRE = 72 / 25.4;

    boolean sideways() {
        return turned % 180 != 0;
    }

    /** Width of the upright page in points. */
    double width() {
        return sideways() ? paper.getHeight() : paper.getWidth();
    }

    double height() {
        return sideways() ? paper.getWidth() : paper.getHeight();
    }

    /** Whether the size given can be that of a sheet; some programs write pixels for points. */
    boolean plausible() {
        double longSide = Math.max(width(), height()) / POINTS_PER_MILLIMETRE;
        return longSide > 130 && longSide < 650;
    }

    /** Points from the left of the upright page. */
    double across(double x, double y) {
        double fromLeft = x - paper.getLowerLeftX();
        double fromBottom = y - paper.getLowerLeftY();
        return switch (turned) {
            case 90 -> fromBottom;
            case 180 -> paper.getWidth() - fromLeft;
            case 270 -> paper.getHeight() - fromBottom;
            default -> fromLeft;
        };
    }

    /** Points from the top of the upright page. */
    double down(double x, double y) {
        double fromLeft = x - paper.getLowerLeftX();
        double fromBottom = y - paper.getLowerLeftY();
        return switch (turned) {
            case 90 -> fromLeft;
            case 180 -> fromBottom;
            case 270 -> paper.getWidth() - fromLeft;
            default -> paper.getHeight() - fromBottom;
        };
    }

    /** The box of points on the upright page, as shares of it, cut at its edges. */
    Box box(double left, double top, double right, double bottom) {
        double l = share(left, width());
        double t = share(top, height());
        return new Box(l, t, Math.max(0, share(right, width()) - l), Math.max(0, share(bottom, height()) - t));
    }

    Box box(PDRectangle place) {
        double left = Math.min(
                across(place.getLowerLeftX(), place.getLowerLeftY()),
                across(place.getUpperRightX(), place.getUpperRightY()));
        double right = Math.max(
                across(place.getLowerLeftX(), place.getLowerLeftY()),
                across(place.getUpperRightX(), place.getUpperRightY()));
        double top = Math.min(
                down(place.getLowerLeftX(), place.getLowerLeftY()),
                down(place.getUpperRightX(), place.getUpperRightY()));
        double bottom = Math.max(
                down(place.getLowerLeftX(), place.getLowerLeftY()),
                down(place.getUpperRightX(), place.getUpperRightY()));
        return box(left, top, right, bottom);
    }

    private static double share(double value, double whole) {
        return Math.max(0, Math.min(1, value / whole));
    }
}
