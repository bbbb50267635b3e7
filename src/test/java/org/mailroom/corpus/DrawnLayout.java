package org.mailroom.corpus;

import static org.mailroom.form.HandMade.c;
import static org.mailroom.form.HandMade.row;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.mailroom.form.BlockSpec;
import org.mailroom.form.FieldSpec;
import org.mailroom.form.Filled;
import org.mailroom.form.HandMade;
import org.mailroom.form.HandMade.Cell;

/**
 * A form drawn anew by each seed, as provinces draw the notice's forms again: another grid, other labels of the same
 * meaning, labels beside or above their values, header lines as paragraphs, opinions in rows of their own.
 */
final class DrawnLayout {
    private static final Set<String> LONG =
            Set.of("deeds", "resume", "awards", "punishments", "unitPublicity", "address", "body");
    private static final Set<String> HEADER = Set.of("recommendingUnit", "filledOn");

    private final Filled form;
    private final Random random;
    private final int pairs;

    private DrawnLayout(Filled form, long seed) {
        this.form = form;
        this.random = new Random(seed * 15_485_863 + form.form().document().hashCode());
        this.pairs = 2 + random.nextInt(2);
    }

    static CorpusCase of(Filled form, long seed) throws IOException {
        byte[] docx = new DrawnLayout(form, seed).drawn().docx();
        return CorpusCase.docx("drawn-" + form.form().document(), docx, Truth.of(form));
    }

    private HandMade drawn() {
        HandMade made = new HandMade();
        if (form.form().blocks().size() > 1) {
            made.landscape();
        }
        if (random.nextBoolean()) {
            made.paragraph("附件" + (random.nextBoolean() ? "" : " ") + (1 + random.nextInt(6)));
        }
        made.paragraph(title());
        List<FieldSpec> fields = new ArrayList<>(form.form().fields());
        fields.removeIf(field -> Truth.NOT_FILLED_IN.contains(field.name()));
        if (random.nextInt(3) > 0) {
            header(made, fields);
        }
        List<FieldSpec> after = new ArrayList<>();
        if (form.form().blocks().size() > 1) {
            after.addAll(fields);
            fields.clear();
        }
        body(made, fields);
        for (BlockSpec block : form.form().blocks()) {
            entries(made, block);
        }
        for (FieldSpec field : after) {
            made.paragraph(label(field) + "：" + value(field));
        }
        return made;
    }

    private String title() {
        String title = form.form().title();
        return switch (random.nextInt(3)) {
            case 0 -> String.join(" ", title.split(""));
            case 1 -> title;
            default -> title.length() > 12 ? title.substring(0, 8) + "\n" + title.substring(8) : title;
        };
    }

    /** Some fields stand in a line over the table. */
    private void header(HandMade made, List<FieldSpec> fields) {
        List<String> items = new ArrayList<>();
        for (FieldSpec field : List.copyOf(fields)) {
            if (HEADER.contains(field.name())) {
                items.add(label(field) + "：" + value(field));
                fields.remove(field);
            }
        }
        if (!items.isEmpty()) {
            made.paragraph(String.join("　　　", items));
        }
    }

    private void body(HandMade made, List<FieldSpec> fields) {
        int width = pairs * 2;
        List<Cell[]> rows = new ArrayList<>();
        List<FieldSpec> waiting = new ArrayList<>();
        for (FieldSpec field : fields) {
            if (LONG.contains(field.name())) {
                flush(rows, waiting, width);
                full(rows, field, width);
            } else {
                waiting.add(field);
                if (waiting.size() == pairs) {
                    flush(rows, waiting, width);
                }
            }
        }
        flush(rows, waiting, width);
        for (FieldSpec signature : form.form().signatures()) {
            String stamp = "（盖章）\n　　年　　月　　日";
            rows.add(
                    random.nextBoolean()
                            ? row(signature.label(), c(stamp).span(width - 1))
                            : row(c(signature.label() + "：\n" + stamp).span(width)));
        }
        if (!rows.isEmpty()) {
            made.table(widths(width), rows.toArray(Cell[][]::new));
        }
    }

    private void flush(List<Cell[]> rows, List<FieldSpec> waiting, int width) {
        if (waiting.isEmpty()) {
            return;
        }
        List<Cell> cells = new ArrayList<>();
        int left = width;
        for (int i = 0; i < waiting.size(); i++) {
            FieldSpec field = waiting.get(i);
            boolean last = i == waiting.size() - 1;
            cells.add(c(spaced(label(field))));
            cells.add(c(value(field)).span(last ? left - 1 : 1));
            left -= 2;
        }
        rows.add(cells.toArray(Cell[]::new));
        waiting.clear();
    }

    private void full(List<Cell[]> rows, FieldSpec field, int width) {
        switch (random.nextInt(3)) {
            case 0 -> {
                rows.add(row(c(label(field)).span(width)));
                rows.add(row(c(value(field)).span(width)));
            }
            case 1 ->
                rows.add(row(
                        String.join("\n", label(field).split("")),
                        c(value(field)).span(width - 1)));
            default -> rows.add(row(label(field), c(value(field)).span(width - 1)));
        }
    }

    private void entries(HandMade made, BlockSpec block) {
        made.paragraph(block.headings().isEmpty() ? "" : block.headings().get(0));
        List<Cell[]> rows = new ArrayList<>();
        rows.add(row(block.columns().stream().map(this::label).toArray()));
        for (Map<String, String> entry : form.filling().rows().getOrDefault(block.name(), List.of())) {
            rows.add(row(block.columns().stream()
                    .map(column -> entry.getOrDefault(column.name(), ""))
                    .toArray()));
        }
        made.table(widths(block.columns().size()), rows.toArray(Cell[][]::new));
    }

    private static int[] widths(int columns) {
        int[] widths = new int[columns];
        Arrays.fill(widths, 9000 / columns);
        return widths;
    }

    /** Any label of the field, but none that asks for two answers in one cell. */
    private String label(FieldSpec field) {
        List<String> labels = field.labels().stream()
                .filter(label -> form.form().blocks().size() > 1 || !label.matches("学历.*学位.*"))
                .toList();
        return labels.get(random.nextInt(labels.size()));
    }

    private String spaced(String label) {
        return label.length() == 2 && random.nextBoolean() ? label.charAt(0) + "　　" + label.charAt(1) : label;
    }

    private String value(FieldSpec field) {
        String value = form.filling().values().getOrDefault(field.name(), "");
        if (field.name().equals("category") && !value.isEmpty()) {
            String other = value.equals("先进集体") ? "先进个人" : "先进集体";
            return random.nextBoolean() ? "☑" + value + "　□" + other : value;
        }
        return value;
    }
}
