package org.mailroom.reading.reader;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.mailroom.reading.Sheet.Block;
import org.mailroom.reading.Sheet.Table;

/** Tables as Word writes them, row by row, turned into grids. */
final class WordTables {
    private final OfficeXml xml;
    private final DocumentBody body;
    private int number;

    WordTables(OfficeXml xml, DocumentBody body) {
        this.xml = xml;
        this.body = body;
    }

    /**
     * Adds the table, and after it the tables that stand alone in cells of it: a form inside a frame is a form. A table within
     * a text is part of that text.
     */
    void read(List<Block> blocks) throws XMLStreamException, Refusal {
        int own = next();
        TableDraft draft = new TableDraft();
        List<Block> framed = new ArrayList<>();
        xml.children(name -> row(name, draft, framed));
        Table table = draft.grid(own);
        if (!Contents.frame(table, framed)) {
            blocks.add(table);
        }
        blocks.addAll(framed);
    }

    /** The number of the next table of the document. */
    int next() {
        return ++number;
    }

    private void row(String name, TableDraft draft, List<Block> framed) throws XMLStreamException, Refusal {
        switch (name) {
            case "tr" -> {
                draft.startRow();
                xml.children(child -> cell(child, draft, framed));
            }
            case "sdt" -> body.control(child -> row(child, draft, framed));
            case "ins", "moveTo", "customXml" -> {
                body.note(name);
                xml.children(child -> row(child, draft, framed));
            }
            default -> {
                body.note(name);
                xml.skip();
            }
        }
    }

    private void cell(String name, TableDraft draft, List<Block> framed) throws XMLStreamException, Refusal {
        switch (name) {
            case "tc" -> content(draft, framed);
            case "trPr" ->
                xml.children(property -> {
                    body.note(property);
                    switch (property) {
                        case "gridBefore" -> draft.leave(xml.number("val", 0));
                        case "del" -> draft.deleteRow();
                        default -> {}
                    }
                    xml.skip();
                });
            case "sdt" -> body.control(child -> cell(child, draft, framed));
            case "ins", "moveTo", "customXml" -> xml.children(child -> cell(child, draft, framed));
            default -> xml.skip();
        }
    }

    private void content(TableDraft draft, List<Block> framed) throws XMLStreamException, Refusal {
        xml.countCell();
        TableDraft.Shape shape = new TableDraft.Shape();
        List<Block> inside = new ArrayList<>();
        xml.children(name -> {
            if (name.equals("tcPr")) {
                xml.children(property -> {
                    switch (property) {
                        case "gridSpan" -> shape.span(xml.number("val", 1));
                        case "vMerge", "vmerge" ->
                            shape.vertical(xml.attribute("val").orElse("continue"));
                        case "hMerge", "hmerge" ->
                            shape.horizontal(xml.attribute("val").orElse("continue"));
                        default -> {}
                    }
                    xml.skip();
                });
            } else {
                body.block(name, inside);
            }
        });
        Contents contents = new Contents(inside);
        boolean alone = contents.framed();
        if (alone) {
            framed.addAll(inside);
        }
        draft.add(shape, alone ? "" : contents.text());
    }
}
