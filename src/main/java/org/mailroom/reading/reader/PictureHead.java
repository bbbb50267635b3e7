package org.mailroom.reading.reader;

import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Picture formats within a PDF (ISO 32000-1, 7.4) that say of themselves how large they are. */
enum PictureHead {
    JPEG("JPEG") {
        @Override
        long pixels(ImageReader decoder, ImageInputStream in) throws IOException {
            return area(decoder.getWidth(0), decoder.getHeight(0));
        }
    },
    JBIG2("JBIG2") {
        @Override
        long pixels(ImageReader decoder, ImageInputStream in) throws IOException {
            return Jbig2Head.pixels(in);
        }
    },
    JPEG_2000("JPEG2000") {
        @Override
        long pixels(ImageReader decoder, ImageInputStream in) throws IOException {
            return JpxHead.pixels(in);
        }
    };

    private final String format;

    PictureHead(String format) {
        this.format = format;
    }

    /** What the platform calls it. */
    String format() {
        return format;
    }

    /**
     * The largest picture that would have to be made for it. Leaves the stream where it was.
     *
     * @param decoder has the stream as its input
     */
    abstract long pixels(ImageReader decoder, ImageInputStream in) throws IOException;

    static long area(long width, long height) {
        return height == 0 ? 0 : width > Long.MAX_VALUE / height ? Long.MAX_VALUE : width * height;
    }
}
