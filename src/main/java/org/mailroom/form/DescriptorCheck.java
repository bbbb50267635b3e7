package org.mailroom.form;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.mailroom.campaign.Entry;
import org.mailroom.campaign.Lexicon;

/** What must agree within one descriptor. */
final class DescriptorCheck {
    private final Entry file;
    private final FormDescriptor form;
    private final LabelIndex index;

    DescriptorCheck(Entry file, FormDescriptor form, LabelText text, Lexicon lexicon) {
        this.file = file;
        this.form = form;
        this.index = new LabelIndex(form, text, lexicon);
    }

    void check() {
        if (form.titles().isEmpty()) {
            throw file.wrong("titles", "at least one pattern");
        }
        if (!form.letter()) {
            anchors();
        }
        names();
        for (String label : form.labels()) {
            if (index.of(label).isEmpty()) {
                throw file.wrong("layout", "a field, column or signature for the label " + label);
            }
        }
    }

    private void anchors() {
        if (form.anchors().isEmpty()
                || form.anchorsNeeded() < 1
                || form.anchorsNeeded() > form.anchors().size()) {
            throw file.wrong("anchorsNeeded", "between 1 and the number of anchors");
        }
        for (String anchor : form.anchors()) {
            if (index.of(anchor).isEmpty()) {
                throw file.wrong("anchors", "labels of fields, columns or signatures; " + anchor + " is none");
            }
        }
    }

    private void names() {
        Set<String> names = new HashSet<>();
        FormDescriptors.singles(form).forEach(field -> {
            if (!names.add(field.name())) {
                throw file.wrong("fields", "each name once; " + field.name() + " stands twice");
            }
        });
        for (String key : Set.of("nameField", "categoryField")) {
            String name = key.equals("nameField") ? form.nameField() : form.categoryField();
            if (!name.isEmpty() && !names.contains(name)) {
                throw file.wrong(
                        key,
                        "the name of one of the fields: "
                                + names.stream().sorted().collect(Collectors.joining(", ")));
            }
        }
    }
}
