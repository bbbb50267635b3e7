package org.mailroom.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailroom.campaign.Medium;
import org.mailroom.check.Dossier.Filed;
import org.mailroom.check.Dossier.Nominee;
import org.mailroom.check.Dossier.Scanned;
import org.mailroom.form.Form;
import org.mailroom.reading.Photo;
import org.mailroom.reading.ScanPage;
import org.mailroom.reading.ScanPage.Box;

/** A scan as the reader would have seen it: one page with a seal, in colour, at 200 dpi, unless a test says otherwise. */
final class Scan {
    private final String document;
    private Optional<Nominee> nominee = Optional.empty();
    private Optional<Form> form = Optional.empty();
    private final List<ScanPage.Line> lines = new ArrayList<>();
    private int pages = 1;
    private int dpi = 200;
    private boolean colour = true;
    private boolean sealed = true;
    private boolean blankSecond;
    private boolean finished = true;
    private ScanPage.Text text = ScanPage.Text.RECOGNISED;

    private Scan(String document) {
        this.document = document;
    }

    static Scan of(String document) {
        return new Scan(document);
    }

    /** Everything of the form stands on the first page, as it was typed. */
    static Scan of(Paper paper) {
        Form form = paper.form();
        Scan scan = new Scan(form.document()).showing(form);
        form.fields().values().forEach(field -> scan.line(field.text(), 0.95));
        form.rows().forEach(row -> row.fields().values().forEach(field -> scan.line(field.text(), 0.95)));
        return scan;
    }

    Scan of(String category, String name) {
        nominee = Optional.of(new Nominee(category, name));
        return this;
    }

    Scan showing(Form seen) {
        form = Optional.of(seen);
        return this;
    }

    Scan line(String words, double confidence) {
        double top = 0.05 * (lines.size() % 19);
        lines.add(new ScanPage.Line(words, new Box(0.1, top, 0.5, 0.04), confidence));
        return this;
    }

    Scan pages(int count) {
        pages = count;
        return this;
    }

    Scan dpi(int resolution) {
        dpi = resolution;
        return this;
    }

    Scan grey() {
        colour = false;
        sealed = false;
        return this;
    }

    Scan unsealed() {
        sealed = false;
        return this;
    }

    Scan withBlankSecondPage() {
        blankSecond = true;
        pages = Math.max(pages, 2);
        return this;
    }

    Scan unfinished() {
        finished = false;
        return this;
    }

    Scan layer() {
        text = ScanPage.Text.LAYER;
        return this;
    }

    Filed filed() {
        List<ScanPage> seen = new ArrayList<>();
        for (int i = 1; i <= pages; i++) {
            List<ScanPage.Seal> seals =
                    sealed && i == 1 ? List.of(new ScanPage.Seal(new Box(0.6, 0.7, 0.2, 0.14), 42)) : List.of();
            boolean blank = blankSecond && i == 2;
            seen.add(new ScanPage(
                    i, 1654, 2339, dpi, 0, blank, colour, blank ? List.of() : seals, text, i == 1 ? lines : List.of()));
        }
        return new Filed(
                document,
                Medium.SCAN,
                nominee,
                document + ".pdf",
                Optional.empty(),
                Optional.of(new Scanned(seen, form, finished, Optional.empty())));
    }

    static Filed photo(String name, Photo photo) {
        return new Filed(
                "photo",
                Medium.ELECTRONIC,
                Optional.of(new Nominee("individual", name)),
                name + ".jpg",
                Optional.empty(),
                Optional.of(new Scanned(List.of(), Optional.empty(), true, Optional.of(photo))));
    }
}
