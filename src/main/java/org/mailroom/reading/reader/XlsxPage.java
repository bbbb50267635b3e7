package org.mailroom.reading.reader;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/** One sheet of a workbook (ECMA-376 part 1, 18.3.1.99). */
final class XlsxPage {
    private static final int LAST_ROW = 1_048_576;
    private static final int LAST_COLUMN = 16_384;
    private static final Pattern REFERENCE = Pattern.compile("\\$?([A-Z]{1,3})\\$?([0-9]{1,7})");

    private final XlsxTexts texts;
    private final XlsxStyles styles;
    private final SheetDraft draft;
    private final SpreadsheetGrid grid;
    private int row;
    private int column;

    XlsxPage(XlsxTexts texts, XlsxStyles styles, Tally tally, SheetDraft draft) {
        this.texts = texts;
        this.styles = styles;
        this.draft = draft;
        this.grid = new SpreadsheetGrid(tally);
    }

    void read(PackageParts parts, String path) throws IOException {
        // The tally of the grid counts what is kept; this one what is read on the way.
        parts.xml(path, OfficeXml.SPREADSHEET, new Tally(parts.limits()), xml -> {
            xml.root();
            xml.children(name -> {
                switch (name) {
                    case "cols" ->
                        xml.children(columns -> {
                            if (on(xml, "hidden")) {
                                draft.note("hidden-columns");
                            }
                            xml.skip();
                        });
                    case "sheetData" -> xml.children(child -> row(xml));
                    case "mergeCells" ->
                        xml.children(child -> {
                            merge(xml.attribute("ref").orElse(""));
                            xml.skip();
                        });
                    default -> xml.skip();
                }
            });
        });
        if (grid.hidesText()) {
            draft.note("hidden-rows");
        }
        if (!grid.isBlank()) {
            draft.add(grid.table(draft.table()));
        }
    }

    private static boolean on(OfficeXml xml, String attribute) {
        return xml.attribute(attribute)
                .filter(value -> value.equals("1") || value.equals("true"))
                .isPresent();
    }

    private void row(OfficeXml xml) throws XMLStreamException, Refusal {
        row = Math.max(1, Math.min(xml.number("r", row + 1), LAST_ROW));
        column = 0;
        if (on(xml, "hidden")) {
            grid.hide(row);
        }
        xml.children(name -> {
            if (name.equals("c")) {
                cell(xml);
            } else {
                xml.skip();
            }
        });
    }

    private void cell(OfficeXml xml) throws XMLStreamException, Refusal {
        column = xml.attribute("r").map(XlsxPage::column).filter(at -> at > 0).orElse(column + 1);
        String type = xml.attribute("t").orElse("n");
        int style = xml.number("s", 0);
        String[] value = {""};
        xml.children(name -> {
            switch (name) {
                case "v" -> value[0] = xml.text();
                case "is" -> value[0] = XlsxTexts.text(xml);
                default -> xml.skip();
            }
        });
        if (column <= LAST_COLUMN) {
            grid.put(row, column, shown(type, style, value[0]));
        }
    }

    private String shown(String type, int style, String value) {
        switch (type) {
            case "s" -> {
                return texts.at(value);
            }
            case "b" -> {
                return value.isBlank() ? "" : value.strip().equals("0") ? "FALSE" : "TRUE";
            }
            case "n" -> {
                try {
                    return value.isBlank() ? "" : styles.shown(Double.parseDouble(value.strip()), style);
                } catch (NumberFormatException odd) {
                    return value;
                }
            }
            default -> {
                return value;
            }
        }
    }

    private void merge(String reference) throws Refusal {
        String[] corners = reference.split(":", 2);
        if (corners.length == 2) {
            grid.merge(rowOf(corners[0]), column(corners[0]), rowOf(corners[1]), column(corners[1]));
        }
    }

    private static int rowOf(String reference) {
        Matcher parts = REFERENCE.matcher(reference);
        return parts.matches() ? Math.min(Integer.parseInt(parts.group(2)), LAST_ROW) : 0;
    }

    /** The column of a reference such as AB12, from 1; 0 if it is none. */
    private static int column(String reference) {
        Matcher parts = REFERENCE.matcher(reference);
        if (!parts.matches()) {
            return 0;
        }
        int column = 0;
        for (char letter : parts.group(1).toCharArray()) {
            column = column * 26 + letter - 'A' + 1;
        }
        return column;
    }
}
