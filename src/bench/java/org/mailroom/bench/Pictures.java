package org.mailroom.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Random;
import javax.imageio.ImageIO;

/** Valid JPEG files of noise and PDF pages that show one, of about a size. */
final class Pictures {
    private Pictures() {}

    static byte[] noise(int size) {
        // noise at the usual quality takes about this many octets a pixel
        double perPixel = sample(200, 200).length / 40_000.0;
        int side = (int) Math.sqrt(size / perPixel);
        return sample(side, side);
    }

    private static byte[] sample(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(7);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, random.nextInt(0x1000000));
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** One A4 page that is a picture, as a scanner writes it (ISO 32000-1, 7.5). */
    static byte[] scan(int size) {
        byte[] picture = noise(size);
        int side = side(picture);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringBuilder table = new StringBuilder("0000000000 65535 f \n");
        out.writeBytes(latin("%PDF-1.4\n"));
        String content = "q 595 0 0 842 0 0 cm /P Do Q";
        String[] heads = {
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                    + " /Resources << /XObject << /P 5 0 R >> >> >>",
            "<< /Length " + content.length() + " >>\nstream\n" + content + "\nendstream",
            "<< /Type /XObject /Subtype /Image /Width " + side + " /Height " + side
                    + " /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length " + picture.length
                    + " >>\nstream\n"
        };
        for (int i = 0; i < heads.length; i++) {
            table.append(String.format(Locale.ROOT, "%010d 00000 n \n", out.size()));
            out.writeBytes(latin((i + 1) + " 0 obj\n" + heads[i]));
            if (i == heads.length - 1) {
                out.writeBytes(picture);
                out.writeBytes(latin("\nendstream"));
            }
            out.writeBytes(latin("\nendobj\n"));
        }
        int start = out.size();
        out.writeBytes(latin("xref\n0 " + (heads.length + 1) + "\n" + table + "trailer\n<< /Size " + (heads.length + 1)
                + " /Root 1 0 R >>\nstartxref\n" + start + "\n%%EOF\n"));
        return out.toByteArray();
    }

    /** Width and height from the frame header (SOF0), which is square here. */
    private static int side(byte[] jpeg) {
        for (int i = 2; i < jpeg.length - 8; i++) {
            if ((jpeg[i] & 0xff) == 0xff && (jpeg[i + 1] & 0xff) == 0xc0) {
                return (jpeg[i + 5] & 0xff) << 8 | jpeg[i + 6] & 0xff;
            }
        }
        throw new IllegalStateException("no frame header");
    }

    /** The same file with a line behind its end, which readers of JPEG and PDF skip. */
    static byte[] unlike(int number, byte[] file) {
        return Mails.joined(file, latin("%" + number + "\n"));
    }

    private static byte[] latin(String text) {
        return text.getBytes(ISO_8859_1);
    }
}
