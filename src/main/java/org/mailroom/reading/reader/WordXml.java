package org.mailroom.reading.reader;

import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.mailroom.reading.Reading;
import org.mailroom.reading.ReadingLimits;

/** Walks WordprocessingML, transitional or strict (ECMA-376, ISO/IEC 29500), and keeps watch over its size. */
final class WordXml {
    private static final Set<String> WORD = Set.of(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main");

    private final XMLStreamReader xml;
    private final ReadingLimits limits;
    private int depth;
    private int characters;
    private int cells;

    WordXml(XMLStreamReader xml, ReadingLimits limits) {
        this.xml = xml;
        this.limits = limits;
    }

    /** Something that is done with a child element; it must leave the reader on that element's end. */
    @FunctionalInterface
    interface Child {
        void read(String name) throws XMLStreamException, Refusal;
    }

    /** Goes to the root element and says its name. */
    String root() throws XMLStreamException, Refusal {
        while (xml.next() != XMLStreamConstants.START_ELEMENT) {
            refuseEntities();
        }
        return name();
    }

    /** Hands each child of the current element to {@code child}; ends on the current element's end. */
    void children(Child child) throws XMLStreamException, Refusal {
        if (++depth > limits.nesting()) {
            throw new Refusal(Reading.Reason.OVER_LIMIT);
        }
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                child.read(name());
            } else {
                refuseEntities();
            }
        }
        depth--;
    }

    /** Passes over the current element with all that is in it. */
    void skip() throws XMLStreamException, Refusal {
        for (int open = 1; open > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                open++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                open--;
            } else {
                refuseEntities();
            }
        }
    }

    /** The characters of the current element, without any of its children's. */
    String text() throws XMLStreamException, Refusal {
        StringBuilder text = new StringBuilder();
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.CHARACTERS
                    || event == XMLStreamConstants.CDATA
                    || event == XMLStreamConstants.SPACE) {
                text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                skip();
            } else {
                refuseEntities();
            }
        }
        count(text.length());
        return text.toString();
    }

    void count(int more) throws Refusal {
        characters += more;
        if (characters > limits.characters()) {
            throw new Refusal(Reading.Reason.OVER_LIMIT);
        }
    }

    void countCell() throws Refusal {
        if (++cells > limits.cells()) {
            throw new Refusal(Reading.Reason.OVER_LIMIT);
        }
    }

    /** An attribute whatever its namespace; empty if it is not there. */
    Optional<String> attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return Optional.of(xml.getAttributeValue(i));
            }
        }
        return Optional.empty();
    }

    int number(String name, int otherwise) {
        try {
            return attribute(name).map(value -> Integer.parseInt(value.strip())).orElse(otherwise);
        } catch (NumberFormatException odd) {
            return otherwise;
        }
    }

    /** An on/off property of the current element, which is on by being there (ECMA-376 part 1, 17.17.4). */
    boolean on() {
        return attribute("val")
                .map(value -> !Set.of("0", "false", "off", "none").contains(value))
                .orElse(true);
    }

    /** WordprocessingML by its bare name, anything else as {@code other:name}. */
    private String name() {
        String local = xml.getLocalName();
        return xml.getNamespaceURI() != null && WORD.contains(xml.getNamespaceURI()) ? local : "other:" + local;
    }

    private void refuseEntities() throws Refusal {
        int event = xml.getEventType();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new Refusal(Reading.Reason.UNREADABLE);
        }
    }
}
