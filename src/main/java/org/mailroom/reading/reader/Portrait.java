package org.mailroom.reading.reader;

import org.mailroom.reading.Photo;

/** A single picture looked at as a portrait. */
record Portrait(Pixels picture) {
    private static final double PATCH = 0.08;
    private static final int TINT = 18;
    private static final double TINTED = 0.01;

    /**
     * @param width pixels of the upright picture as it is stored
     * @param height pixels
     */
    Photo photo(int width, int height) {
        int patchWidth = Math.max(1, (int) (picture.width() * PATCH));
        int patchHeight = Math.max(1, (int) (picture.height() * PATCH));
        return new Photo(
                width,
                height,
                grey(),
                patch(0, patchWidth, patchHeight),
                patch(picture.width() - patchWidth, patchWidth, patchHeight));
    }

    private boolean grey() {
        int tinted = 0;
        for (int colour : picture.rgb()) {
            int r = colour >> 16 & 0xff;
            int g = colour >> 8 & 0xff;
            int b = colour & 0xff;
            tinted += Math.max(r, Math.max(g, b)) - Math.min(r, Math.min(g, b)) > TINT ? 1 : 0;
        }
        return tinted < picture.rgb().length * TINTED;
    }

    private Photo.Patch patch(int left, int width, int height) {
        double red = 0;
        double green = 0;
        double blue = 0;
        for (int y = 0; y < height; y++) {
            for (int x = left; x < left + width; x++) {
                int colour = picture.rgb()[y * picture.width() + x];
                red += colour >> 16 & 0xff;
                green += colour >> 8 & 0xff;
                blue += colour & 0xff;
            }
        }
        double most = Math.max(red, Math.max(green, blue));
        double spread = most - Math.min(red, Math.min(green, blue));
        return new Photo.Patch(hue(red, green, blue, most, spread), most == 0 ? 0 : spread / most);
    }

    private static double hue(double red, double green, double blue, double most, double spread) {
        if (spread == 0) {
            return 0;
        }
        double sixth = most == red
                ? (green - blue) / spread
                : most == green ? 2 + (blue - red) / spread : 4 + (red - green) / spread;
        return (sixth * 60 + 360) % 360;
    }
}
