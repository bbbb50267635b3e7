package org.mailroom.corpus;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.mailroom.demo.SampleScan;

/** Photographs for documents, as R-79 asks for them and not; a plain figure stands for the person. */
final class Portraits {
    private static final Color BLUE = new Color(67, 142, 219);
    private static final Color SKIN = new Color(225, 190, 165);
    private static final Color COAT = new Color(60, 60, 70);

    private Portraits() {}

    static List<CorpusCase> all() {
        return Stream.concat(
                        Stream.of(photo("photo-as-asked-for", SampleScan.photo())),
                        Stream.of(
                                bad("photo-on-red", drawn(413, 579, new Color(200, 30, 40), false)),
                                bad("photo-on-white", drawn(413, 579, Color.WHITE, false)),
                                bad("photo-in-grey", drawn(413, 579, Color.GRAY, true)),
                                bad("photo-too-small", drawn(90, 126, BLUE, false)),
                                bad("photo-too-wide", drawn(800, 600, BLUE, false))))
                .toList();
    }

    private static CorpusCase photo(String name, byte[] octets) {
        return new CorpusCase(
                name, "portrait", false, List.of(new CorpusFile(name + ".jpg", octets)), List.of(), Set.of());
    }

    private static CorpusCase bad(String name, BufferedImage image) {
        try {
            return photo(name, Scanner.jpeg(image)).breaks("R-79");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage drawn(int width, int height, Color behind, boolean grey) {
        BufferedImage image =
                new BufferedImage(width, height, grey ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(behind);
        graphics.fillRect(0, 0, width, height);
        int high = Math.min(height, width * 7 / 5);
        graphics.setColor(COAT);
        graphics.fillOval(width / 2 - high / 4, high * 7 / 10, high / 2, high * 6 / 10);
        graphics.setColor(SKIN);
        graphics.fillOval(width / 2 - high / 7, high / 4, high * 2 / 7, high * 38 / 100);
        graphics.dispose();
        return image;
    }
}
