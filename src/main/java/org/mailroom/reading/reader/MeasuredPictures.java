package org.mailroom.reading.reader;

import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

/**
 * Puts a measure before each decoder a PDF can call for: what a picture says of its own size is looked at before anything is
 * decoded. The entry of the picture in the PDF may say something else, and a filter may stand where there is no picture at all.
 */
record MeasuredPictures(ScanLimits limits) {
    /** For the whole process: PDFBox asks the platform for decoders by the name of their format. */
    void register() {
        IIORegistry registry = IIORegistry.getDefaultInstance();
        for (PictureHead head : PictureHead.values()) {
            original(head).ifPresent(decoder -> {
                ImageReaderSpi measured = MeasuredDecoder.of(head, decoder, limits.pixels());
                registry.registerServiceProvider(measured);
                registry.setOrdering(ImageReaderSpi.class, measured, decoder);
            });
        }
    }

    /** @return empty if there is none, or it is measured already */
    private static Optional<ImageReaderSpi> original(PictureHead head) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(head.format());
        if (!readers.hasNext()) {
            return Optional.empty();
        }
        return Optional.ofNullable(readers.next().getOriginatingProvider())
                .filter(provider -> !(provider instanceof MeasuredDecoder));
    }
}
