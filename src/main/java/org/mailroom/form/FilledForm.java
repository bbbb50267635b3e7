package org.mailroom.form;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mailroom.reading.Sheet.Page;

/** Makes the form out of what was found: values freed of the blank's words, each with its place. */
final class FilledForm {
    /** Dots as people write them inside a name, U+00B7 being the proper one. */
    private static final String NAME_DOTS =
            "(?<=\\p{IsHan})[\u2022\u30FB\u2027\u22C5.\u2219\uFF65\u00B7](?=\\p{IsHan})";

    private final Match match;
    private final Values values;
    private final LabelText text;
    private final Optional<Page> page;

    FilledForm(Match match, Values values, LabelText text, Optional<Page> page) {
        this.match = match;
        this.values = values;
        this.text = text;
        this.page = page;
    }

    Form form(int ordinal) {
        FormDescriptor descriptor = match.form();
        Map<String, String> texts = new HashMap<>();
        match.hits().forEach((owner, hit) -> texts.put(owner.spec().name(), values.clean(hit.text(), owner.spec())));
        Optional<String> nominee = Optional.ofNullable(texts.get(descriptor.nameField()))
                .map(FilledForm::name)
                .filter(name -> !name.isEmpty());
        Map<String, Field> fields = new HashMap<>();
        match.hits().keySet().forEach(owner -> {
            String name = owner.spec().name();
            Place place = new Place(
                    descriptor.document(), nominee, "", 0, owner.spec().label());
            fields.put(name, new Field(name, texts.getOrDefault(name, ""), place));
        });
        return new Form(
                descriptor.document(),
                ordinal,
                category(texts),
                nominee,
                fields,
                rows(descriptor),
                new Comparison(match, text, page).differences(),
                match.passage().paragraphs().replace("\uFFFC", ""));
    }

    /** A name as names are compared (V-NAME): NFKC; blanks within a name in Han characters mean nothing. */
    static String name(String typed) {
        String name = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replace("\uFFFC", "")
                .strip();
        boolean han =
                name.codePoints().anyMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.HAN);
        String joined = han ? name.replaceAll("[\\s\\p{Z}]+", "") : name.replaceAll("[\\s\\p{Z}]+", " ");
        return joined.replaceAll(NAME_DOTS, "\u00B7");
    }

    private List<Row> rows(FormDescriptor descriptor) {
        List<Row> rows = new ArrayList<>();
        Map<BlockSpec, Integer> counts = new HashMap<>();
        for (BlockEntries.Entry entry : match.blocks().entries()) {
            BlockSpec block = entry.block();
            int number = counts.merge(block, 1, Integer::sum);
            Map<String, String> texts = entry.texts().entrySet().stream()
                    .collect(Collectors.toMap(
                            text -> text.getKey().name(), text -> values.clean(text.getValue(), text.getKey())));
            Optional<String> nominee = Optional.ofNullable(texts.get(block.nameColumn()))
                    .map(FilledForm::name)
                    .filter(name -> !name.isEmpty());
            Map<String, Field> fields = new HashMap<>();
            entry.texts().keySet().forEach(column -> {
                Place place = new Place(descriptor.document(), nominee, block.name(), number, column.label());
                fields.put(column.name(), new Field(column.name(), texts.getOrDefault(column.name(), ""), place));
            });
            rows.add(new Row(block.name(), block.category(), number, fields));
        }
        return rows;
    }

    /** The category by the form, by its field, or else by which category's labels have answers. */
    private Optional<String> category(Map<String, String> texts) {
        FormDescriptor descriptor = match.form();
        if (descriptor.category().isPresent()) {
            return descriptor.category();
        }
        String said = LabelText.compact(texts.getOrDefault(descriptor.categoryField(), ""));
        Optional<String> told = most((category, words) -> words.stream()
                .map(LabelText::compact)
                .filter(said::contains)
                .mapToInt(String::length)
                .max()
                .orElse(0));
        return told.or(() -> most((category, words) -> (int) words.stream()
                        .flatMap(word -> match.known().index().of(word).stream())
                        .filter(owner -> filled(owner.spec(), texts))
                        .distinct()
                        .count()))
                .or(() -> most((category, words) -> (int) descriptor.fields().stream()
                        .filter(field -> field.when().equals(Optional.of(category)) && filled(field, texts))
                        .count()));
    }

    private static boolean filled(FieldSpec field, Map<String, String> texts) {
        return !texts.getOrDefault(field.name(), "").isBlank();
    }

    @FunctionalInterface
    private interface Weight {
        int of(String category, List<String> words);
    }

    /** The category with the greatest weight, if one alone has it. */
    private Optional<String> most(Weight weight) {
        Map<String, Integer> weights = new HashMap<>();
        match.form().categoryWords().forEach((category, words) -> weights.put(category, weight.of(category, words)));
        int best = weights.values().stream().max(Integer::compare).orElse(0);
        List<String> winners = weights.entrySet().stream()
                .filter(entry -> best > 0 && entry.getValue() == best)
                .map(Map.Entry::getKey)
                .toList();
        return winners.size() == 1 ? Optional.of(winners.get(0)) : Optional.empty();
    }
}
