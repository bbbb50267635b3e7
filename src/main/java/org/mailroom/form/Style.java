package org.mailroom.form;

import org.mailroom.campaign.Entry;

/**
 * How one kind of paragraph looks. The font is named, never embedded: the office's machines have it.
 *
 * @param font of Chinese characters; "" = Word's own
 * @param latin of letters and digits
 * @param size in half points
 * @param align left, center, right or both
 * @param before space above in twips, as are all lengths that follow
 * @param line exact distance of lines; 0 = as the font wants
 */
record Style(
        String font,
        String latin,
        int size,
        String align,
        boolean bold,
        int before,
        int after,
        int line,
        int indent,
        int firstLine) {

    /** A paragraph that is only there because Word wants one: one point high. */
    static final Style GAP = new Style("", "", 2, "left", false, 0, 0, 20, 0, 0);

    static Style of(Entry style) {
        style.allowOnly("font", "latin", "size", "align", "bold", "before", "after", "line", "indent", "firstLine");
        String font = style.optionalText("font").orElse("");
        return new Style(
                font,
                style.optionalText("latin").orElse(font),
                style.number("size"),
                style.optionalText("align").orElse("left"),
                style.flag("bold", false),
                style.optionalNumber("before").orElse(0),
                style.optionalNumber("after").orElse(0),
                style.optionalNumber("line").orElse(0),
                style.optionalNumber("indent").orElse(0),
                style.optionalNumber("firstLine").orElse(0));
    }

    /** A whole paragraph; a line feed in the text is a line break. */
    void paragraph(WordMarkup xml, String text) {
        begin(xml);
        run(xml, text, false);
        xml.close("w:p");
    }

    void begin(WordMarkup xml) {
        xml.open("w:p").open("w:pPr");
        look(xml);
        xml.close("w:pPr");
    }

    /** The content of {@code w:pPr}; the order of its elements is the schema's. */
    void look(WordMarkup xml) {
        if (line > 0) {
            xml.empty(
                    "w:spacing",
                    "w:before",
                    "" + before,
                    "w:after",
                    "" + after,
                    "w:line",
                    "" + line,
                    "w:lineRule",
                    "exact");
        } else {
            xml.empty("w:spacing", "w:before", "" + before, "w:after", "" + after);
        }
        if (indent > 0 || firstLine > 0) {
            xml.empty("w:ind", "w:left", "" + indent, "w:firstLine", "" + firstLine);
        }
        xml.value("w:jc", align).open("w:rPr");
        face(xml);
        xml.close("w:rPr");
    }

    void run(WordMarkup xml, String text, boolean underlined) {
        if (text.isEmpty()) {
            return;
        }
        xml.open("w:r").open("w:rPr");
        face(xml);
        if (underlined) {
            xml.value("w:u", "single");
        }
        xml.close("w:rPr");
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                xml.empty("w:br");
            }
            xml.open("w:t", "xml:space", "preserve").text(lines[i]).close("w:t");
        }
        xml.close("w:r");
    }

    private void face(WordMarkup xml) {
        if (!font.isEmpty()) {
            // The hint gives quotation marks, which are in both kinds of font, to the Chinese one.
            xml.empty(
                    "w:rFonts",
                    "w:hint",
                    "eastAsia",
                    "w:ascii",
                    latin,
                    "w:eastAsia",
                    font,
                    "w:hAnsi",
                    latin,
                    "w:cs",
                    latin);
        }
        if (bold) {
            xml.empty("w:b");
        }
        xml.value("w:sz", size).value("w:szCs", size);
    }
}
