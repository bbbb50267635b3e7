package org.mailroom.corpus;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A .docx taken apart, as a person changes it in Word: cells found by their label, merged, moved, taken out. */
final class WordEdit {
    static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String MAIN = "word/document.xml";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final Document document;

    WordEdit(byte[] docx) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(docx), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        }
        this.document = parse(new String(parts.getOrDefault(MAIN, new byte[0]), StandardCharsets.UTF_8));
    }

    /** Another part of the package. */
    WordEdit part(String name, String xml) {
        parts.put(name, xml.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    WordEdit partReplaced(String name, String text, String other) {
        return part(
                name, new String(parts.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8).replace(text, other));
    }

    List<Element> all(String name) {
        return elements(document.getDocumentElement(), name);
    }

    Element body() {
        return all("body").get(0);
    }

    List<Element> cells() {
        return all("tc");
    }

    /** The first cell in which nothing but this label stands, as the blank prints it. */
    Element cell(String label) {
        return first(cells(), cell -> compact(text(cell)).equals(compact(label)), label);
    }

    /** The cell to the right of the label. */
    Element valueOf(String label) {
        return next(cell(label));
    }

    Element rowOf(Element cell) {
        return above(cell, "tr");
    }

    static Element next(Element cell) {
        Node next = cell.getNextSibling();
        while (next != null
                && !(next instanceof Element element && element.getLocalName().equals(cell.getLocalName()))) {
            next = next.getNextSibling();
        }
        if (next == null) {
            throw new IllegalArgumentException("nothing right of " + text(cell));
        }
        return (Element) next;
    }

    static Element above(Element element, String name) {
        Node node = element.getParentNode();
        while (!name.equals(node.getLocalName())) {
            node = node.getParentNode();
        }
        return (Element) node;
    }

    static String text(Element element) {
        StringBuilder text = new StringBuilder();
        elements(element, "t").forEach(run -> text.append(run.getTextContent()));
        return text.toString();
    }

    /** Puts the text into the first run and empties the others. */
    void write(Element element, String text) {
        List<Element> runs = elements(element, "t");
        if (runs.isEmpty()) {
            Element paragraph = elements(element, "p").get(0);
            paragraph.appendChild(element("r")).appendChild(element("t"));
            runs = elements(element, "t");
        }
        for (int i = 0; i < runs.size(); i++) {
            runs.get(i).setTextContent(i == 0 ? text : "");
            runs.get(i).setAttributeNS(XMLConstants.XML_NS_URI, "xml:space", "preserve");
        }
    }

    Element element(String name) {
        return document.createElementNS(W, "w:" + name);
    }

    /** Markup with the prefix w. */
    Element markup(String xml) throws IOException {
        Document read = parse("<w:x xmlns:w=\"" + W + "\">" + xml + "</w:x>");
        return (Element) document.importNode(read.getDocumentElement().getFirstChild(), true);
    }

    static List<Element> elements(Element from, String name) {
        NodeList list = from.getElementsByTagNameNS(W, name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < list.getLength(); i++) {
            elements.add((Element) list.item(i));
        }
        return elements;
    }

    private static String compact(String text) {
        return text.replaceAll("[\\s\u3000]+", "");
    }

    private static Element first(List<Element> elements, Predicate<Element> wanted, String name) {
        return elements.stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no cell " + name));
    }

    byte[] docx() throws IOException {
        parts.put(MAIN, written(document).getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(part.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static Document parse(String xml) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e);
        }
    }

    private static String written(Document document) throws IOException {
        try {
            Transformer transformer = TransformerFactory.newInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            transformer.transform(new DOMSource(document), new StreamResult(bytes));
            return bytes.toString(StandardCharsets.UTF_8);
        } catch (TransformerException e) {
            throw new IOException(e);
        }
    }
}
