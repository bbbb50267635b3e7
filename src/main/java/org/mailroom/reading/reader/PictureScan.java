package org.mailroom.reading.reader;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import org.mailroom.reading.Photo;
import org.mailroom.reading.Reading;
import org.mailroom.reading.ScanPage;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A JPEG, PNG, GIF, BMP or TIFF file; a TIFF may have several pages. */
final class PictureScan implements ScanFile {
    private static final int JPEG_HEAD = 256 * 1024;

    private final Held held;
    private final FileType type;
    private final Effort effort;
    private final PictureDecoder decoder;
    private final int pages;

    PictureScan(Held held, FileType type, Effort effort) throws IOException {
        this.held = held;
        this.type = type;
        this.effort = effort;
        this.decoder = new PictureDecoder(effort);
        this.pages = type == FileType.TIFF ? decoder.open(held, reader -> reader.getNumImages(true)) : 1;
        if (pages == 0) {
            throw new Refusal(Reading.Reason.UNREADABLE);
        }
        effort.countPages(pages);
    }

    /** How a picture is stored: what its file says of it. */
    private record Stored(int width, int height, int orientation, int dpi) {
        int turned() {
            return JpegHead.turned(orientation);
        }

        Pixels upright(Pixels pixels) {
            return (JpegHead.mirrored(orientation) ? pixels.mirrored() : pixels).turned(turned());
        }

        int uprightWidth() {
            return turned() % 180 == 0 ? width : height;
        }

        int uprightHeight() {
            return turned() % 180 == 0 ? height : width;
        }
    }

    @Override
    public int pages() {
        return pages;
    }

    @Override
    public ScanPage look(int page) throws IOException {
        return decoder.open(held, reader -> {
            Stored stored = stored(reader, page);
            Pixels small = stored.upright(
                    decoder.quick(reader, page - 1, PageView.LONG_SIDE).shrunk(PageView.LONG_SIDE));
            int longSide = Math.max(stored.width(), stored.height());
            int dpi = PageView.plausible(stored.dpi(), longSide);
            return new PageView(
                            page,
                            small,
                            stored.uprightWidth(),
                            stored.uprightHeight(),
                            dpi,
                            stored.turned(),
                            dpi == 0 ? 0 : longSide * 25.4 / dpi,
                            false)
                    .page(List.of());
        });
    }

    @Override
    public ScanPage named(int page) throws IOException {
        Stored stored = decoder.open(held, reader -> stored(reader, page));
        return new ScanPage(
                page,
                stored.uprightWidth(),
                stored.uprightHeight(),
                PageView.plausible(stored.dpi(), Math.max(stored.width(), stored.height())),
                stored.turned(),
                false,
                true,
                List.of(),
                ScanPage.Text.OPEN,
                List.of());
    }

    @Override
    public Pixels picture(int page, int longSide) throws IOException {
        return decoder.open(
                held,
                reader -> stored(reader, page)
                        .upright(decoder.full(reader, page - 1).scaled(longSide)));
    }

    @Override
    public Optional<Photo> photo() throws IOException {
        if (type != FileType.JPEG && type != FileType.PNG) {
            return Optional.empty();
        }
        return Optional.of(decoder.open(held, reader -> {
            Stored stored = stored(reader, 1);
            Pixels small = stored.upright(decoder.quick(reader, 0, PageView.LONG_SIDE));
            return new Portrait(small).photo(stored.uprightWidth(), stored.uprightHeight());
        }));
    }

    private Stored stored(ImageReader reader, int page) throws IOException {
        int width = reader.getWidth(page - 1);
        int height = reader.getHeight(page - 1);
        effort.countPixels(width, height);
        if (type == FileType.JPEG) {
            JpegHead head = JpegHead.of(held.head(JPEG_HEAD));
            return new Stored(width, height, head.orientation(), head.dpi());
        }
        if (type == FileType.GIF) {
            return new Stored(width, height, 1, 0);
        }
        return described(reader, page, width, height);
    }

    /** Size of a pixel and orientation by the platform's common description of pictures. */
    private static Stored described(ImageReader reader, int page, int width, int height) {
        int dpi = 0;
        int orientation = 1;
        try {
            IIOMetadata metadata = reader.getImageMetadata(page - 1);
            Element tree = (Element) metadata.getAsTree("javax_imageio_1.0");
            double pixel = Double.parseDouble(value(tree, "HorizontalPixelSize").orElse("0"));
            dpi = pixel <= 0 ? 0 : (int) Math.round(25.4 / pixel);
            orientation = switch (value(tree, "ImageOrientation").orElse("").toLowerCase(Locale.ROOT)) {
                case "fliph" -> 2;
                case "rotate180" -> 3;
                case "flipv" -> 4;
                case "fliphrotate90" -> 5;
                case "rotate270" -> 6;
                case "flipvrotate90" -> 7;
                case "rotate90" -> 8;
                default -> 1;
            };
        } catch (IOException | RuntimeException silent) {
            // A picture with a broken description can still be seen.
            return new Stored(width, height, 1, 0);
        }
        return new Stored(width, height, orientation, dpi);
    }

    private static Optional<String> value(Element tree, String name) {
        NodeList found = tree.getElementsByTagName(name);
        return found.getLength() == 0 ? Optional.empty() : Optional.of(((Element) found.item(0)).getAttribute("value"));
    }

    @Override
    public void close() {
        // each look opens the file for itself
    }
}
