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
    private final WordXml xml;
    private final Set<String> notes = new LinkedHashSet<>();
    private final RunText runs;
    private final WordTables tables;
    private final Set<Optional<Page>> pages = new HashSet<>();

    DocumentBody(WordXml xml) {
        this.xml = xml;
        this.runs = new RunText(xml, this);
        this.tables = new WordTables(xml, this);
    }

    Sheet read() throws XMLStreamException, Refusal {
        if (!xml.root().equals("document")) {
            throw new Refusal(Reading.Reason.UNREADABLE);
        }
        List<Block> blocks = new ArrayList<>();
        xml.children(name -> {
            if (name.equals("body")) {
                blocks(blocks);
            } else {
                xml.skip();
            }
        });
        Optional<Page> page = pages.size() == 1 ? pages.iterator().next() : Optional.empty();
        return new Sheet(blocks, List.copyOf(notes), page);
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
            case "customXml", "smartTag" -> blocks(blocks);
            case "other:AlternateContent" -> runs.alternative(child -> block(child, blocks));
            default -> {
                note(name);
                xml.skip();
            }
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

    void control(WordXml.Child content) throws XMLStreamException, Refusal {
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
            default -> {}
        }
    }
}
