package org.mailroom.reading.reader;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.mailroom.reading.Sheet.Block;
import org.mailroom.reading.Sheet.Table;

/** The body of an OpenDocument file; elements as in ISO/IEC 26300, parts 1, 5 to 10. */
final class OpenDocumentBody {
    /** Repeated cells and rows that hold something: a form never has as many. */
    private static final int REPEATED = 1000;

    private final OfficeXml xml;
    private final Tally tally;
    private final SheetDraft draft;
    private final Set<String> hiddenTables = new HashSet<>();
    private boolean spreadsheet;
    private int depth;

    OpenDocumentBody(OfficeXml xml, Tally tally, SheetDraft draft) {
        this.xml = xml;
        this.tally = tally;
        this.draft = draft;
    }

    /** Styles of sheets that are not shown. */
    void styles() throws XMLStreamException, Refusal {
        xml.children(name -> {
            String style = xml.attribute("name").orElse("");
            xml.children(property -> {
                boolean hidden = property.equals("table-properties")
                        && xml.attribute("display").filter("false"::equals).isPresent();
                if (hidden) {
                    hiddenTables.add(style);
                }
                xml.skip();
            });
        });
    }

    /** @return whether it is a text or a spreadsheet */
    boolean read() throws XMLStreamException, Refusal {
        boolean[] known = {false};
        xml.children(name -> {
            spreadsheet = name.equals("spreadsheet");
            if (spreadsheet) {
                draft.note("spreadsheet");
            }
            if (spreadsheet || name.equals("text")) {
                known[0] = true;
                blocks(draft.blocks());
            } else {
                xml.skip();
            }
        });
        return known[0];
    }

    private void blocks(List<Block> blocks) throws XMLStreamException, Refusal {
        xml.children(name -> block(name, blocks));
    }

    private void block(String name, List<Block> blocks) throws XMLStreamException, Refusal {
        switch (name) {
            case "p", "h" -> {
                StringBuilder text = new StringBuilder();
                List<Block> boxes = new ArrayList<>();
                inline(text, boxes);
                SheetDraft.paragraph(blocks, text.toString());
                blocks.addAll(boxes);
            }
            case "table" -> table(blocks);
            case "list",
                    "list-item",
                    "list-header",
                    "section",
                    "index-body",
                    "table-of-content",
                    "frame",
                    "text-box",
                    "shapes",
                    "g" -> blocks(blocks);
            case "tracked-changes" -> {
                draft.note("tracked-changes");
                xml.skip();
            }
            case "annotation" -> {
                draft.note("comments");
                xml.skip();
            }
            case "image" -> {
                SheetDraft.paragraph(blocks, String.valueOf(SheetDraft.PICTURE));
                xml.skip();
            }
            default -> xml.skip();
        }
    }

    private void inline(StringBuilder text, List<Block> boxes) throws XMLStreamException, Refusal {
        xml.mixed(
                words -> {
                    // Blanks of the file count as one (part 1, 6.1.2).
                    String plain = words.replaceAll("[ \\t\\r\\n]+", " ");
                    boolean open = text.length() == 0 || text.charAt(text.length() - 1) == ' ';
                    text.append(open && plain.startsWith(" ") ? plain.substring(1) : plain);
                },
                name -> mark(name, text, boxes));
    }

    private void mark(String name, StringBuilder text, List<Block> boxes) throws XMLStreamException, Refusal {
        switch (name) {
            case "s" -> {
                text.append(" ".repeat(Math.max(1, Math.min(xml.number("c", 1), REPEATED))));
                xml.skip();
            }
            case "tab" -> {
                text.append('\t');
                xml.skip();
            }
            case "line-break" -> {
                text.append('\n');
                xml.skip();
            }
            case "image" -> {
                text.append(SheetDraft.PICTURE);
                xml.skip();
            }
            case "annotation" -> {
                draft.note("comments");
                xml.skip();
            }
            case "object", "object-ole" -> {
                draft.note("embedded-objects");
                xml.skip();
            }
            case "text-box" -> blocks(boxes);
            case "note", "ruby-text", "hidden-text", "script" -> xml.skip();
            default -> inline(text, boxes);
        }
    }

    private void table(List<Block> blocks) throws XMLStreamException, Refusal {
        tally.depth(++depth);
        if (xml.attribute("style-name").filter(hiddenTables::contains).isPresent()) {
            draft.note("hidden-sheets");
            xml.skip();
            depth--;
            return;
        }
        int number = draft.table();
        OpenDocumentTable grid = new OpenDocumentTable(tally, !spreadsheet);
        List<Block> framed = new ArrayList<>();
        rows(grid, framed);
        depth--;
        if (grid.hidesText()) {
            draft.note("hidden-rows");
        }
        if (grid.isBlank()) {
            blocks.addAll(framed);
            return;
        }
        Table table = grid.table(number);
        blocks.add(table);
        blocks.addAll(framed);
    }

    private void rows(OpenDocumentTable grid, List<Block> framed) throws XMLStreamException, Refusal {
        xml.children(name -> {
            switch (name) {
                case "table-header-rows", "table-row-group", "table-rows" -> rows(grid, framed);
                case "table-row" -> {
                    boolean shown = xml.attribute("visibility")
                            .filter(state -> !state.equals("visible"))
                            .isEmpty();
                    grid.row(xml.number("number-rows-repeated", 1), shown);
                    xml.children(cell -> cell(cell, grid, framed));
                }
                case "shapes" -> blocks(framed);
                default -> xml.skip();
            }
        });
    }

    private void cell(String name, OpenDocumentTable grid, List<Block> framed) throws XMLStreamException, Refusal {
        if (!name.equals("table-cell") && !name.equals("covered-table-cell")) {
            xml.skip();
            return;
        }
        int repeated = xml.number("number-columns-repeated", 1);
        int wide = xml.number("number-columns-spanned", 1);
        int tall = xml.number("number-rows-spanned", 1);
        List<Block> inside = new ArrayList<>();
        blocks(inside);
        Contents contents = new Contents(inside);
        boolean alone = contents.framed();
        if (alone) {
            framed.addAll(inside);
        }
        boolean covered = name.equals("covered-table-cell");
        grid.cell(covered || alone ? "" : contents.text(), repeated, wide, tall);
    }
}
