package org.mailroom.form;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Writes a form as .docx from the layout in its descriptor: empty, or filled. The same form and filling give the same bytes.
 *
 * <p>The layout language, all under {@code layout:} (lengths in twips, 567 to the centimetre; sizes in half points):
 *
 * <pre>
 * file: name of the blank as it is handed out; a form without it has no blank (letters)
 * page: {orientation: portrait | landscape, paper: a4 | letter, margins: [top, right, bottom, left], language: zh-CN}
 * styles: {name: {font, latin, size, align, bold, before, after, line, indent, firstLine}}   label, value and seal are used by cells
 * seal: {stamp, date}                        the words under every opinion: where to seal, where to date
 * blocks:
 *   - {paragraph: text, style: name}         a line feed in the text is a line break
 *   - {line: [{label, field, width, preset}], style}     labels with an underlined place to write, width full-width characters
 *   - {break: page}
 *   - table:
 *       widths: [..]                         the grid
 *       rows: [{cells: [cell, ..], height}]  height at least; a cell takes span columns and down rows of the grid
 *   - {entries: block, widths, rows, height, presets: [{column: text}], style}    a repeating block with this many empty rows
 *   - letter: {first: style, otherwise: style, styles: [{pattern, style}]}        paragraphs given by the filling
 * a cell is one of
 *   {label: printed label, vertical: true}   vertical: one character below the other
 *   {field: name, preset: words printed as long as it is empty}
 *   {tick: field, options: [..]}             a box before each option
 *   {signature: name}                        opinion, seal and date
 *   {picture: field, text: words}            place for a photograph
 *   {text: fixed words}
 * </pre>
 */
public final class FormWriter {
    static final String MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public void write(FormDescriptor form, Filling filling, OutputStream out) throws IOException {
        write(List.of(new Filled(form, filling)), out);
    }

    /**
     * Several forms one after the other in one file, each on its own paper.
     *
     * @throws IllegalArgumentException if there is none
     */
    public void write(List<Filled> forms, OutputStream out) throws IOException {
        if (forms.isEmpty()) {
            throw new IllegalArgumentException("a file without a form");
        }
        WordMarkup xml = new WordMarkup().open("w:document", "xmlns:w", MAIN).open("w:body");
        Filled last = forms.get(forms.size() - 1);
        for (Filled filled : forms) {
            new LayoutBlocks(xml, filled.form(), filled.filling()).write();
            // A form may end with a table; Word wants a paragraph after it, and between forms that ends the section.
            xml.open("w:p").open("w:pPr");
            Style.GAP.look(xml);
            if (filled != last) {
                Paper.of(filled.form().layout()).section(xml);
            }
            xml.close("w:pPr").close("w:p");
        }
        Paper paper = Paper.of(last.form().layout());
        paper.section(xml);
        xml.close("w:body").close("w:document");
        new WordFile(xml.toString(), last.form().title(), paper.language()).write(out);
    }
}
