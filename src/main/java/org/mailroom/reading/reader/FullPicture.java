package org.mailroom.reading.reader;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.util.Matrix;

/**
 * The one picture that is a page: what a scanner writes. It is read by itself, which is faster than drawing the page and
 * gives what was scanned.
 *
 * @param turn degrees clockwise from the picture as stored to the page as stored
 * @param order how many pictures were drawn up to it
 * @param alone whether nothing lies over it and it can be read without drawing the page
 */
record FullPicture(PDImage image, int turn, int order, int dpi, boolean alone, PictureDecoder decoder) {
    private static final double FULL = 0.8;
    private static final double BEYOND = 0.12;
    private static final double ASKEW = 0.02;

    static Optional<FullPicture> of(
            List<PageMarks.Picture> pictures, PDRectangle paper, PictureDecoder decoder, boolean stamped) {
        double page = (double) paper.getWidth() * paper.getHeight();
        for (int at = pictures.size() - 1; at >= 0; at--) {
            PageMarks.Picture picture = pictures.get(at);
            if (picture.area() < page * FULL) {
                continue;
            }
            Matrix place = picture.place();
            boolean upright = Math.abs(place.getScaleX()) > Math.abs(place.getShearY());
            double across = Math.hypot(place.getScaleX(), place.getShearY());
            int dpi = (int) Math.round(picture.image().getWidth() * 72.0 / across);
            boolean alone = !stamped
                    && at == pictures.size() - 1
                    && plain(picture.image())
                    && straight(place)
                    && inside(place, paper);
            return Optional.of(new FullPicture(picture.image(), turn(place, upright), at + 1, dpi, alone, decoder));
        }
        return Optional.empty();
    }

    private static int turn(Matrix place, boolean upright) {
        if (upright) {
            return place.getScaleX() > 0 ? 0 : 180;
        }
        return place.getShearY() > 0 ? 270 : 90;
    }

    /** Neither askew nor mirrored. */
    private static boolean straight(Matrix place) {
        double diagonal = (double) place.getScaleX() * place.getScaleY();
        double cross = (double) place.getShearX() * place.getShearY();
        return Math.abs(diagonal) > Math.abs(cross)
                ? diagonal > 0 && Math.abs(cross) < diagonal * ASKEW
                : cross < 0 && Math.abs(diagonal) < -cross * ASKEW;
    }

    private static boolean inside(Matrix place, PDRectangle paper) {
        double left = place.getTranslateX() + Math.min(0, place.getScaleX()) + Math.min(0, place.getShearX());
        double bottom = place.getTranslateY() + Math.min(0, place.getScaleY()) + Math.min(0, place.getShearY());
        double right = left + Math.abs(place.getScaleX()) + Math.abs(place.getShearX());
        double top = bottom + Math.abs(place.getScaleY()) + Math.abs(place.getShearY());
        double slackX = paper.getWidth() * BEYOND;
        double slackY = paper.getHeight() * BEYOND;
        return left > paper.getLowerLeftX() - slackX
                && right < paper.getUpperRightX() + slackX
                && bottom > paper.getLowerLeftY() - slackY
                && top < paper.getUpperRightY() + slackY;
    }

    private static boolean plain(PDImage image) {
        if (!(image instanceof PDImageXObject object)) {
            return false;
        }
        try {
            return object.getMask() == null && object.getSoftMask() == null && object.getColorKeyMask() == null;
        } catch (IOException | RuntimeException broken) {
            return false;
        }
    }

    /** Pixels of the picture as the page is stored. */
    int width() {
        return turn % 180 == 0 ? image.getWidth() : image.getHeight();
    }

    int height() {
        return turn % 180 == 0 ? image.getHeight() : image.getWidth();
    }

    Pixels quick(int longSide) throws IOException {
        int step = PictureDecoder.quickStep(Math.max(image.getWidth(), image.getHeight()), longSide);
        Optional<byte[]> jpeg = jpeg();
        return (jpeg.isPresent()
                        ? decoder.open(jpeg.get(), reader -> decoder.quick(reader, 0, longSide))
                        : Pixels.of(image.getImage(null, step)))
                .turned(turn);
    }

    Pixels full() throws IOException {
        Optional<byte[]> jpeg = jpeg();
        return (jpeg.isPresent()
                        ? decoder.open(jpeg.get(), reader -> decoder.full(reader, 0))
                        : Pixels.of(
                                image.getImage(null, PictureDecoder.step((long) image.getWidth() * image.getHeight()))))
                .turned(turn);
    }

    /** The JPEG as it stands in the file, if its colours need no conversion by the PDF's rules. */
    private Optional<byte[]> jpeg() throws IOException {
        PDImageXObject object = (PDImageXObject) image;
        List<COSName> filters = object.getStream().getFilters();
        boolean last = !filters.isEmpty()
                && (COSName.DCT_DECODE.equals(filters.get(filters.size() - 1))
                        || COSName.DCT_DECODE_ABBREVIATION.equals(filters.get(filters.size() - 1)));
        if (!last || object.getDecode() != null || object.isStencil()) {
            return Optional.empty();
        }
        try (InputStream in = object.createInputStream(
                List.of(COSName.DCT_DECODE.getName(), COSName.DCT_DECODE_ABBREVIATION.getName()))) {
            byte[] octets = in.readAllBytes();
            int components = JpegHead.of(octets).components();
            boolean known = components == object.getColorSpace().getNumberOfComponents()
                    && (components == 1 || components == 3)
                    && !"Indexed".equals(object.getColorSpace().getName())
                    && !"Lab".equals(object.getColorSpace().getName())
                    && !"Separation".equals(object.getColorSpace().getName());
            return known ? Optional.of(octets) : Optional.empty();
        }
    }
}
