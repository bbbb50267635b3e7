package org.mailroom.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mailroom.reading.reader.Parts;

/** Forms drawn by other hands are known by their labels, and every field is read. */
class LayoutsTest {
    private final Recogniser recogniser = Descriptors.recogniser(Descriptors.CNIPA);

    LayoutsTest() throws IOException {}

    static List<Layouts> layouts() {
        return Layouts.all();
    }

    @Test
    void every_form_stands_in_two_layouts_with_all_its_fields() throws IOException {
        for (FormDescriptor form : Descriptors.of(Descriptors.CNIPA)) {
            List<Layouts> drawn = layouts().stream()
                    .filter(layout -> layout.document().equals(form.document()))
                    .toList();
            assertThat(drawn).as(form.document()).hasSizeGreaterThanOrEqualTo(2);
            assertThat(drawn).allSatisfy(layout -> {
                assertThat(layout.fields().keySet()).isEqualTo(singles(form));
                assertThat(layout.rows().stream().map(Map::keySet).distinct())
                        .containsExactlyInAnyOrderElementsOf(columns(form));
                assertThat(layout.text().isEmpty()).isNotEqualTo(form.letter());
            });
        }
    }

    private static Set<String> singles(FormDescriptor form) {
        return Stream.concat(form.fields().stream(), form.signatures().stream())
                .map(FieldSpec::name)
                .collect(Collectors.toSet());
    }

    private static List<Set<String>> columns(FormDescriptor form) {
        return form.blocks().stream()
                .map(block -> block.columns().stream().map(FieldSpec::name).collect(Collectors.toSet()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void every_field_of_another_layout_is_read_exactly(Layouts layout) throws IOException {
        same(layout, recogniser.recognise(Parts.sheet(layout.made().docx())));
    }

    static void same(Layouts layout, List<Form> forms) {
        assertThat(forms).extracting(Form::document).containsExactly(layout.document());
        Form form = forms.get(0);
        Map<String, String> read = new LinkedHashMap<>();
        layout.fields().keySet().forEach(name -> form.field(name).ifPresent(field -> read.put(name, field.text())));
        SoftAssertions soft = new SoftAssertions();
        soft.assertThat(read).isEqualTo(layout.fields());
        soft.assertThat(form.fields().keySet()).isEqualTo(layout.fields().keySet());
        soft.assertThat(form.differences()).isEmpty();
        soft.assertThat(form.rows()).hasSameSizeAs(layout.rows());
        for (int i = 0; i < Math.min(form.rows().size(), layout.rows().size()); i++) {
            Row row = form.rows().get(i);
            layout.rows()
                    .get(i)
                    .forEach((name, text) -> soft.assertThat(row.field(name).map(Field::text))
                            .as(name)
                            .isEqualTo(Optional.of(text)));
        }
        soft.assertThat(layout.text().isEmpty() ? "" : form.text()).isEqualTo(layout.text());
        soft.assertAll();
    }
}
