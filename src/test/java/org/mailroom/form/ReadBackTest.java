package org.mailroom.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.testing.Units.JIANGSU;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mailroom.reading.reader.Parts;
import org.mailroom.testing.Forms;

/** A form written on its own blank is read back to the letter. */
class ReadBackTest {
    /** Asked for by forms of some provinces only. */
    static final String NOT_ON_THE_BLANK = "creditCode";

    private final Recogniser recogniser = Descriptors.recogniser(Descriptors.CNIPA);

    ReadBackTest() throws IOException {}

    static Stream<Forms> forms() {
        return Stream.of(
                Forms.firstReview(JIANGSU).collectives(1),
                Forms.firstReview(JIANGSU).individuals(1),
                Forms.firstReview(JIANGSU).collectives(5).individuals(5),
                Forms.collectiveApproval(JIANGSU).collectives(1),
                Forms.individualApproval(JIANGSU).individuals(2),
                Forms.opinion(JIANGSU).collectives(1).individuals(1),
                Forms.summary(JIANGSU).collectives(6).individuals(7),
                Forms.contact(JIANGSU));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void every_field_is_read_exactly_as_it_was_written(Forms written) throws IOException {
        List<Filled> filled = written.filled();
        List<Form> read = recogniser.recognise(Parts.sheet(written.docx()));

        assertThat(read)
                .extracting(Form::document)
                .containsExactlyElementsOf(
                        filled.stream().map(form -> form.form().document()).toList());
        SoftAssertions soft = new SoftAssertions();
        for (int i = 0; i < filled.size(); i++) {
            same(soft, filled.get(i), read.get(i));
        }
        soft.assertAll();
    }

    private static void same(SoftAssertions soft, Filled written, Form read) {
        soft.assertThat(read.differences()).isEmpty();
        soft.assertThat(read.fields().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(written.form().fields().stream(), written.form().signatures().stream())
                                .map(FieldSpec::name)
                                .filter(name -> !NOT_ON_THE_BLANK.equals(name))
                                .toList());
        for (FieldSpec field : written.form().fields()) {
            if (field.name().equals(NOT_ON_THE_BLANK)) {
                continue;
            }
            if (field.name().equals("pledge")) {
                // The blank prints the pledge itself, which is what the person pledges.
                soft.assertThat(read.field("pledge").orElseThrow().text()).startsWith("本人承诺");
                continue;
            }
            soft.assertThat(read.field(field.name()).map(Field::text))
                    .as(written.form().document() + "." + field.name())
                    .isEqualTo(Optional.of(written.filling().values().getOrDefault(field.name(), "")));
        }
        for (BlockSpec block : written.form().blocks()) {
            List<Map<String, String>> rows = written.filling().rows().getOrDefault(block.name(), List.of());
            List<Row> found = read.rows().stream()
                    .filter(row -> row.block().equals(block.name()))
                    .toList();
            soft.assertThat(found).as(block.name()).hasSameSizeAs(rows);
            for (int i = 0; i < Math.min(rows.size(), found.size()); i++) {
                Row row = found.get(i);
                soft.assertThat(row.number()).isEqualTo(i + 1);
                rows.get(i)
                        .forEach((name, text) -> soft.assertThat(row.field(name).map(Field::text))
                                .as(block.name() + "." + name)
                                .isEqualTo(Optional.of(text)));
            }
        }
    }

    @Test
    void reports_are_letters_known_by_their_title() throws IOException {
        assertThat(recogniser.recognise(Parts.sheet(
                        Forms.report(JIANGSU).collectives(2).individuals(2).docx())))
                .extracting(Form::document)
                .containsExactly("first-review-report");
        assertThat(recogniser.recognise(Parts.sheet(Forms.formalReport(JIANGSU)
                        .collectives(2)
                        .individuals(2)
                        .docx())))
                .extracting(Form::document)
                .containsExactly("formal-report");
    }
}
