package org.mailroom.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailroom.form.Form;
import tools.jackson.databind.json.JsonMapper;

class ReadFormsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ReadForms forms = new ReadForms(JSON);

    private static Form letter(String text) {
        return new Form("formal-report", 1, Optional.empty(), Optional.empty(), Map.of(), List.of(), List.of(), text);
    }

    private static String json(String text) {
        return JSON.writeValueAsString(letter(text));
    }

    @Test
    void the_same_text_is_read_once() {
        Form first = forms.of(json("报告"));
        assertThat(first).isEqualTo(letter("报告"));
        assertThat(forms.of(json("报告"))).isSameAs(first);
    }

    @Test
    void another_text_is_another_form() {
        forms.of(json("报告"));
        assertThat(forms.of(json("报告。"))).isEqualTo(letter("报告。"));
    }

    @Test
    void what_is_remembered_stays_within_bounds_and_what_was_asked_for_last_stays() {
        String long1 = "字".repeat(90_000);
        Form used = forms.of(json("常用"));
        for (int i = 0; i < 40; i++) {
            assertThat(forms.of(json(long1 + i))).isEqualTo(letter(long1 + i));
            assertThat(forms.of(json("常用"))).isSameAs(used);
            assertThat(forms.rememberedCharacters()).isLessThanOrEqualTo(1_000_000);
        }
        assertThat(forms.rememberedCharacters()).isGreaterThan(500_000);
    }
}
