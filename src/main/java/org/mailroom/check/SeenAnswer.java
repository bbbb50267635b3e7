package org.mailroom.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailroom.reading.ScanPage;

/**
 * An answer read on a page of a scan.
 *
 * @param lines the lines it stands on, at least one
 */
record SeenAnswer(SeenScan scan, Answer answer, ScanPage page, List<ScanPage.Line> lines) {
    /** Of the least legible of its lines. */
    double confidence() {
        return lines.stream().mapToDouble(ScanPage.Line::confidence).min().orElse(0);
    }

    /** Whether it was recognised from a picture, and not taken from text that the file carries. */
    boolean guessed() {
        return page.text() != ScanPage.Text.LAYER;
    }

    /** The lines of the page that are a part of it: an answer may have been read together with that of the cell below. */
    Stream<ScanPage.Line> parts() {
        String whole = Likeness.plain(answer.text());
        return page.lines().stream().filter(line -> {
            String plain = Likeness.plain(line.text());
            return !plain.isEmpty() && plain.length() < whole.length() && whole.contains(plain);
        });
    }

    /** The region around all its lines. */
    Spot spot() {
        double left =
                lines.stream().mapToDouble(line -> line.box().left()).min().orElse(0);
        double top = lines.stream().mapToDouble(line -> line.box().top()).min().orElse(0);
        double right = lines.stream()
                .mapToDouble(line -> line.box().left() + line.box().width())
                .max()
                .orElse(1);
        double bottom = lines.stream()
                .mapToDouble(line -> line.box().top() + line.box().height())
                .max()
                .orElse(1);
        return new Spot(
                scan.filed().fileName(),
                page.number(),
                Optional.of(new ScanPage.Box(left, top, right - left, bottom - top)));
    }
}
