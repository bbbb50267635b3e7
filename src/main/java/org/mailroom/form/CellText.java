package org.mailroom.form;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.mailroom.campaign.Entry;
import org.mailroom.form.FormTable.Cell;
import org.mailroom.form.FormTable.Text;

/** What a cell of the layout prints with a filling: its label, a value, ticks, or an opinion with its seal. */
final class CellText {
    private static final String EMPTY_BOX = "\u25A1";
    private static final String TICKED_BOX = "\u2611";
    private static final String BETWEEN_BOXES = "\u3000\u3000";

    private final HouseStyle styles;
    private final Filling filling;

    CellText(HouseStyle styles, Filling filling) {
        this.styles = styles;
        this.filling = filling;
    }

    Cell cell(Entry cell) {
        cell.allowOnly(
                "label",
                "field",
                "tick",
                "options",
                "signature",
                "text",
                "picture",
                "preset",
                "span",
                "down",
                "vertical",
                "style");
        int span = cell.optionalNumber("span").orElse(1);
        int down = cell.optionalNumber("down").orElse(1);
        if (cell.has("signature")) {
            return new Cell(span, down, "bottom", opinion(cell));
        }
        return new Cell(span, down, "center", plain(cell));
    }

    private List<Text> plain(Entry cell) {
        if (cell.has("label")) {
            String label = cell.text("label");
            Style style = styles.style(cell.optionalText("style").orElse("label"));
            return cell.flag("vertical", false) ? oneBelowTheOther(style, label) : List.of(new Text(style, label));
        }
        if (cell.has("tick")) {
            Style style = styles.style(cell.optionalText("style").orElse("value"));
            return List.of(new Text(style, ticks(cell)));
        }
        if (cell.has("field")) {
            Style style = styles.style(cell.optionalText("style").orElse("value"));
            String preset = cell.optionalText("preset").orElse("");
            return paragraphs(style, filling.values().getOrDefault(cell.text("field"), preset));
        }
        return paragraphs(styles.style(cell.optionalText("style").orElse("label")), cell.text("text"));
    }

    private List<Text> opinion(Entry cell) {
        Style style = styles.style(cell.optionalText("style").orElse("value"));
        Filling.Signed signed = filling.signed().getOrDefault(cell.text("signature"), new Filling.Signed("", ""));
        List<Text> texts = new ArrayList<>(paragraphs(style, signed.opinion()));
        if (!styles.stamp().isEmpty()) {
            texts.add(new Text(styles.style("seal"), styles.stamp()));
        }
        texts.add(new Text(styles.style("seal"), signed.date().isEmpty() ? styles.date() : signed.date()));
        return texts;
    }

    /** Each option with its box; a value that is none of the options stands there as the sender typed it. */
    private String ticks(Entry cell) {
        String value = filling.values().getOrDefault(cell.text("tick"), "");
        List<String> options = cell.texts("options");
        if (!value.isEmpty() && !options.contains(value)) {
            return value;
        }
        return options.stream()
                .map(option -> (option.equals(value) ? TICKED_BOX : EMPTY_BOX) + option)
                .collect(Collectors.joining(BETWEEN_BOXES));
    }

    static List<Text> paragraphs(Style style, String text) {
        return text.lines().findAny().isEmpty()
                ? List.of(new Text(style, ""))
                : text.lines().map(line -> new Text(style, line)).toList();
    }

    private static List<Text> oneBelowTheOther(Style style, String label) {
        return label.codePoints()
                .mapToObj(Character::toString)
                .map(character -> new Text(style, character))
                .toList();
    }
}
