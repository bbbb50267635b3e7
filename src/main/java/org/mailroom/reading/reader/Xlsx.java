package org.mailroom.reading.reader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mailroom.reading.ReadingLimits;
import org.mailroom.reading.Sheet;

/** A SpreadsheetML workbook (ECMA-376), its visible sheets as tables; values as they were last calculated. */
record Xlsx(ReadingLimits limits) {
    private static final String WORKBOOK = "xl/workbook.xml";

    boolean recognises(PackageParts parts) {
        return parts.has("[Content_Types].xml") && parts.has(WORKBOOK);
    }

    private record Page(String relation, boolean hidden) {}

    Sheet read(PackageParts parts) throws IOException {
        Tally tally = new Tally(limits);
        SheetDraft draft = new SheetDraft();
        draft.note("spreadsheet");
        boolean[] from1904 = {false};
        List<Page> pages = pages(parts, tally, from1904);
        Map<String, String> targets = new HashMap<>();
        parts.relations(WORKBOOK).stream()
                .filter(relation -> !relation.external() && relation.type().equals("worksheet"))
                .forEach(relation -> targets.put(relation.id(), relation.target()));
        XlsxTexts texts = XlsxTexts.of(parts);
        XlsxStyles styles = XlsxStyles.of(parts, from1904[0]);
        for (Page page : pages) {
            String target = targets.get(page.relation());
            if (page.hidden()) {
                draft.note("hidden-sheets");
            } else if (target != null && parts.has(target)) {
                new XlsxPage(texts, styles, tally, draft).read(parts, target);
            }
        }
        notes(parts, draft);
        return draft.sheet();
    }

    private static List<Page> pages(PackageParts parts, Tally tally, boolean[] from1904) throws IOException {
        List<Page> pages = new ArrayList<>();
        parts.xml(WORKBOOK, OfficeXml.SPREADSHEET, tally, xml -> {
            xml.root();
            xml.children(name -> {
                switch (name) {
                    case "workbookPr" -> {
                        from1904[0] = xml.attribute("date1904")
                                .filter(on -> on.equals("1") || on.equals("true"))
                                .isPresent();
                        xml.skip();
                    }
                    case "sheets" ->
                        xml.children(sheet -> {
                            tally.cell();
                            boolean hidden = xml.attribute("state")
                                    .filter(state -> !state.equals("visible"))
                                    .isPresent();
                            pages.add(new Page(xml.attribute("id").orElse(""), hidden));
                            xml.skip();
                        });
                    default -> xml.skip();
                }
            });
        });
        return pages;
    }

    private static void notes(PackageParts parts, SheetDraft draft) {
        if (parts.has("xl/vbaProject.bin") || parts.hasUnder("xl/macrosheets/")) {
            draft.note("macros");
        }
        if (parts.hasUnder("xl/comments") || parts.hasUnder("xl/threadedComments/")) {
            draft.note("comments");
        }
        if (parts.hasUnder("xl/embeddings/")) {
            draft.note("embedded-objects");
        }
        if (parts.hasUnder("xl/externalLinks/")) {
            draft.note("external-links");
        }
        if (parts.hasUnder("xl/media/")) {
            draft.note("pictures");
        }
    }
}
