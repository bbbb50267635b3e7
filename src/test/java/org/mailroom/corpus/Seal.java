package org.mailroom.corpus;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/** A round red seal: ring, star, the office's name along the ring. Half transparent, a little turned, as people press it. */
final class Seal {
    private static final double MILLIMETRES = 42;
    private static final Color RED = new Color(214, 30, 36);
    private static final float INK = 0.72f;
    private static final double SWEEP = Math.toRadians(250);

    private final String office;
    private final Random random;

    Seal(String office, Random random) {
        this.office = office;
        this.random = random;
    }

    /**
     * @param x middle, as share of the page's width
     * @param y middle, as share of its height
     */
    void press(BufferedImage page, double x, double y) {
        double pixel = page.getWidth() / 210.0 * (page.getWidth() > page.getHeight() ? 210.0 / 297 : 1);
        double radius = MILLIMETRES / 2 * pixel;
        Graphics2D ink = page.createGraphics();
        ink.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        ink.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, INK));
        ink.setColor(RED);
        ink.translate(x * page.getWidth(), y * page.getHeight());
        ink.rotate((random.nextDouble() - 0.5) * 0.3);
        ink.setStroke(new BasicStroke((float) (1.3 * pixel)));
        ink.draw(new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius));
        ink.fill(star(radius * 0.34));
        letters(ink, radius);
        ink.dispose();
    }

    private void letters(Graphics2D ink, double radius) {
        Font font = new Font(Font.SERIF, Font.BOLD, 1).deriveFont((float) (radius * 0.24));
        double step = SWEEP / Math.max(1, office.length() - 1);
        for (int i = 0; i < office.length(); i++) {
            AffineTransform before = ink.getTransform();
            ink.rotate(-SWEEP / 2 + i * step);
            ink.setFont(font);
            String letter = office.substring(i, i + 1);
            int wide = ink.getFontMetrics().stringWidth(letter);
            ink.drawString(letter, -wide / 2f, (float) (-radius * 0.7));
            ink.setTransform(before);
        }
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
