package org.mailroom.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mailroom.campaign.Entry;

/** What a descriptor must be so that a filled form can be read back without doubt. */
class DescriptorFilesTest {
    /** A block in which one body signs for two departments. */
    private static final Set<String> ONE_FOR_SEVERAL = Set.of("省级评选机构意见");

    static Stream<FormDescriptor> forms() throws IOException {
        List<FormDescriptor> forms = new ArrayList<>();
        for (Path campaign : List.of(Descriptors.CNIPA, Descriptors.MAPLE)) {
            forms.addAll(Descriptors.of(campaign));
        }
        return forms.stream();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void no_label_means_two_fields(FormDescriptor form) {
        List<FieldSpec> single = new ArrayList<>(form.fields());
        single.addAll(form.signatures());
        unambiguous(form, single, ONE_FOR_SEVERAL);
        form.blocks().forEach(block -> unambiguous(form, block.columns(), Set.of()));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void every_field_and_signature_has_its_place_beside_a_label_of_its_own(FormDescriptor form) {
        Map<String, FieldSpec> specs = new HashMap<>();
        form.fields().forEach(spec -> specs.put(spec.name(), spec));
        form.signatures().forEach(spec -> specs.put(spec.name(), spec));
        Set<String> placed = new TreeSet<>();
        for (Entry block : form.layout().entries("blocks")) {
            for (Entry item : block.entries("line")) {
                placed.add(placed(form, specs, item.text("label"), item.text("field")));
            }
            if (block.has("table")) {
                for (Entry row : block.entry("table").entries("rows")) {
                    placed.addAll(placed(form, specs, row));
                }
            }
        }
        specs.remove(ReadBackTest.NOT_ON_THE_BLANK);
        assertThat(placed).containsExactlyInAnyOrderElementsOf(new TreeSet<>(specs.keySet()));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void tables_fit_between_the_margins(FormDescriptor form) {
        Paper paper = Paper.of(form.layout());
        int printable = (paper.landscape() ? paper.height() : paper.width())
                - paper.margins().get(1)
                - paper.margins().get(3);
        for (Entry block : form.layout().entries("blocks")) {
            Entry table = block.optionalEntry("table").orElse(block);
            assertThat(table.texts("widths").stream()
                            .mapToInt(Integer::parseInt)
                            .sum())
                    .as(form.document())
                    .isLessThanOrEqualTo(printable);
        }
    }

    private static List<String> placed(FormDescriptor form, Map<String, FieldSpec> specs, Entry row) {
        List<String> placed = new ArrayList<>();
        String label = "";
        for (Entry cell : row.entries("cells")) {
            if (cell.has("label")) {
                label = cell.text("label");
            } else if (cell.has("picture")) {
                placed.add(placed(form, specs, cell.text("text"), cell.text("picture")));
            } else {
                String key = cell.has("field") ? "field" : cell.has("tick") ? "tick" : "signature";
                placed.add(placed(form, specs, label, cell.text(key)));
            }
        }
        return placed;
    }

    private static String placed(FormDescriptor form, Map<String, FieldSpec> specs, String label, String field) {
        assertThat(specs).as(form.document()).containsKey(field);
        assertThat(specs.get(field).labels().stream().map(DescriptorFilesTest::normalised))
                .as(form.document() + ", " + field)
                .contains(normalised(label));
        return field;
    }

    private static void unambiguous(FormDescriptor form, List<FieldSpec> specs, Set<String> except) {
        Map<String, String> owner = new HashMap<>();
        for (FieldSpec spec : specs) {
            for (String label : spec.labels()) {
                String other = owner.put(normalised(label), spec.name());
                if (!except.contains(label)) {
                    assertThat(other).as(form.document() + ", " + label).isIn(null, spec.name());
                }
            }
        }
    }

    private static String normalised(String label) {
        return Normalizer.normalize(label, Normalizer.Form.NFKC).replaceAll("[\\s:()*]", "");
    }
}
