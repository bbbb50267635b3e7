package org.mailroom.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.mailroom.form.Layouts;

/** The layouts of the form room's own tests, with their truth in the shape of the corpus. */
final class HandDrawn {
    private HandDrawn() {}

    static CorpusCase of(Layouts layout) {
        Map<String, String> fields = new LinkedHashMap<>(layout.fields());
        fields.keySet().removeIf(Truth.NOT_FILLED_IN::contains);
        boolean ofSomebody =
                !layout.document().equals("summary-form") && !layout.document().equals("contact-form");
        String name = ofSomebody ? fields.getOrDefault("name", "").replace("　", "") : "";
        try {
            return CorpusCase.docx(
                    "layout-" + layout.document(),
                    layout.made().docx(),
                    new Truth(layout.document(), name, fields, layout.rows()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
