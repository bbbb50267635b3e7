package org.mailroom.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.mailroom.campaign.Entry;
import org.mailroom.form.BlockSpec;
import org.mailroom.form.FieldSpec;
import org.mailroom.form.FormDescriptor;

/** The campaign's descriptors as far as rules need them. */
final class Descriptors {
    private Descriptors() {}

    static List<FormDescriptor> of(List<Entry> files) {
        return files.stream().map(Descriptors::of).toList();
    }

    private static FormDescriptor of(Entry file) {
        Map<String, List<String>> words = new HashMap<>();
        file.optionalEntry("categoryWords")
                .ifPresent(entry -> entry.keys().forEach(key -> words.put(key, entry.texts(key))));
        return new FormDescriptor(
                file.text("document"),
                file.text("title"),
                file.texts("titles").stream().map(Pattern::compile).toList(),
                file.texts("anchors"),
                file.number("anchorsNeeded"),
                file.flag("letter", false),
                file.optionalText("category"),
                file.optionalText("categoryField").orElse(""),
                words,
                file.optionalText("nameField").orElse(""),
                fields(file, "fields"),
                file.entries("blocks").stream().map(Descriptors::block).toList(),
                fields(file, "signatures"),
                List.of(),
                file);
    }

    private static BlockSpec block(Entry entry) {
        return new BlockSpec(
                entry.text("name"),
                entry.text("title"),
                entry.optionalText("category"),
                entry.texts("headings"),
                entry.optionalText("nameColumn").orElse(""),
                fields(entry, "columns"),
                entry.texts("skip"));
    }

    private static List<FieldSpec> fields(Entry entry, String key) {
        return entry.entries(key).stream()
                .map(field -> new FieldSpec(
                        field.text("name"),
                        field.texts("labels"),
                        field.optionalText("type").orElse("text"),
                        field.optionalText("codes"),
                        field.flag("required", false),
                        field.optionalText("when"),
                        field.flag("noneAllowed", false),
                        field.optionalNumber("max").orElse(0)))
                .toList();
    }
}
