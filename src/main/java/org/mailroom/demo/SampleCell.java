package org.mailroom.demo;

import java.awt.Font;
import java.util.List;
import org.mailroom.demo.PaperSheet.Paragraph;

/** A cell of a table that is being printed; how far it reaches down is known when the row below it has no cell in its place. */
final class SampleCell {
    private static final int MARGIN = 60;

    private final List<Paragraph> texts;
    private final int x;
    private final int width;
    private final String merged;
    private int top;
    private int bottom;

    /** @param merged "restart" or "continue", "" if it is a cell by itself */
    SampleCell(List<Paragraph> texts, int x, int width, String merged) {
        this.texts = List.copyOf(texts);
        this.x = x;
        this.width = width;
        this.merged = merged;
    }

    int x() {
        return x;
    }

    String merged() {
        return merged;
    }

    int height(Font font) {
        return texts.stream()
                .mapToInt(text -> text.height(font, width - 2 * MARGIN))
                .sum();
    }

    void place(int from, int to) {
        top = from;
        bottom = to;
    }

    void reach(int to) {
        bottom = to;
    }

    /** The frame, and the texts in its middle. */
    void print(PaperSheet sheet, Font font) {
        sheet.frame(x, top, width, bottom - top);
        int y = top + Math.max(0, (bottom - top - height(font)) / 2);
        for (Paragraph text : texts) {
            y = sheet.print(text, x + MARGIN, y, width - 2 * MARGIN);
        }
    }
}
