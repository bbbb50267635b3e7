package org.mailroom.reading.reader;

import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;

/** Found by the name of its format only, and before the decoder it stands for. */
abstract sealed class MeasuredDecoder extends ImageReaderSpi {
    private final PictureHead head;
    private final ImageReaderSpi decoder;
    private final long most;

    /** The platform keeps one provider of each class. */
    static MeasuredDecoder of(PictureHead head, ImageReaderSpi decoder, long most) {
        return switch (head) {
            case JPEG -> new Jpeg(head, decoder, most);
            case JBIG2 -> new Jbig2(head, decoder, most);
            case JPEG_2000 -> new Jpeg2000(head, decoder, most);
        };
    }

    private static final class Jpeg extends MeasuredDecoder {
        Jpeg(PictureHead head, ImageReaderSpi decoder, long most) {
            super(head, decoder, most);
        }
    }

    private static final class Jbig2 extends MeasuredDecoder {
        Jbig2(PictureHead head, ImageReaderSpi decoder, long most) {
            super(head, decoder, most);
        }
    }

    private static final class Jpeg2000 extends MeasuredDecoder {
        Jpeg2000(PictureHead head, ImageReaderSpi decoder, long most) {
            super(head, decoder, most);
        }
    }

    /** @param most pixels */
    private MeasuredDecoder(PictureHead head, ImageReaderSpi decoder, long most) {
        super(
                "org.mailroom",
                "1",
                new String[] {head.format()},
                null,
                null,
                MeasuredReader.class.getName(),
                decoder.getInputTypes(),
                null,
                false,
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                null);
        this.head = head;
        this.decoder = decoder;
        this.most = most;
    }

    /** Whoever asks by content does his own measuring. */
    @Override
    public boolean canDecodeInput(Object source) {
        return false;
    }

    @Override
    public ImageReader createReaderInstance(Object extension) throws IOException {
        return new MeasuredReader(this, decoder.createReaderInstance(), head, most);
    }

    @Override
    public String getDescription(Locale locale) {
        return "measured " + head.format();
    }
}
