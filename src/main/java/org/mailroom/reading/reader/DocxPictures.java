package org.mailroom.reading.reader;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Pictures of a WordprocessingML package (ECMA-376), those of Word 2003 and WPS included. */
final class DocxPictures implements WordPictures {
    private static final String MAIN = "word/document.xml";
    private static final String RELATIONS = "word/_rels/document.xml.rels";

    /** English Metric Units, ECMA-376 part 1, 20.1.2.1. */
    private static final double EMU_PER_MM = 36_000;

    private static final String START = "(?:^|;)\\s*";

    /** A length in the style of a VML shape; one without a unit is in pixels, 96 an inch. */
    private static final String LENGTH = "\\s*:\\s*([0-9]{1,6}(?:\\.[0-9]{1,9})?)(pt|in|cm|mm|)";

    private static final Pattern WIDTH = Pattern.compile(START + "width" + LENGTH);
    private static final Pattern HEIGHT = Pattern.compile(START + "height" + LENGTH);
    private static final Map<String, Double> MM =
            Map.of("pt", MM_PER_INCH / 72, "in", MM_PER_INCH, "cm", 10.0, "mm", 1.0, "", MM_PER_INCH / 96);

    private final XmlPackage file;

    DocxPictures(Held held) throws IOException {
        this.file = new XmlPackage(held);
    }

    /** Each once, as large as it is shown anywhere: Word repeats one for older versions of itself. */
    @Override
    public List<Shown> shown() throws IOException {
        Map<String, Double> areas = new LinkedHashMap<>();
        if (!file.has(MAIN) || !file.has(RELATIONS)) {
            return List.of();
        }
        Map<String, String> targets = new HashMap<>();
        for (Element relation : XmlPackage.all(file.xml(RELATIONS), "Relationship")) {
            if (!relation.getAttribute("TargetMode").equals("External")) {
                targets.put(relation.getAttribute("Id"), XmlPackage.path(MAIN, relation.getAttribute("Target")));
            }
        }
        for (Element element : XmlPackage.all(file.xml(MAIN), "*")) {
            String name = element.getLocalName();
            String reference = name.equals("blip") ? "embed" : name.equals("imagedata") ? "id" : "";
            for (int at = 0; at < element.getAttributes().getLength() && !reference.isEmpty(); at++) {
                Attr attribute = (Attr) element.getAttributes().item(at);
                String path = targets.get(attribute.getValue());
                if (reference.equals(attribute.getLocalName()) && path != null && file.has(path)) {
                    areas.merge(path, name.equals("blip") ? drawn(element) : shaped(element), Math::max);
                }
            }
        }
        return file.pictures(areas);
    }

    /** By the extent of the drawing around it. */
    private static double drawn(Element blip) {
        for (Node node = blip.getParentNode(); node instanceof Element around; node = node.getParentNode()) {
            if (around.getLocalName().equals("inline") || around.getLocalName().equals("anchor")) {
                return XmlPackage.all(around, "extent").stream()
                        .findFirst()
                        .map(extent -> Shown.area(emu(extent, "cx"), emu(extent, "cy")))
                        .orElse(Shown.UNKNOWN);
            }
        }
        return Shown.UNKNOWN;
    }

    private static double emu(Element extent, String side) {
        String length = extent.getAttribute(side);
        return length.matches("[0-9]{1,12}") ? Long.parseLong(length) / EMU_PER_MM : 0;
    }

    /** By the style of the shape it fills. */
    private static double shaped(Element picture) {
        String style = picture.getParentNode() instanceof Element shape ? shape.getAttribute("style") : "";
        return Shown.area(length(WIDTH, style), length(HEIGHT, style));
    }

    private static double length(Pattern side, String style) {
        Matcher length = side.matcher(style);
        return length.find() ? Double.parseDouble(length.group(1)) * MM.getOrDefault(length.group(2), 0.0) : 0;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
