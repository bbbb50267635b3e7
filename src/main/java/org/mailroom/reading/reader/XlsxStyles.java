package org.mailroom.reading.reader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.BuiltinFormats;

/**
 * The number formats of a workbook (ECMA-376 part 1, 18.8.30).
 *
 * @param ofStyle the number of the format, by style
 * @param own formats that are not built in, by number
 */
record XlsxStyles(List<Integer> ofStyle, Map<Integer, String> own, boolean from1904, CellFormats formats) {
    static XlsxStyles of(PackageParts parts, boolean from1904) throws IOException {
        List<Integer> ofStyle = new ArrayList<>();
        Map<Integer, String> own = new HashMap<>();
        Tally tally = new Tally(parts.limits());
        parts.xmlIfThere("xl/styles.xml", OfficeXml.SPREADSHEET, tally, xml -> {
            xml.root();
            xml.children(name -> {
                switch (name) {
                    case "numFmts" ->
                        xml.children(format -> {
                            tally.cell();
                            own.put(
                                    xml.number("numFmtId", 0),
                                    xml.attribute("formatCode").orElse(""));
                            xml.skip();
                        });
                    case "cellXfs" ->
                        xml.children(style -> {
                            tally.cell();
                            ofStyle.add(xml.number("numFmtId", 0));
                            xml.skip();
                        });
                    default -> xml.skip();
                }
            });
        });
        return new XlsxStyles(ofStyle, own, from1904, new CellFormats());
    }

    String shown(double value, int style) {
        int format = style >= 0 && style < ofStyle.size() ? ofStyle.get(style) : 0;
        String text = own.get(format);
        String builtIn = BuiltinFormats.getBuiltinFormat(format);
        return formats.shown(value, format, text != null ? text : builtIn == null ? "" : builtIn, from1904);
    }
}
