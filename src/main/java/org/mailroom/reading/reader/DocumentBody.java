package org.mailroom.reading.reader;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.mailroom.reading.Reading;
import org.mailroom.reading.Sheet;
import org.mailroom.reading.Sheet.Block;
import org.mailroom.reading.Sheet.Page;
import org.mailroom.reading.Sheet.Paragraph;

/**
 * The body of a document, block by block in reading order. Content controls, accepted changes and smart tags are looked
 * through; deleted and moved-away text is not there.
 */
final class DocumentBody {
    private final OfficeXml xml;
    private final DocumentChunks chunks;
    private final Set<String> notes = new LinkedHashSet<>();
    private final RunText runs;
    private final WordTables tables;
    private final Set<Optional<Page>> pages = new HashSet<>();

    DocumentBody(OfficeXml xml, DocumentChunks chunks) {
        this.xml = xml;
        this.chunks = chunks;
        this.runs = new RunText(xml, this);
        this.tables = new WordTables(xml, this);
    }

    Sheet read() throws XMLStreamException, Refusal {
        List<Block> blocks = new ArrayList<>();
        switch (xml.root()) {
            case "document", "wordDocument" -> document(blocks);
            case "other:package" -> flat(blocks);
            default -> throw new Refusal(Reading.Reason.UNREADABLE);
        }
        Optional<Page> page = pages.size() == 1 ? pages.iterator().next() : Optional.empty();
        return new Sheet(blocks, List.copyOf(notes), page);
    }

    private void document(List<Block> blocks) throws XMLStreamException, Refusal {
        xml.children(name -> {
            if (name.equals("body")) {
                blocks(blocks);
            } else {
                xml.skip();
            }
        });
    }

    /** A package written out as one XML file: of all its parts the one that is a document. */
    private void flat(List<Block> blocks) throws XMLStreamException, Refusal {
        xml.children(name -> {
            switch (name) {
                case "other:part", "other:xmlData" -> flat(blocks);
                case "document" -> document(blocks);
                default -> xml.skip();
            }
        });
    }

    /** Reads the children of the current element, which holds blocks. */
    void blocks(List<Block> blocks) throws XMLStreamException, Refusal {
        xml.children(name -> block(name, blocks));
    }

    void block(String name, List<Block> blocks) throws XMLStreamException, Refusal {
        switch (name) {
            case "p" -> paragraph(blocks);
            case "tbl" -> tables.read(blocks);
            case "sectPr" -> section();
            case "sdt" -> runs.control(child -> block(child, blocks));
            case "ins", "moveTo" -> {
                notes.add("tracked-changes");
                blocks(blocks);
            }
            case "customXml", "smartTag", "other:sect", "other:sub-section", "other:content" -> blocks(blocks);
            case "other:annotation" -> {
                if (annotated()) {
                    blocks(blocks);
                } else {
                    xml.skip();
                }
            }
            case "altChunk" -> chunk(blocks);
            case "other:AlternateContent" -> runs.alternative(child -> block(child, blocks));
            default -> {
                note(name);
                xml.skip();
            }
        }
    }

    /** Word 2003 marks changes and remarks all alike; says whether what is in it is shown. */
    boolean annotated() {
        String type = xml.attribute("type").orElse("");
        switch (type) {
            case "Word.Deletion", "Word.Insertion" -> notes.add("tracked-changes");
            case "Word.Comment" -> notes.add("comments");
            default -> {}
        }
        return !type.equals("Word.Deletion") && !type.equals("Word.Comment");
    }

    private void chunk(List<Block> blocks) throws XMLStreamException, Refusal {
        Optional<Sheet> foreign = chunks.read(xml.attribute("id").orElse(""));
        xml.skip();
        if (foreign.isEmpty()) {
            notes.add("embedded-objects");
            return;
        }
        notes.addAll(foreign.get().notes());
        for (Block block : foreign.get().blocks()) {
            blocks.add(
                    block instanceof Sheet.Table table
                            ? new Sheet.Table(tables.next(), table.rows(), table.columns(), table.cells())
                            : block);
        }
    }

    private void paragraph(List<Block> blocks) throws XMLStreamException, Refusal {
        StringBuilder text = new StringBuilder();
        List<Block> boxes = new ArrayList<>();
        runs.inline(text, boxes);
        if (!text.toString().isBlank()) {
            blocks.add(new Paragraph(text.toString().strip()));
        }
        blocks.addAll(boxes);
    }

    void control(OfficeXml.Child content) throws XMLStreamException, Refusal {
        runs.control(content);
    }

    void section() throws XMLStreamException, Refusal {
        List<Page> sizes = new ArrayList<>();
        xml.children(name -> {
            if (name.equals("pgSz")) {
                size().ifPresent(sizes::add);
            }
            xml.skip();
        });
        pages.add(sizes.stream().findFirst());
    }

    /** Some programs turn the page by its mark alone and leave the lengths as they were. */
    private Optional<Page> size() {
        int width = xml.number("w", 0);
        int height = xml.number("h", 0);
        if (width <= 0 || height <= 0) {
            return Optional.empty();
        }
        boolean turned = xml.attribute("orient").filter("landscape"::equals).isPresent() && width < height;
        return Optional.of(turned ? new Page(height, width) : new Page(width, height));
    }

    /** Remembers elements whose mere presence a reader should know of. */
    void note(String name) {
        switch (name) {
            case "del", "ins", "moveFrom", "moveTo" -> notes.add("tracked-changes");
            case "commentReference", "commentRangeStart" -> notes.add("comments");
            case "external-field" -> notes.add("external-links");
            case "object", "other:OLEObject" -> notes.add("embedded-objects");
            default -> {}
        }
    }
}
