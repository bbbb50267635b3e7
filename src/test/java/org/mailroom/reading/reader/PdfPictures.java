package org.mailroom.reading.reader;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;

/** Pages that are one picture, in the ways a PDF can hold pictures; good ones, and some that lie about their size. */
public final class PdfPictures {
    /** Four inks in one JPEG, without a word on what they are (ISO 32000-1, 7.4.8). */
    static byte[] cmykJpeg(BufferedImage image) throws IOException {
        WritableRaster inks = Raster.createInterleavedRaster(0, image.getWidth(), image.getHeight(), 4, null);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = image.getRGB(x, y);
                inks.setPixel(
                        x, y, new int[] {255 - (rgb >> 16 & 0xff), 255 - (rgb >> 8 & 0xff), 255 - (rgb & 0xff), 0});
            }
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream sink = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(sink);
            writer.write(null, new IIOImage(inks, null, null), null);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /** JPEG 2000, as scanners that write small colour files use it. */
    static byte[] jpx(BufferedImage image) throws IOException {
        BufferedImage octets = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        octets.createGraphics().drawImage(image, 0, 0, null);
        return Papers.encode(octets, "jpeg2000");
    }

    /** A JBIG2 stream of one page with one region in the coding of fax machines (ITU-T T.88, 7.4.6; T.6). */
    static byte[] jbig2(BufferedImage image) throws IOException {
        BufferedImage black = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
        black.createGraphics().drawImage(image, 0, 0, null);
        byte[] fax;
        try (PDDocument document = new PDDocument()) {
            fax = CCITTFactory.createFromImage(document, black)
                    .getCOSObject()
                    .createRawInputStream()
                    .readAllBytes();
        }
        return jbig2(image.getWidth(), image.getHeight(), fax);
    }

    static byte[] jbig2(int width, int height, byte[] fax) throws IOException {
        return jbig2(width, height, width, height, fax);
    }

    static byte[] jbig2(int pageWidth, int pageHeight, int width, int height, byte[] fax) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(octets);
        segment(out, 0, 48, 19);
        out.writeInt(pageWidth);
        out.writeInt(pageHeight);
        out.write(new byte[11]);
        segment(out, 1, 38, 18 + fax.length);
        out.writeInt(width);
        out.writeInt(height);
        out.write(new byte[9]);
        out.writeByte(1);
        out.write(fax);
        return octets.toByteArray();
    }

    private static void segment(DataOutputStream out, int number, int type, int length) throws IOException {
        out.writeInt(number);
        out.writeByte(type);
        out.writeByte(0);
        out.writeByte(1);
        out.writeInt(length);
    }

    /** An A4 page filled with a picture; what its entry says of its size need not be what it says itself. */
    static byte[] page(byte[] octets, COSName filter, COSName colours, int bits, int width, int height)
            throws IOException {
        return page(octets, filter, colours, bits, width, height, PDRectangle.A4);
    }

    static byte[] page(
            byte[] octets, COSName filter, COSName colours, int bits, int width, int height, PDRectangle paper)
            throws IOException {
        try (PDDocument document = new PDDocument()) {
            COSStream image = image(document, octets, filter, colours, bits, width, height);
            return page(document, image, paper);
        }
    }

    static COSStream image(
            PDDocument document, byte[] octets, COSName filter, COSName colours, int bits, int width, int height)
            throws IOException {
        COSStream image = document.getDocument().createCOSStream();
        image.setItem(COSName.TYPE, COSName.XOBJECT);
        image.setItem(COSName.SUBTYPE, COSName.IMAGE);
        image.setInt(COSName.WIDTH, width);
        image.setInt(COSName.HEIGHT, height);
        image.setInt(COSName.BITS_PER_COMPONENT, bits);
        image.setItem(COSName.COLORSPACE, colours);
        image.setItem(COSName.FILTER, filter);
        try (OutputStream out = image.createRawOutputStream()) {
            out.write(octets);
        }
        return image;
    }

    static byte[] page(PDDocument document, COSStream image, PDRectangle paper) throws IOException {
        PDPage page = new PDPage(paper);
        document.addPage(page);
        COSDictionary objects = new COSDictionary();
        objects.setItem(COSName.getPDFName("X"), image);
        PDResources resources = new PDResources();
        resources.getCOSObject().setItem(COSName.XOBJECT, objects);
        page.setResources(resources);
        COSStream content = document.getDocument().createCOSStream();
        try (OutputStream out = content.createOutputStream()) {
            String place = String.format(Locale.ROOT, "%f 0 0 %f 0 0 cm /X Do", paper.getWidth(), paper.getHeight());
            out.write(place.getBytes(StandardCharsets.US_ASCII));
        }
        page.getCOSObject().setItem(COSName.CONTENTS, content);
        return Papers.saved(document);
    }

    /** A page whose drawing steps themselves are said to be coded so. */
    public static byte[] content(byte[] octets, COSName filter) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            COSStream content = document.getDocument().createCOSStream();
            content.setItem(COSName.FILTER, filter);
            try (OutputStream out = content.createRawOutputStream()) {
                out.write(octets);
            }
            page.getCOSObject().setItem(COSName.CONTENTS, content);
            return Papers.saved(document);
        }
    }

    /** 100,000 by 100,000: 1.2 GB in black and white. */
    public static byte[] jbig2Bomb() throws IOException {
        return jbig2(100_000, 100_000, new byte[100]);
    }

    private PdfPictures() {}
}
