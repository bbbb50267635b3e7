package org.mailroom.corpus;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import org.mailroom.demo.SampleScan;
import org.mailroom.form.Filled;

/** Photographs for documents, as R-79 asks for them and not; a plain figure stands for the person. */
final class Portraits {
    private static final Color BLUE = new Color(67, 142, 219);
    private static final Color SKIN = new Color(225, 190, 165);
    private static final Color COAT = new Color(60, 60, 70);

    private Portraits() {}

    /** Each beside the approval form of the person it is to show, and named after him. */
    static List<CorpusCase> all(Filled approval) throws IOException {
        CorpusFile inCell =
                new CorpusFile("推荐审批表.docx", PictureDocx.inCell(Sampled.docx(approval), SampleScan.photo()));
        return List.of(
                photo("photo-in-its-cell", SampleScan.photo(), approval)
                        .as("portrait", inCell)
                        .harmless(),
                photo("photo-as-asked-for", SampleScan.photo(), approval).harmless(),
                photo("photo-on-red", drawn(413, 579, new Color(200, 30, 40), false), approval),
                photo("photo-on-white", drawn(413, 579, Color.WHITE, false), approval),
                photo("photo-in-grey", drawn(413, 579, Color.GRAY, true), approval),
                photo("photo-too-small", drawn(90, 126, BLUE, false), approval),
                photo("photo-too-wide", drawn(800, 600, BLUE, false), approval));
    }

    private static CorpusCase photo(String kind, BufferedImage image, Filled approval) throws IOException {
        return photo(kind, Scanner.jpeg(image), approval).breaks(Breach.of("R-79"));
    }

    private static CorpusCase photo(String kind, byte[] jpeg, Filled approval) {
        Truth truth = Truth.of(approval);
        return CorpusCase.docx(kind, Sampled.docx(approval), truth)
                .as(
                        "portrait",
                        new CorpusFile("推荐审批表.docx", Sampled.docx(approval)),
                        new CorpusFile("照片/" + truth.nominee() + ".jpg", jpeg));
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
