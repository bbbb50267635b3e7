package org.mailroom.corpus;

import java.awt.image.BufferedImage;
import java.util.Random;

/** A telephone held over a page on a desk: seen at an angle, a little turned, in uneven light, with noise. */
final class Camera {
    private static final int DESK = 0x6B5A48;
    private static final double EDGE = 0.05;
    private static final double SKEW = 0.035;
    private static final double NOISE = 7;
    private static final double DARKEST = 0.62;

    private final Random random;

    Camera(Random random) {
        this.random = random;
    }

    BufferedImage picture(BufferedImage page) {
        int width = (int) (page.getWidth() * (1 + 2 * EDGE));
        int height = (int) (page.getHeight() * (1 + 2 * EDGE));
        double[] corners = corners(page, width, height);
        double[] view = Homography.between(
                corners,
                new double[] {0, 0, page.getWidth(), 0, page.getWidth(), page.getHeight(), 0, page.getHeight()});
        double lightX = random.nextDouble() * width;
        double lightY = random.nextDouble() * height;
        double reach = Math.hypot(width, height);
        boolean finger = random.nextBoolean();
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double w = view[6] * x + view[7] * y + 1;
                int colour =
                        at(page, (view[0] * x + view[1] * y + view[2]) / w, (view[3] * x + view[4] * y + view[5]) / w);
                double light = 1 - (1 - DARKEST) * Math.hypot(x - lightX, y - lightY) / reach;
                double shade = finger && x + y > 1.55 * height ? 0.8 : 1;
                picture.setRGB(x, y, lit(colour, light * shade));
            }
        }
        return picture;
    }

    /** Where the page's corners lie in the picture, clockwise from the top left. */
    private double[] corners(BufferedImage page, int width, int height) {
        double left = (width - page.getWidth()) / 2.0;
        double top = (height - page.getHeight()) / 2.0;
        double[] corners = {left, top, width - left, top, width - left, height - top, left, height - top};
        double turn = Math.toRadians((random.nextDouble() - 0.5) * 3);
        for (int i = 0; i < 8; i += 2) {
            double x = corners[i] - width / 2.0;
            double y = corners[i + 1] - height / 2.0;
            corners[i] = width / 2.0 + x * Math.cos(turn) - y * Math.sin(turn) + wobble(page.getWidth());
            corners[i + 1] = height / 2.0 + x * Math.sin(turn) + y * Math.cos(turn) + wobble(page.getHeight());
        }
        return corners;
    }

    private double wobble(int length) {
        return (random.nextDouble() - 0.5) * 2 * SKEW * length * 0.5;
    }

    /** Between four pixels; the desk beside the page. */
    private static int at(BufferedImage page, double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        if (left < 0 || top < 0 || left >= page.getWidth() - 1 || top >= page.getHeight() - 1) {
            return DESK;
        }
        double right = x - left;
        double down = y - top;
        int mixed = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            double above = mix(page.getRGB(left, top) >> shift & 255, page.getRGB(left + 1, top) >> shift & 255, right);
            double below = mix(
                    page.getRGB(left, top + 1) >> shift & 255, page.getRGB(left + 1, top + 1) >> shift & 255, right);
            mixed |= (int) mix(above, below, down) << shift;
        }
        return mixed;
    }

    private static double mix(double a, double b, double share) {
        return a + (b - a) * share;
    }

    private int lit(int colour, double light) {
        double noise = random.nextGaussian() * NOISE;
        int lit = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            double value = (colour >> shift & 255) * light + noise;
            lit |= (int) Math.max(0, Math.min(255, value)) << shift;
        }
        return lit;
    }
}
