package org.mailroom.reading.reader;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** Pictures of a text in the OpenDocument format (ISO/IEC 26300). */
final class OpenDocumentPictures implements WordPictures {
    private static final String CONTENT = "content.xml";
    private static final String LINK = "http://www.w3.org/1999/xlink";
    private static final String SVG = "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0";
    private static final Pattern LENGTH = Pattern.compile("([0-9]{1,6}(?:\\.[0-9]{1,9})?)(mm|cm|in|pt)");
    private static final Map<String, Double> MM =
            Map.of("mm", 1.0, "cm", 10.0, "in", MM_PER_INCH, "pt", MM_PER_INCH / 72);

    private final XmlPackage file;

    OpenDocumentPictures(Held held) throws IOException {
        this.file = new XmlPackage(held);
    }

    /** Each once, as large as it is shown anywhere; of a frame that offers several formats (10.4.2) the first. */
    @Override
    public List<Shown> shown() throws IOException {
        if (!file.has(CONTENT)) {
            return List.of();
        }
        Map<String, Double> areas = new LinkedHashMap<>();
        for (Element frame : XmlPackage.all(file.xml(CONTENT), "frame")) {
            XmlPackage.all(frame, "image").stream()
                    .map(image -> image.getAttributeNS(LINK, "href"))
                    .filter(path -> !path.isEmpty() && file.has(path))
                    .findFirst()
                    .ifPresent(path ->
                            areas.merge(path, Shown.area(length(frame, "width"), length(frame, "height")), Math::max));
        }
        return file.pictures(areas);
    }

    private static double length(Element frame, String side) {
        Matcher length = LENGTH.matcher(frame.getAttributeNS(SVG, side));
        return length.matches() ? Double.parseDouble(length.group(1)) * MM.getOrDefault(length.group(2), 0.0) : 0;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
