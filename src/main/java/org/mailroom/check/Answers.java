package org.mailroom.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailroom.campaign.DocumentKind;
import org.mailroom.campaign.Medium;
import org.mailroom.form.BlockSpec;
import org.mailroom.form.Field;
import org.mailroom.form.FieldSpec;
import org.mailroom.form.Form;
import org.mailroom.form.FormDescriptor;
import org.mailroom.form.Place;
import org.mailroom.form.Row;

/** Lays the electronic forms of a dossier beside their descriptors. */
final class Answers {
    private final Map<String, FormDescriptor> descriptors;

    Answers(List<FormDescriptor> descriptors) {
        this.descriptors = descriptors.stream()
                .collect(Collectors.toUnmodifiableMap(FormDescriptor::document, Function.identity()));
    }

    Optional<FormDescriptor> descriptor(String document) {
        return Optional.ofNullable(descriptors.get(document));
    }

    Stream<FormDescriptor> descriptors() {
        return descriptors.values().stream();
    }

    static Stream<Form> forms(Dossier dossier) {
        return dossier.filed().stream()
                .filter(filed -> filed.medium() == Medium.ELECTRONIC)
                .flatMap(filed -> filed.form().stream());
    }

    /** A document of the unit as a whole. */
    static Place place(String document) {
        return new Place(document, Optional.empty(), "", 0, "");
    }

    /** What a person calls the document. */
    static String title(RuleContext context, String document) {
        return Optional.ofNullable(context.documents().get(document))
                .map(DocumentKind::name)
                .orElse(document);
    }

    /** The form as a whole. */
    static Place place(Form form) {
        return new Place(form.document(), form.nominee(), "", 0, "");
    }

    /** All that stands in a form, one text a line. */
    String text(Form form) {
        return Stream.concat(
                        Stream.of(form.text()),
                        sets(form).flatMap(AnswerSet::answers).map(Answer::text))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n"));
    }

    /** The form's single fields first, then each row. */
    Stream<AnswerSet> sets(Form form) {
        return descriptor(form.document()).stream()
                .flatMap(descriptor -> Stream.concat(
                        Stream.of(single(form, descriptor)),
                        form.rows().stream().flatMap(row -> row(form, row, descriptor))));
    }

    private static AnswerSet single(Form form, FormDescriptor descriptor) {
        List<FieldSpec> specs = Stream.concat(descriptor.fields().stream(), descriptor.signatures().stream())
                .toList();
        return new AnswerSet(
                form,
                Optional.empty(),
                specs,
                form.category().or(descriptor::category),
                form.nominee().map(Names::normalise).filter(name -> !name.isEmpty()));
    }

    private static Stream<AnswerSet> row(Form form, Row row, FormDescriptor descriptor) {
        return descriptor.blocks().stream()
                .filter(block -> block.name().equals(row.block()))
                .map(block -> new AnswerSet(
                        form,
                        Optional.of(row),
                        block.columns(),
                        row.category().or(block::category),
                        named(row, block)));
    }

    private static Optional<String> named(Row row, BlockSpec block) {
        return row.category().or(block::category).isEmpty()
                ? Optional.empty()
                : row.field(block.nameColumn())
                        .map(Field::text)
                        .map(Names::normalise)
                        .filter(name -> !name.isEmpty());
    }
}
