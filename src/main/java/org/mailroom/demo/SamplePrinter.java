package org.mailroom.demo;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.mailroom.demo.PaperSheet.Paragraph;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Prints the forms that {@link SampleForms} writes, as pictures of pages. Understands only the markup that our own writer
 * makes, and is given nothing else; all letters are of the one font that is packed.
 */
final class SamplePrinter {
    private static final String FONT = "/fonts/NotoSerifSC.ttf";
    private static final int USUAL_SIZE = 24;
    private static final int CELL_MARGIN = 60;
    private static final int INCH = 1440;

    private final Font font;
    private final int dpi;

    private final List<BufferedImage> pages = new ArrayList<>();
    private PaperSheet sheet;
    private int width;
    private int height;
    private int[] margins = new int[4];
    private int y;

    private SamplePrinter(int dpi) {
        this.font = font();
        this.dpi = dpi;
        this.sheet = new PaperSheet(font, dpi, INCH, INCH);
    }

    /** @param xml the main part of a file with one form */
    static List<BufferedImage> pages(String xml, int dpi) {
        SamplePrinter printer = new SamplePrinter(dpi);
        printer.print((Element) root(xml).getElementsByTagName("w:body").item(0));
        return printer.pages;
    }

    private void print(Element body) {
        Element section = (Element) body.getElementsByTagName("w:sectPr").item(0);
        width = number(section, "w:pgSz", "w:w", 0);
        height = number(section, "w:pgSz", "w:h", 0);
        String[] sides = {"w:top", "w:right", "w:bottom", "w:left"};
        for (int i = 0; i < sides.length; i++) {
            margins[i] = number(section, "w:pgMar", sides[i], 0);
        }
        begin();
        for (Element block : children(body)) {
            if (block.getTagName().equals("w:tbl")) {
                table(block);
            } else if (block.getTagName().equals("w:p")) {
                if (block.getElementsByTagName("w:pageBreakBefore").getLength() > 0) {
                    next();
                }
                paragraph(block);
            }
        }
        pages.add(sheet.image());
    }

    private void begin() {
        sheet = new PaperSheet(font, dpi, width, height);
        y = margins[0];
    }

    private void next() {
        pages.add(sheet.image());
        begin();
    }

    private void paragraph(Element element) {
        Paragraph paragraph = read(element);
        int wide = width - margins[1] - margins[3];
        if (y + paragraph.height(font, wide) > height - margins[2]
                && !paragraph.text().isBlank()) {
            next();
        }
        y = sheet.print(paragraph, margins[3], y, wide);
    }

    private void table(Element table) {
        List<Element> grid = named(table, "w:gridCol");
        int[] columns =
                grid.stream().mapToInt(column -> value(column, "w:w", 0)).toArray();
        int all = Arrays.stream(columns).sum();
        int left = (width - all) / 2;
        List<SampleCell> open = new ArrayList<>();
        for (Element row : named(table, "w:tr")) {
            List<SampleCell> cells = new ArrayList<>();
            int column = 0;
            int tall = number(row, "w:trHeight", "w:val", 0);
            for (Element cell : named(row, "w:tc")) {
                int span = number(cell, "w:gridSpan", "w:val", 1);
                int wide = 0;
                int x = left + Arrays.stream(columns).limit(column).sum();
                for (int i = column; i < column + span; i++) {
                    wide += columns[i];
                }
                List<Paragraph> texts =
                        named(cell, "w:p").stream().map(SamplePrinter::read).toList();
                SampleCell made = new SampleCell(texts, x, wide, merged(cell));
                tall = made.merged().isEmpty() ? Math.max(tall, made.height(font) + 2 * CELL_MARGIN) : tall;
                cells.add(made);
                column += span;
            }
            if (y + tall > height - margins[2]) {
                open.forEach(cell -> cell.print(sheet, font));
                open.clear();
                next();
            }
            for (SampleCell cell : cells) {
                SampleCell above = open.stream()
                        .filter(one -> one.x() == cell.x())
                        .findFirst()
                        .orElse(null);
                if (cell.merged().equals("continue") && above != null) {
                    above.reach(y + tall);
                } else {
                    if (above != null) {
                        above.print(sheet, font);
                        open.remove(above);
                    }
                    cell.place(y, y + tall);
                    open.add(cell);
                }
            }
            y += tall;
        }
        open.forEach(cell -> cell.print(sheet, font));
    }

    private static String merged(Element cell) {
        Element merge = (Element) cell.getElementsByTagName("w:vMerge").item(0);
        return merge == null ? "" : merge.getAttribute("w:val").isEmpty() ? "continue" : merge.getAttribute("w:val");
    }

    private static Paragraph read(Element element) {
        StringBuilder text = new StringBuilder();
        for (Element run : named(element, "w:r")) {
            for (Element piece : children(run)) {
                if (piece.getTagName().equals("w:br")) {
                    text.append('\n');
                } else if (piece.getTagName().equals("w:t")) {
                    text.append(piece.getTextContent());
                }
            }
        }
        Element align = (Element) element.getElementsByTagName("w:jc").item(0);
        return new Paragraph(
                text.toString(),
                number(element, "w:sz", "w:val", USUAL_SIZE),
                align == null ? "left" : align.getAttribute("w:val"),
                number(element, "w:spacing", "w:before", 0),
                number(element, "w:spacing", "w:after", 0),
                number(element, "w:spacing", "w:line", 0),
                number(element, "w:ind", "w:left", 0),
                number(element, "w:ind", "w:firstLine", 0));
    }

    private static int number(Element within, String name, String attribute, int otherwise) {
        Element element = (Element) within.getElementsByTagName(name).item(0);
        return element == null ? otherwise : value(element, attribute, otherwise);
    }

    private static int value(Element element, String attribute, int otherwise) {
        String text = element.getAttribute(attribute);
        return text.isEmpty() ? otherwise : Integer.parseInt(text);
    }

    private static List<Element> named(Element within, String name) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < within.getElementsByTagName(name).getLength(); i++) {
            elements.add((Element) within.getElementsByTagName(name).item(i));
        }
        return elements;
    }

    private static List<Element> children(Element of) {
        List<Element> elements = new ArrayList<>();
        for (Node node = of.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }

    private static Element root(String xml) {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Font font() {
        try (InputStream in = SamplePrinter.class.getResourceAsStream(FONT)) {
            if (in == null) {
                throw new IllegalStateException("no font " + FONT);
            }
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException | FontFormatException broken) {
            throw new IllegalStateException("the font cannot be read: " + FONT, broken);
        }
    }
}
