package org.mailroom.reading.reader;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.mailroom.reading.Reading;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The zip of an OFD file (GB/T 33190-2016) or a Word document (ECMA-376): XML files that name each other by paths. */
final class XmlPackage implements Closeable {
    private static final int LARGEST_XML = 16 * 1024 * 1024;
    private static final int LARGEST_PICTURE = 60 * 1024 * 1024;

    private final ZipFile zip;

    XmlPackage(Held held) throws IOException {
        new ZipEnd(held).check();
        this.zip = ZipFile.builder()
                .setSeekableByteChannel(held.channel())
                .setCharset(StandardCharsets.UTF_8)
                .setIgnoreLocalFileHeader(true)
                .get();
    }

    /** @throws Refusal UNREADABLE if it is not there or no XML without a DTD */
    Element xml(String path) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setNamespaceAware(true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(octets(path, LARGEST_XML)))
                    .getDocumentElement();
        } catch (SAXException malformed) {
            throw new Refusal(Reading.Reason.UNREADABLE);
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    boolean has(String path) {
        return zip.getEntry(path) != null;
    }

    /** @param areas in square millimetres, by path, in the order in which the pictures are shown */
    List<WordPictures.Shown> pictures(Map<String, Double> areas) {
        return areas.entrySet().stream()
                .map(one -> new WordPictures.Shown(() -> picture(one.getKey()), one.getValue()))
                .toList();
    }

    byte[] picture(String path) throws IOException {
        return octets(path, LARGEST_PICTURE);
    }

    private byte[] octets(String path, int most) throws IOException {
        ZipArchiveEntry entry = zip.getEntry(path);
        if (entry == null || !zip.canReadEntryData(entry)) {
            throw new Refusal(Reading.Reason.UNREADABLE);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] octets = in.readNBytes(most + 1);
            if (octets.length > most) {
                throw new Refusal(Reading.Reason.OVER_LIMIT);
            }
            return octets;
        }
    }

    /** A path as one file names another: from the root with a slash, else from its own folder (7.1). */
    static String path(String from, String to) {
        String clean = to.strip().replace('\\', '/');
        if (clean.startsWith("/")) {
            return clean.substring(1);
        }
        int slash = from.lastIndexOf('/');
        List<String> steps = new ArrayList<>();
        for (String step : (from.substring(0, slash + 1) + clean).split("/")) {
            if (step.equals("..") && !steps.isEmpty()) {
                steps.remove(steps.size() - 1);
            } else if (!step.equals(".") && !step.isEmpty()) {
                steps.add(step);
            }
        }
        return String.join("/", steps);
    }

    static List<Element> all(Element within, String name) {
        NodeList found = within.getElementsByTagNameNS("*", name);
        List<Element> elements = new ArrayList<>();
        for (int at = 0; at < found.getLength(); at++) {
            Node node = found.item(at);
            if (node instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }

    static Optional<String> text(Element within, String name) {
        return all(within, name).stream()
                .map(element -> element.getTextContent().strip())
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    /** Numbers parted by blanks; {@code g n v} stands for n times v (GB/T 33190-2016, 11.3). */
    static double[] numbers(String text) {
        List<Double> numbers = new ArrayList<>();
        String[] words = text.strip().split("\\s+");
        for (int at = 0; at < words.length; at++) {
            boolean repeated = words[at].equals("g") && at + 2 < words.length;
            int times = repeated ? (int) Math.min(10_000, number(words[at + 1])) : 1;
            double value = number(words[repeated ? at + 2 : at]);
            for (int time = 0; time < times; time++) {
                numbers.add(value);
            }
            at += repeated ? 2 : 0;
        }
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double number(String word) {
        try {
            return Double.parseDouble(word);
        } catch (NumberFormatException odd) {
            return 0;
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
