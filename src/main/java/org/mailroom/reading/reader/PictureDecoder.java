package org.mailroom.reading.reader;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.mailroom.reading.Reading;

/** Decodes pictures at no more than the size that is needed. Never asks for a picture before its size is known. */
record PictureDecoder(Effort effort) {
    /** Pixels decoded at once; beyond, every second or third is left out while decoding. */
    private static final long AT_ONCE = 16_000_000;

    /** Something done with an open picture file. */
    @FunctionalInterface
    interface Use<T> {
        T with(ImageReader reader) throws IOException;
    }

    /** Tries the readers that say they know the format, the platform's own first, until one can. */
    <T> T open(Held held, Use<T> use) throws IOException {
        return attempt(
                () -> held.file().isPresent()
                        ? new FileImageInputStream(held.file().get().toFile())
                        : new MemoryCacheImageInputStream(held.open()),
                use);
    }

    <T> T open(byte[] octets, Use<T> use) throws IOException {
        return attempt(() -> new MemoryCacheImageInputStream(new ByteArrayInputStream(octets)), use);
    }

    /** Opens the octets once more for each attempt. */
    @FunctionalInterface
    private interface Source {
        ImageInputStream open() throws IOException;
    }

    private static <T> T attempt(Source source, Use<T> use) throws IOException {
        IOException failed = new IIOException("no reader");
        for (ImageReader reader : readers(source)) {
            try (ImageInputStream in = source.open()) {
                reader.setInput(in, false, false);
                return use.with(reader);
            } catch (IOException | RuntimeException broken) {
                Refusal.rethrow(broken);
                failed = new IIOException("cannot be decoded", broken);
            } finally {
                reader.dispose();
            }
        }
        throw failed;
    }

    private static List<ImageReader> readers(Source source) throws IOException {
        try (ImageInputStream in = source.open()) {
            List<ImageReader> readers = new ArrayList<>();
            for (Iterator<ImageReader> all = ImageIO.getImageReaders(in); all.hasNext(); ) {
                readers.add(all.next());
            }
            readers.sort(
                    Comparator.comparing(reader -> reader.getClass().getName().startsWith("com.sun.") ? 0 : 1));
            return readers;
        }
    }

    /** A quick look: pixels are left out, none is averaged. */
    Pixels quick(ImageReader reader, int index, int longSide) throws IOException {
        return decode(reader, index, quickStep(Math.max(reader.getWidth(index), reader.getHeight(index)), longSide));
    }

    /** Between half of what was wanted and one and a half. */
    static int quickStep(int from, int to) {
        return Math.max(1, (int) Math.ceil(from / (to * 1.5)));
    }

    /** All that is there, as far as it fits into memory. */
    Pixels full(ImageReader reader, int index) throws IOException {
        return decode(reader, index, step((long) reader.getWidth(index) * reader.getHeight(index)));
    }

    static int step(long pixels) {
        int step = 1;
        while (pixels / ((long) step * step) > AT_ONCE) {
            step++;
        }
        return step;
    }

    private Pixels decode(ImageReader reader, int index, int step) throws IOException {
        effort.countPixels(reader.getWidth(index), reader.getHeight(index));
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        BufferedImage image = reader.read(index, param);
        if (image == null) {
            throw new Refusal(Reading.Reason.UNREADABLE);
        }
        return Pixels.of(image);
    }
}
