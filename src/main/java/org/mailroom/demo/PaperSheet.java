package org.mailroom.demo;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** A page that is being printed: paper and a pen; lengths in twips, as Word counts them. */
final class PaperSheet {
    private static final double TWIPS = 1440;
    private static final double LINE = 1.35;
    private static final FontRenderContext MEASURED = new FontRenderContext(null, true, true);
    private static final int HALF_POINT = 10;

    private final Font font;
    private final double scale;
    private final BufferedImage image;
    private final Graphics2D pen;

    PaperSheet(Font font, int dpi, int width, int height) {
        this.font = font;
        this.scale = dpi / TWIPS;
        this.image = new BufferedImage(pixels(width), pixels(height), BufferedImage.TYPE_INT_RGB);
        this.pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        pen.setColor(Color.BLACK);
    }

    /**
     * A paragraph as it is printed.
     *
     * @param size in half points
     * @param align left, center, right or both
     * @param line distance of lines; 0 = as the font wants
     */
    record Paragraph(String text, int size, String align, int before, int after, int line, int indent, int firstLine) {
        int pitch() {
            return line > 0 ? line : (int) (size * HALF_POINT * LINE);
        }

        int height(Font font, int width) {
            return before + after + pitch() * Math.max(1, broken(font, width).size());
        }

        /** Broken where the width ends; Chinese may be broken anywhere. */
        List<String> broken(Font font, int width) {
            Font measured = font.deriveFont((float) size * HALF_POINT);
            List<String> lines = new ArrayList<>();
            for (String whole : text.split("\n", -1)) {
                StringBuilder line = new StringBuilder();
                double used = lines.isEmpty() ? firstLine : 0;
                for (String letter : whole.split("")) {
                    double wide = measured.getStringBounds(letter, MEASURED).getWidth();
                    if (used + wide > width - indent && line.length() > 0) {
                        lines.add(line.toString());
                        line.setLength(0);
                        used = 0;
                    }
                    line.append(letter);
                    used += wide;
                }
                lines.add(line.toString());
            }
            return lines;
        }
    }

    /** A ticked box, which the font lacks, as a tick. */
    private static String printable(String text) {
        return text.replace('\u2611', '\u221A');
    }

    /** Prints the paragraph with its top at y and says where it ends. */
    int print(Paragraph paragraph, int x, int y, int width) {
        List<String> lines = paragraph.broken(font, width);
        Font used = font.deriveFont((float) (paragraph.size() * HALF_POINT * scale));
        pen.setFont(used);
        int top = y + paragraph.before();
        for (int i = 0; i < lines.size(); i++) {
            String line = printable(lines.get(i));
            double wide = used.getStringBounds(line, MEASURED).getWidth() / scale;
            double from = x + paragraph.indent() + (i == 0 ? paragraph.firstLine() : 0);
            double left = switch (paragraph.align()) {
                case "center" -> x + (width - wide) / 2;
                case "right" -> x + width - wide;
                default -> from;
            };
            int base = top + paragraph.pitch() / 2 + paragraph.size() * 7 / 2;
            pen.drawString(line, (float) (left * scale), (float) (base * scale));
            top += paragraph.pitch();
        }
        return top + paragraph.after();
    }

    void frame(int x, int y, int width, int height) {
        pen.drawRect(pixels(x), pixels(y), pixels(width), pixels(height));
    }

    BufferedImage image() {
        pen.dispose();
        return image;
    }

    private int pixels(int twips) {
        return (int) Math.round(twips * scale);
    }
}
