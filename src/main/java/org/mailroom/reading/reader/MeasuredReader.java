package org.mailroom.reading.reader;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;
import org.mailroom.reading.Reading;

/** A decoder that refuses what would be too large, before it decodes. */
final class MeasuredReader extends ImageReader {
    private final ImageReader decoder;
    private final PictureHead head;
    private final long most;

    MeasuredReader(MeasuredDecoder provider, ImageReader decoder, PictureHead head, long most) {
        super(provider);
        this.decoder = decoder;
        this.head = head;
        this.most = most;
    }

    @Override
    public void setInput(@Nullable Object input, boolean seekForwardOnly, boolean ignoreMetadata) {
        super.setInput(input, seekForwardOnly, ignoreMetadata);
        decoder.setInput(input, seekForwardOnly, ignoreMetadata);
    }

    private ImageReader measured() throws IOException {
        if (!(getInput() instanceof ImageInputStream in)) {
            throw new IllegalStateException("no input");
        }
        if (head.pixels(decoder, in) > most) {
            throw new Refusal(Reading.Reason.OVER_LIMIT);
        }
        return decoder;
    }

    @Override
    public BufferedImage read(int index, @Nullable ImageReadParam param) throws IOException {
        return measured().read(index, param);
    }

    @Override
    public boolean canReadRaster() {
        return decoder.canReadRaster();
    }

    @Override
    public Raster readRaster(int index, @Nullable ImageReadParam param) throws IOException {
        return measured().readRaster(index, param);
    }

    @Override
    public ImageReadParam getDefaultReadParam() {
        return decoder.getDefaultReadParam();
    }

    @Override
    public int getNumImages(boolean search) throws IOException {
        return decoder.getNumImages(search);
    }

    @Override
    public int getWidth(int index) throws IOException {
        return decoder.getWidth(index);
    }

    @Override
    public int getHeight(int index) throws IOException {
        return decoder.getHeight(index);
    }

    @Override
    public Iterator<ImageTypeSpecifier> getImageTypes(int index) throws IOException {
        return decoder.getImageTypes(index);
    }

    @Override
    public @Nullable IIOMetadata getStreamMetadata() throws IOException {
        return decoder.getStreamMetadata();
    }

    @Override
    public @Nullable IIOMetadata getImageMetadata(int index) throws IOException {
        return decoder.getImageMetadata(index);
    }

    @Override
    public void dispose() {
        decoder.dispose();
    }
}
