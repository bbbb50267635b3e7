package org.mailroom.form;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailroom.reading.Sheet.Cell;

/** Tells entries of a block from rows that only look like some: examples, sums, headings, rows left blank. */
record EntryTexts(LabelText text, Values values) {

    /** Whether the row is an entry: more than its number is filled in, and no pattern says it is to be skipped. */
    boolean entry(BlockSpec block, Map<FieldSpec, String> texts) {
        boolean filled = texts.entrySet().stream()
                .anyMatch(text -> !text.getKey().type().equals("integer")
                        && !values.clean(text.getValue(), text.getKey()).isEmpty());
        return filled && !skipped(block, texts);
    }

    private static boolean skipped(BlockSpec block, Map<FieldSpec, String> texts) {
        FieldSpec first = block.columns().get(0);
        List<String> telling = texts.entrySet().stream()
                .filter(text ->
                        text.getKey().equals(first) || text.getKey().name().equals(block.nameColumn()))
                .flatMap(text -> Stream.of(LabelText.compact(text.getValue()), LabelText.title(text.getValue())))
                .toList();
        return block.skip().stream()
                .map(Pattern::compile)
                .anyMatch(pattern ->
                        telling.stream().anyMatch(told -> pattern.matcher(told).find()));
    }

    /** Whether the row is the heading of a block of the form. */
    boolean heading(List<Cell> row, FormDescriptor form) {
        List<String> texts =
                row.stream().map(Cell::text).filter(text -> !text.isBlank()).toList();
        if (texts.size() != 1) {
            return false;
        }
        String heading = text.label(texts.get(0));
        return form.blocks().stream()
                .flatMap(block -> block.headings().stream())
                .anyMatch(known -> text.label(known).equals(heading));
    }
}
