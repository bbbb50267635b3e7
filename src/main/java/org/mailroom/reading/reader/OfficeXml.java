package org.mailroom.reading.reader;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.mailroom.reading.Reading;

/** Walks the XML of an office document and keeps watch over its size. */
final class OfficeXml {
    /** WordprocessingML, transitional and strict (ECMA-376, ISO/IEC 29500), and as a single file of Word 2003. */
    static final Set<String> WORD = Set.of(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
            "http://schemas.microsoft.com/office/word/2003/wordml");

    /** SpreadsheetML, transitional and strict. */
    static final Set<String> SPREADSHEET = Set.of(
            "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            "http://purl.oclc.org/ooxml/spreadsheetml/main");

    private final XMLStreamReader xml;
    private final Set<String> own;
    private final Tally tally;
    private int depth;

    /** @param own namespaces whose elements go by their bare names */
    OfficeXml(XMLStreamReader xml, Set<String> own, Tally tally) {
        this.xml = xml;
        this.own = own;
        this.tally = tally;
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
        tally.depth(++depth);
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                child.read(name());
            } else {
                refuseEntities();
            }
        }
        depth--;
    }

    /** What is done with characters between elements. */
    @FunctionalInterface
    interface Words {
        void read(String words) throws Refusal;
    }

    /** Like {@link #children}, and hands on the characters between them as well. */
    void mixed(Words words, Child child) throws XMLStreamException, Refusal {
        tally.depth(++depth);
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                child.read(name());
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                count(xml.getTextLength());
                words.read(xml.getText());
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
        tally.text(more);
    }

    void countCell() throws Refusal {
        tally.cell();
    }

    /** Reads one XML stream; what is wrong with it ends the reading of the file. */
    static void read(InputStream in, Set<String> own, Tally tally, Document reading) throws IOException {
        try {
            XMLStreamReader xml = secure().createXMLStreamReader(in);
            try {
                reading.read(new OfficeXml(xml, own, tally));
            } finally {
                xml.close();
            }
        } catch (XMLStreamException malformed) {
            throw malformed.getNestedException() instanceof Refusal refusal
                    ? refusal
                    : new Refusal(Reading.Reason.UNREADABLE);
        }
    }

    /** What is done with one document. */
    @FunctionalInterface
    interface Document {
        void read(OfficeXml xml) throws XMLStreamException, Refusal;
    }

    /**
     * No DTD, no entity from outside: a form needs neither, an attack does. What may be deep or wide is the tally's to say,
     * and the same on every Java: from 24 on the parser itself ends at 100 elements within elements, and at 200 attributes.
     */
    private static XMLInputFactory secure() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty("jdk.xml.maxElementDepth", "0");
        factory.setProperty("jdk.xml.elementAttributeLimit", "10000");
        return factory;
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

    /** Its own vocabulary by the bare name, anything else as {@code other:name}. */
    private String name() {
        String local = xml.getLocalName();
        return xml.getNamespaceURI() != null && own.contains(xml.getNamespaceURI()) ? local : "other:" + local;
    }

    private void refuseEntities() throws Refusal {
        int event = xml.getEventType();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new Refusal(Reading.Reason.UNREADABLE);
        }
    }
}
