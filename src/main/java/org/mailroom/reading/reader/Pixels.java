package org.mailroom.reading.reader;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * A picture in memory.
 *
 * @param rgb rows from the top, 0xRRGGBB
 */
record Pixels(int width, int height, int[] rgb) {
    /** Draws any picture on white paper. */
    static Pixels of(BufferedImage image) {
        BufferedImage plain = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = plain.createGraphics();
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, image.getWidth(), image.getHeight());
        canvas.drawImage(image, 0, 0, null);
        canvas.dispose();
        return new Pixels(
                image.getWidth(),
                image.getHeight(),
                ((DataBufferInt) plain.getRaster().getDataBuffer()).getData());
    }

    BufferedImage image() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, rgb, 0, width);
        return image;
    }

    int longSide() {
        return Math.max(width, height);
    }

    /** @param degrees clockwise: 0, 90, 180 or 270 */
    Pixels turned(int degrees) {
        if (degrees == 0) {
            return this;
        }
        boolean sideways = degrees != 180;
        int newWidth = sideways ? height : width;
        int newHeight = sideways ? width : height;
        int[] turned = new int[rgb.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int newX = degrees == 90 ? height - 1 - y : degrees == 180 ? width - 1 - x : y;
                int newY = degrees == 90 ? x : degrees == 180 ? height - 1 - y : width - 1 - x;
                turned[newY * newWidth + newX] = rgb[y * width + x];
            }
        }
        return new Pixels(newWidth, newHeight, turned);
    }

    Pixels mirrored() {
        int[] mirrored = new int[rgb.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                mirrored[y * width + width - 1 - x] = rgb[y * width + x];
            }
        }
        return new Pixels(width, height, mirrored);
    }

    /** No side longer than {@code most}: whole blocks are averaged, which also calms the noise of a camera. */
    Pixels shrunk(int most) {
        return averaged((longSide() + most - 1) / most);
    }

    private Pixels averaged(int block) {
        if (block <= 1) {
            return this;
        }
        int newWidth = Math.max(1, width / block);
        int newHeight = Math.max(1, height / block);
        int[] small = new int[newWidth * newHeight];
        for (int y = 0; y < newHeight; y++) {
            for (int x = 0; x < newWidth; x++) {
                small[y * newWidth + x] = mean(x * block, y * block, block);
            }
        }
        return new Pixels(newWidth, newHeight, small);
    }

    private int mean(int left, int top, int block) {
        int red = 0;
        int green = 0;
        int blue = 0;
        int count = 0;
        for (int y = top; y < Math.min(height, top + block); y++) {
            for (int x = left; x < Math.min(width, left + block); x++) {
                int colour = rgb[y * width + x];
                red += colour >> 16 & 0xff;
                green += colour >> 8 & 0xff;
                blue += colour & 0xff;
                count++;
            }
        }
        return red / count << 16 | green / count << 8 | blue / count;
    }

    /** The longer side exactly {@code side} pixels, unless it is shorter already. */
    Pixels scaled(int side) {
        Pixels near = averaged(longSide() / side);
        if (near.longSide() <= side) {
            return near;
        }
        double factor = (double) side / near.longSide();
        int newWidth = Math.max(1, (int) Math.round(near.width * factor));
        int newHeight = Math.max(1, (int) Math.round(near.height * factor));
        BufferedImage scaled = new BufferedImage(newWidth, newHeight, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = scaled.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        canvas.drawImage(near.image(), 0, 0, newWidth, newHeight, null);
        canvas.dispose();
        return of(scaled);
    }
}
