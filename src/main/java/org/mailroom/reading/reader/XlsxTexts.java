package org.mailroom.reading.reader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** The texts that the cells of a workbook share (ECMA-376 part 1, 18.4.9). */
record XlsxTexts(List<String> texts) {
    static XlsxTexts of(PackageParts parts) throws IOException {
        List<String> texts = new ArrayList<>();
        parts.xmlIfThere("xl/sharedStrings.xml", OfficeXml.SPREADSHEET, new Tally(parts.limits()), xml -> {
            xml.root();
            xml.children(name -> {
                // A text costs room even if it is blank.
                xml.count(1);
                texts.add(text(xml));
            });
        });
        return new XlsxTexts(texts);
    }

    String at(String number) {
        try {
            int at = Integer.parseInt(number.strip());
            return at >= 0 && at < texts.size() ? texts.get(at) : "";
        } catch (NumberFormatException broken) {
            return "";
        }
    }

    /** The text of the current element, its runs joined; how it is pronounced is left out. */
    static String text(OfficeXml xml) throws XMLStreamException, Refusal {
        StringBuilder text = new StringBuilder();
        xml.children(name -> {
            switch (name) {
                case "t" -> text.append(xml.text());
                case "r" -> text.append(text(xml));
                default -> xml.skip();
            }
        });
        return text.toString();
    }
}
