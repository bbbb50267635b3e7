package org.mailroom.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.mailroom.campaign.Entry;
import org.mailroom.form.FormTable.Cell;

/** Writes the blocks of one form's layout in their order. */
final class LayoutBlocks {
    private static final String BLANK = "\u3000";
    private static final String BETWEEN_ITEMS = BLANK.repeat(3);

    private final WordMarkup xml;
    private final FormDescriptor form;
    private final Filling filling;
    private final HouseStyle styles;
    private boolean afterTable;

    LayoutBlocks(WordMarkup xml, FormDescriptor form, Filling filling) {
        this.xml = xml;
        this.form = form;
        this.filling = filling;
        this.styles = new HouseStyle(form.layout());
    }

    void write() {
        for (Entry block : form.layout().entries("blocks")) {
            if (block.has("table")) {
                table(block.entry("table"));
            } else if (block.has("entries")) {
                entries(block);
            } else {
                paragraphs(block);
                afterTable = false;
            }
        }
    }

    private void paragraphs(Entry block) {
        if (block.has("paragraph")) {
            block.allowOnly("paragraph", "style");
            styles.style(block.text("style"))
                    .paragraph(xml, block.optionalText("paragraph").orElse(""));
        } else if (block.has("line")) {
            line(block);
        } else if (block.has("letter")) {
            letter(block.entry("letter"));
        } else if (block.has("break")) {
            xml.open("w:p").open("w:pPr").empty("w:pageBreakBefore");
            Style.GAP.look(xml);
            xml.close("w:pPr").close("w:p");
        } else {
            throw block.wrong("paragraph", "paragraph, line, letter, break, table or entries is expected");
        }
    }

    /** Labels with an underlined place to write on, in one paragraph. */
    private void line(Entry block) {
        block.allowOnly("line", "style");
        Style style = styles.style(block.text("style"));
        style.begin(xml);
        String between = "";
        for (Entry item : block.entries("line")) {
            item.allowOnly("label", "field", "width", "preset");
            style.run(xml, between + item.text("label"), false);
            String value = filling.values()
                    .getOrDefault(
                            item.text("field"), item.optionalText("preset").orElse(""));
            style.run(xml, padded(value, item.number("width")), true);
            between = BETWEEN_ITEMS;
        }
        xml.close("w:p");
    }

    private void table(Entry block) {
        block.allowOnly("widths", "rows");
        CellText cells = new CellText(styles, filling);
        FormTable table = new FormTable(xml, block);
        begin(table);
        for (Entry row : block.entries("rows")) {
            row.allowOnly("cells", "height");
            List<Entry> layout = row.entries("cells");
            boolean signed = layout.stream().anyMatch(cell -> cell.has("signature"));
            table.row(
                    row.optionalNumber("height").orElse(0),
                    false,
                    signed,
                    layout.stream().map(cells::cell).toList());
        }
        table.end();
    }

    private void entries(Entry block) {
        block.allowOnly("entries", "widths", "rows", "height", "presets", "style");
        BlockSpec spec = form.blocks().stream()
                .filter(candidate -> candidate.name().equals(block.text("entries")))
                .findFirst()
                .orElseThrow(() -> block.wrong("entries", "the name of one of the form's blocks is expected"));
        Style head = styles.style(block.optionalText("style").orElse("label"));
        Style value = styles.style(block.optionalText("style").orElse("value"));
        int height = block.optionalNumber("height").orElse(0);
        FormTable table = new FormTable(xml, block);
        begin(table);
        table.row(
                height,
                true,
                true,
                cells(head, spec.columns().stream().map(FieldSpec::label).toList()));
        for (Map<String, String> row : rows(block)) {
            List<String> values = spec.columns().stream()
                    .map(column -> row.getOrDefault(column.name(), ""))
                    .toList();
            table.row(height, false, true, cells(value, values));
        }
        table.end();
    }

    /** The entries of the filling over what the blank prints in its first rows, then empty rows up to the blank's number. */
    private List<Map<String, String>> rows(Entry block) {
        List<Map<String, String>> given = filling.rows().getOrDefault(block.text("entries"), List.of());
        List<Entry> presets = block.entries("presets");
        List<Map<String, String>> rows = new ArrayList<>();
        for (int i = 0; i < Math.max(given.size(), block.number("rows")); i++) {
            Map<String, String> row = new HashMap<>();
            if (i < presets.size()) {
                Entry preset = presets.get(i);
                preset.keys().forEach(key -> row.put(key, preset.text(key)));
            }
            if (i < given.size()) {
                row.putAll(given.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    private void letter(Entry letter) {
        letter.allowOnly("first", "otherwise", "styles");
        List<Entry> patterns = letter.entries("styles");
        List<String> paragraphs = filling.letter();
        for (int i = 0; i < paragraphs.size(); i++) {
            String text = paragraphs.get(i);
            String style = i == 0
                    ? letter.text("first")
                    : patterns.stream()
                            .filter(entry -> Pattern.compile(entry.text("pattern"))
                                    .matcher(text)
                                    .find())
                            .map(entry -> entry.text("style"))
                            .findFirst()
                            .orElse(letter.text("otherwise"));
            styles.style(style).paragraph(xml, text);
        }
    }

    /** Word would join two tables that have no paragraph between them. */
    private void begin(FormTable table) {
        if (afterTable) {
            Style.GAP.paragraph(xml, "");
        }
        afterTable = true;
        table.begin();
    }

    private static List<Cell> cells(Style style, List<String> texts) {
        return texts.stream()
                .map(text -> new Cell(1, 1, "center", CellText.paragraphs(style, text)))
                .toList();
    }

    /** A full-width character counts one, any other half. */
    private static String padded(String value, int width) {
        long halves = value.codePoints().map(c -> c < 0x1100 ? 1 : 2).sum();
        int missing = (int) Math.max(0, width - halves / 2);
        return value + BLANK.repeat(missing);
    }
}
