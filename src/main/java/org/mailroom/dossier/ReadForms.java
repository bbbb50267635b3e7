package org.mailroom.dossier;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.mailroom.form.Form;
import tools.jackson.databind.json.JsonMapper;

/**
 * Forms out of their JSON. A dossier is looked at whole after each of its mails, so the same texts come again and again; the
 * ones asked for last are remembered, by their text, so that a form that was erased or changed is never mistaken.
 */
final class ReadForms {
    /** Characters of JSON remembered, about 8 MB with the forms. */
    private static final int MOST = 1_000_000;

    private final JsonMapper json;
    private final Map<String, Form> remembered = new LinkedHashMap<>(64, 0.75f, true);
    private int characters;

    ReadForms(JsonMapper json) {
        this.json = json;
    }

    Form of(String content) {
        synchronized (remembered) {
            Form known = remembered.get(content);
            if (known != null) {
                return known;
            }
        }
        Form form = json.readValue(content, Form.class);
        synchronized (remembered) {
            if (remembered.put(content, form) == null) {
                characters += content.length();
            }
            forgetOldest();
        }
        return form;
    }

    private void forgetOldest() {
        Iterator<String> oldest = remembered.keySet().iterator();
        while (characters > MOST && oldest.hasNext()) {
            characters -= oldest.next().length();
            oldest.remove();
        }
    }

    /** For its test. */
    int rememberedCharacters() {
        synchronized (remembered) {
            return characters;
        }
    }
}
