package org.mailroom.demo;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;

/** A round red seal of 42 mm with a star, without an office's name: nobody's. */
final class SampleSeal {
    private static final double MILLIMETRES = 42;
    private static final double INCH = 25.4;
    private static final float INK = 0.75f;

    private SampleSeal() {}

    /** @param x middle, as share of the page's width; y likewise */
    static void press(BufferedImage page, int dpi, double x, double y) {
        double pixel = dpi / INCH;
        double radius = MILLIMETRES / 2 * pixel;
        Graphics2D ink = page.createGraphics();
        ink.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        ink.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, INK));
        ink.setColor(new Color(214, 30, 36));
        ink.translate(x * page.getWidth(), y * page.getHeight());
        ink.setStroke(new BasicStroke((float) (1.3 * pixel)));
        ink.draw(new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius));
        ink.fill(star(radius * 0.36));
        ink.dispose();
    }

    private static Path2D star(double radius) {
        Path2D star = new Path2D.Double();
        for (int i = 0; i < 10; i++) {
            double reach = i % 2 == 0 ? radius : radius * 0.38;
            double angle = Math.PI * i / 5 - Math.PI / 2;
            if (i == 0) {
                star.moveTo(reach * Math.cos(angle), reach * Math.sin(angle));
            } else {
                star.lineTo(reach * Math.cos(angle), reach * Math.sin(angle));
            }
        }
        star.closePath();
        return star;
    }
}
