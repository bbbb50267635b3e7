package org.mailroom.reading.reader;

/**
 * What stands on a page: its paper made white, then ink by darkness and red by hue.
 *
 * @param red how much redder than anything else each pixel is, 0 to 255; 0 where the hue is not a stamp's
 */
record Ink(int width, int height, boolean blank, boolean colour, byte[] red) {
    /** Blocks of ink that make a page written on: a page number alone is about four. */
    private static final int FEWEST_BLOCKS = 3;

    /** Parts of the shorter side: a block of about 2 mm of an A4 page, a patch of paper of about 17 mm. */
    private static final int BLOCKS = 100;

    private static final int PATCHES = 12;
    private static final double DARK = 0.72;
    private static final double INKED = 0.06;
    private static final int TINT = 14;
    private static final double TINTED = 0.0008;

    static Ink of(Pixels page) {
        int[] white = white(page);
        byte[] red = new byte[page.rgb().length];
        byte[] light = new byte[page.rgb().length];
        int tinted = 0;
        int reds = 0;
        for (int at = 0; at < red.length; at++) {
            int colour = page.rgb()[at];
            int r = Math.min(255, (colour >> 16 & 0xff) * 255 / white[0]);
            int g = Math.min(255, (colour >> 8 & 0xff) * 255 / white[1]);
            int b = Math.min(255, (colour & 0xff) * 255 / white[2]);
            int most = Math.max(r, Math.max(g, b));
            int least = Math.min(r, Math.min(g, b));
            tinted += most - least > TINT ? 1 : 0;
            red[at] = (byte) redness(r, g, b, least);
            reds += (red[at] & 0xff) > SealFinder.RED ? 1 : 0;
            light[at] = (byte) ((r * 3 + g * 6 + b) / 10);
        }
        boolean blank = reds < red.length / 5000 && blank(page.width(), page.height(), light);
        return new Ink(page.width(), page.height(), blank, tinted > red.length * TINTED, red);
    }

    /** Red ink is at least 2/5 nearer to red than to orange or purple. */
    private static int redness(int r, int g, int b, int least) {
        int next = Math.max(g, b);
        return r > next && next - least <= (r - least) * 0.6 ? r - next : 0;
    }

    /** The brightest tenth of each colour is the paper. */
    private static int[] white(Pixels page) {
        int[] white = new int[3];
        for (int channel = 0; channel < 3; channel++) {
            int[] counts = new int[256];
            for (int colour : page.rgb()) {
                counts[colour >> (16 - 8 * channel) & 0xff]++;
            }
            int left = page.rgb().length / 10;
            int level = 255;
            while (level > 64 && (left -= counts[level]) > 0) {
                level--;
            }
            white[channel] = level;
        }
        return white;
    }

    /** The outer 3 % are left aside: shadows of the scanner's lid, punched holes, staples. */
    private static boolean blank(int width, int height, byte[] light) {
        int block = Math.max(2, Math.min(width, height) / BLOCKS);
        int patch = Math.max(block, Math.min(width, height) / PATCHES);
        int inked = 0;
        for (int top = height * 3 / 100; top + block <= height * 97 / 100; top += block) {
            for (int left = width * 3 / 100; left + block <= width * 97 / 100; left += block) {
                int paper = paper(width, height, light, left + block / 2, top + block / 2, patch);
                int dark = 0;
                for (int y = top; y < top + block; y++) {
                    for (int x = left; x < left + block; x++) {
                        dark += (light[y * width + x] & 0xff) < paper * DARK ? 1 : 0;
                    }
                }
                if (dark > block * block * INKED && ++inked >= FEWEST_BLOCKS) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The brightest of a few samples around: under a shadow the paper is darker, but still lighter than ink. */
    private static int paper(int width, int height, byte[] light, int x, int y, int patch) {
        int brightest = 0;
        for (int dy = -2; dy <= 2; dy++) {
            for (int dx = -2; dx <= 2; dx++) {
                int sampleX = Math.max(0, Math.min(width - 1, x + dx * patch / 4));
                int sampleY = Math.max(0, Math.min(height - 1, y + dy * patch / 4));
                brightest = Math.max(brightest, light[sampleY * width + sampleX] & 0xff);
            }
        }
        return brightest;
    }
}
