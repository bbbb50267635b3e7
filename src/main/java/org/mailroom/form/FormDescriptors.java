package org.mailroom.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.mailroom.campaign.Entry;
import org.mailroom.campaign.Lexicon;

/** Types the files {@code forms/*.yaml} of a campaign; a mistake in one stops the start with its file and line. */
public final class FormDescriptors {
    private static final Set<String> TYPES = Set.of(
            "text",
            "integer",
            "date",
            "month",
            "code",
            "identity-number",
            "phone",
            "mail",
            "postcode",
            "tick",
            "years");

    private FormDescriptors() {}

    /** @throws org.mailroom.campaign.CampaignException naming file, line and what is expected there */
    public static List<FormDescriptor> load(List<Entry> files, Lexicon lexicon) {
        LabelText text = new LabelText(lexicon);
        List<FormDescriptor> forms = new ArrayList<>();
        Set<String> documents = new HashSet<>();
        for (Entry file : files) {
            FormDescriptor form = form(file);
            if (!documents.add(form.document())) {
                throw file.wrong("document", "a document that no other file describes");
            }
            new DescriptorCheck(file, form, text, lexicon).check();
            forms.add(form);
        }
        return List.copyOf(forms);
    }

    private static FormDescriptor form(Entry file) {
        file.allowOnly(
                "document",
                "title",
                "titles",
                "anchors",
                "anchorsNeeded",
                "letter",
                "category",
                "categoryField",
                "categoryWords",
                "nameField",
                "fields",
                "blocks",
                "signatures",
                "layout");
        List<FieldSpec> fields =
                file.entries("fields").stream().map(FormDescriptors::field).toList();
        List<FieldSpec> signatures = file.entries("signatures").stream()
                .map(FormDescriptors::signature)
                .toList();
        List<BlockSpec> blocks =
                file.entries("blocks").stream().map(FormDescriptors::block).toList();
        Entry layout = file.entry("layout");
        List<String> anchors = file.texts("anchors");
        return new FormDescriptor(
                file.text("document"),
                file.text("title"),
                file.texts("titles").stream()
                        .map(text -> pattern(file, "titles", text))
                        .toList(),
                anchors,
                file.optionalNumber("anchorsNeeded").orElse(anchors.size()),
                file.flag("letter", false),
                file.optionalText("category"),
                file.optionalText("categoryField").orElse(""),
                words(file),
                file.optionalText("nameField").orElse(""),
                fields,
                blocks,
                signatures,
                new LayoutLabels(fields, signatures, blocks).of(layout),
                layout);
    }

    private static Map<String, List<String>> words(Entry file) {
        Map<String, List<String>> words = new LinkedHashMap<>();
        file.optionalEntry("categoryWords")
                .ifPresent(entry -> entry.keys().forEach(category -> words.put(category, entry.texts(category))));
        return words;
    }

    private static FieldSpec field(Entry entry) {
        entry.allowOnly("name", "labels", "type", "codes", "required", "when", "noneAllowed", "max");
        String type = entry.text("type");
        if (!TYPES.contains(type)) {
            throw entry.wrong("type", "one of " + TYPES.stream().sorted().toList());
        }
        if (type.equals("code") != entry.has("codes")) {
            throw entry.wrong("type", "codes with a field of type code, and only with one");
        }
        return new FieldSpec(
                entry.text("name"),
                labels(entry),
                type,
                entry.optionalText("codes"),
                entry.flag("required", false),
                entry.optionalText("when"),
                entry.flag("noneAllowed", false),
                entry.optionalNumber("max").orElse(0));
    }

    private static FieldSpec signature(Entry entry) {
        entry.allowOnly("name", "labels");
        return new FieldSpec(
                entry.text("name"), labels(entry), "text", Optional.empty(), false, Optional.empty(), false, 0);
    }

    private static List<String> labels(Entry entry) {
        List<String> labels = entry.texts("labels");
        if (labels.isEmpty()
                || labels.stream().anyMatch(label -> LabelText.title(label).isEmpty())) {
            throw entry.wrong("labels", "at least one label, none of them blank");
        }
        return labels;
    }

    private static BlockSpec block(Entry entry) {
        entry.allowOnly("name", "title", "category", "headings", "nameColumn", "columns", "skip");
        List<FieldSpec> columns =
                entry.entries("columns").stream().map(FormDescriptors::field).toList();
        String nameColumn = entry.optionalText("nameColumn").orElse("");
        if (columns.isEmpty()) {
            throw entry.wrong("columns", "at least one column");
        }
        if (!nameColumn.isEmpty()
                && columns.stream().noneMatch(column -> column.name().equals(nameColumn))) {
            throw entry.wrong("nameColumn", "the name of one of the columns");
        }
        entry.texts("skip").forEach(text -> pattern(entry, "skip", text));
        return new BlockSpec(
                entry.text("name"),
                entry.text("title"),
                entry.optionalText("category"),
                entry.texts("headings"),
                nameColumn,
                columns,
                entry.texts("skip"));
    }

    private static Pattern pattern(Entry entry, String key, String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException broken) {
            throw entry.wrong(key, "a regular expression; " + broken.getDescription() + " in " + text);
        }
    }

    static Stream<FieldSpec> singles(FormDescriptor form) {
        return Stream.concat(form.fields().stream(), form.signatures().stream());
    }
}
