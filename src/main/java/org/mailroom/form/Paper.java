package org.mailroom.form;

import java.util.List;
import org.mailroom.campaign.Entry;
import org.mailroom.reading.Sheet.Page;

/** The paper of one form: size, direction, margins in twips (top, right, bottom, left). */
record Paper(int width, int height, boolean landscape, List<Integer> margins, String language) {
    /** 5 mm in twips. */
    private static final int ROUNDING = 283;

    static Paper of(Entry layout) {
        Entry page = layout.entry("page");
        page.allowOnly("orientation", "paper", "margins", "language");
        boolean letter = page.optionalText("paper").orElse("a4").equals("letter");
        List<Integer> margins =
                page.texts("margins").stream().map(Integer::valueOf).toList();
        if (margins.size() != 4) {
            throw page.wrong("margins", "four lengths in twips are expected: top, right, bottom, left");
        }
        return new Paper(
                letter ? 12240 : 11906,
                letter ? 15840 : 16838,
                page.text("orientation").equals("landscape"),
                margins,
                page.optionalText("language").orElse("en"));
    }

    /** Whether a page is of this size, whichever way it is turned; programs round sizes differently. */
    boolean sameSize(Page page) {
        return Math.abs(Math.min(page.width(), page.height()) - width) <= ROUNDING
                && Math.abs(Math.max(page.width(), page.height()) - height) <= ROUNDING;
    }

    void section(WordMarkup xml) {
        xml.open("w:sectPr");
        if (landscape) {
            xml.empty("w:pgSz", "w:w", "" + height, "w:h", "" + width, "w:orient", "landscape");
        } else {
            xml.empty("w:pgSz", "w:w", "" + width, "w:h", "" + height);
        }
        xml.empty(
                "w:pgMar",
                "w:top",
                "" + margins.get(0),
                "w:right",
                "" + margins.get(1),
                "w:bottom",
                "" + margins.get(2),
                "w:left",
                "" + margins.get(3),
                "w:header",
                "600",
                "w:footer",
                "600",
                "w:gutter",
                "0");
        xml.close("w:sectPr");
    }
}
