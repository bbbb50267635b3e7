package org.mailroom.reading.reader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.OfficeDrawing;
import org.apache.poi.hwpf.usermodel.Picture;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * Pictures of a Word document of before 2007, or of a WPS text document ([MS-DOC]): those that stand in a line, and those that
 * float, which come where they are anchored. A picture is given as it lies there; compressed drawings are never unpacked.
 */
final class OldWordPictures implements WordPictures {
    private static final char DRAWN = 0x08;
    private static final double PER_MILLE = 1000;

    private final POIFSFileSystem file;
    private final HWPFDocument document;

    OldWordPictures(Held held) throws IOException {
        this.file = CompoundFile.open(held);
        try {
            this.document = new HWPFDocument(file.getRoot());
        } catch (IOException | RuntimeException broken) {
            file.close();
            throw broken;
        }
    }

    @Override
    public List<Shown> shown() {
        List<Shown> shown = new ArrayList<>();
        add(document.getRange(), shown);
        Range boxes = document.getMainTextboxRange();
        if (boxes.getEndOffset() > boxes.getStartOffset()) {
            add(boxes, shown);
        }
        return shown;
    }

    private void add(Range range, List<Shown> shown) {
        for (int i = 0; i < range.numCharacterRuns(); i++) {
            CharacterRun run = range.getCharacterRun(i);
            if (!run.isMarkedDeleted() && !run.isVanished()) {
                inLine(run).ifPresent(shown::add);
                floating(run, shown);
            }
        }
    }

    private Optional<Shown> inLine(CharacterRun run) {
        try {
            if (!document.getPicturesTable().hasPicture(run)) {
                return Optional.empty();
            }
            Picture picture = document.getPicturesTable().extractPicture(run, false);
            double width = picture.getDxaGoal() * MM_PER_TWIP * picture.getHorizontalScalingFactor() / PER_MILLE;
            double height = picture.getDyaGoal() * MM_PER_TWIP * picture.getVerticalScalingFactor() / PER_MILLE;
            return Optional.of(new Shown(picture::getRawContent, Shown.area(width, height)));
        } catch (RuntimeException broken) {
            // No picture can be told from these octets; the others can.
            return Optional.empty();
        }
    }

    private void floating(CharacterRun run, List<Shown> shown) {
        String text = run.text();
        for (int i = text.indexOf(DRAWN); i >= 0; i = text.indexOf(DRAWN, i + 1)) {
            try {
                OfficeDrawing drawing = document.getOfficeDrawingsMain().getOfficeDrawingAt(run.getStartOffset() + i);
                byte[] octets = drawing == null ? null : drawing.getPictureData();
                if (octets != null) {
                    int width = drawing.getRectangleRight() - drawing.getRectangleLeft();
                    int height = drawing.getRectangleBottom() - drawing.getRectangleTop();
                    shown.add(new Shown(() -> octets, Shown.area(width * MM_PER_TWIP, height * MM_PER_TWIP)));
                }
            } catch (RuntimeException unknown) {
                // What is drawn there cannot be told; what else is drawn can.
                continue;
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (document;
                file) {
            // nothing else is open
        }
    }
}
